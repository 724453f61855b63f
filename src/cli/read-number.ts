import { CommandError } from './command-error.ts';
import type { CommandLine } from './command-line.ts';

/** The value of a numeric option that must be `least` or more; throws CommandError where it is not. */
export function readNumber(line: CommandLine, name: string, absent: number, least = 0): number {
	const text = line.values[name];
	if (text === undefined) return absent;
	const number = text.trim() === '' ? NaN : Number(text);
	if (Number.isFinite(number) && number >= least) return number;
	throw new CommandError({
		en: `saw --${name} ${text}, wanted a number of at least ${least}`,
		zh: `此处是 --${name} ${text}，应为不小于 ${least} 的数字`
	});
}
