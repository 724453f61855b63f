import { PIXEL_DENSITY_SCALES } from '../lib/domain/pixel-density-scales.ts';
import { CommandError } from './command-error.ts';
import type { CommandLine, OptionSpec } from './command-line.ts';

const LEVELS = Object.values(PIXEL_DENSITY_SCALES).flat();

/** The options of the questions that cameras answer: how well, and past what, they are taken to see. */
export const SIGHT_OPTIONS: Record<string, OptionSpec> = {
	occlusion: {
		value: 'REGION',
		words: {
			en: 'the buildings of this region pack block sight; without it sight is free',
			zh: '此底图包中的建筑遮挡视线；不给则视线无遮挡'
		}
	},
	'min-density': {
		value: 'PXM',
		words: {
			en: `a coarser picture does not count: pixels per metre, or a level of IEC 62676-4: ${LEVELS.map(({ name }) => name).join(', ')}`,
			zh: `像素密度低于此值不计：每米像素数，或 IEC 62676-4 的等级：${LEVELS.map(({ name }) => name).join(', ')}`
		}
	},
	'count-ptz': {
		words: { en: 'the view that a PTZ camera states counts as seen', zh: '云台摄像机标注的视野视为可见' }
	}
};

/** Pixels per metre that `--min-density` asks for, undefined without it; throws CommandError for anything else. */
export function minDensityOf({ values }: CommandLine): number | undefined {
	const text = values['min-density'];
	if (text === undefined) return undefined;
	const level = LEVELS.find(({ name }) => name === text);
	const pxPerM = level?.pxPerM ?? (text.trim() === '' ? NaN : Number(text));
	if (Number.isFinite(pxPerM) && pxPerM > 0) return pxPerM;
	throw new CommandError({
		en: `saw --min-density ${text}, wanted pixels per metre above 0, or one of: ${levelNames()}`,
		zh: `此处是 --min-density ${text}，应为大于 0 的每米像素数，或：${levelNames()}`
	});
}

/** Throws CommandError where patrols alone are asked about and yet something of cameras is asked for. */
export function refuseCamerasOfPatrols({ values, switches }: CommandLine): void {
	if (values.by !== 'patrols') return;
	const names = [...Object.keys(SIGHT_OPTIONS), 'redundancy'];
	const seen = names.find((name) => values[name] !== undefined || switches.has(name));
	if (seen === undefined) return;
	throw new CommandError({
		en: `saw --${seen} with --by patrols, wanted --by cameras or all: it speaks of cameras`,
		zh: `--${seen} 只关乎摄像机，不能与 --by patrols 同用，应为 --by cameras 或 all`
	});
}

function levelNames(): string {
	return LEVELS.map(({ name, pxPerM }) => `${name} ${pxPerM}`).join(', ');
}
