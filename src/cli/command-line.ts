import { parseArgs } from 'node:util';
import { CommandError, type Language, type Words } from './command-error.ts';

/** One option of a command. Without `value` it is a switch. */
export interface OptionSpec {
	readonly short?: string;
	/** What stands for its value in the help: `M2`. */
	readonly value?: string;
	/** The values it may have. */
	readonly oneOf?: readonly string[];
	/** The one of `oneOf` that is meant where none follows. */
	readonly alone?: string;
	readonly words: Words;
}

/** What a command takes; parsing, refusals and help all follow from it. */
export interface CommandSpec {
	/** `gaps PLAN`: its name and what it is given. */
	readonly usage: string;
	readonly purpose: Words;
	/** How many things it is given. */
	readonly operands: number;
	readonly options: Readonly<Record<string, OptionSpec>>;
	/** A command line to start from, after `cordon `. */
	readonly example?: string;
	/** What exit 1 means, where the command has it. */
	readonly fallsShort?: Words;
}

export interface CommandLine {
	readonly operands: readonly string[];
	readonly values: Readonly<Record<string, string>>;
	readonly switches: ReadonlySet<string>;
	readonly wantsHelp: boolean;
}

/** Reads `args` by `spec`; throws CommandError on anything that `spec` does not know. */
export function readCommandLine(spec: CommandSpec, args: readonly string[]): CommandLine {
	const known: Readonly<Record<string, OptionSpec>> = { ...spec.options, help: HELP };
	const options = Object.fromEntries(
		Object.entries(known).map(([name, { short, value }]) => [
			name,
			{ type: value ? ('string' as const) : ('boolean' as const), ...(short !== undefined && { short }) }
		])
	);
	const { tokens } = parseArgs({
		args: args.map((arg, i) => {
			const alone = aloneOf(known, arg);
			const isFollowed = alone === undefined || known[arg.slice(2)].oneOf?.includes(args[i + 1] ?? '');
			return isFollowed ? arg : `${arg}=${alone}`;
		}),
		options,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const operands: string[] = [];
	const values: Record<string, string> = {};
	const switches = new Set<string>();

	for (const token of tokens) {
		if (token.kind === 'positional') operands.push(token.value);
		if (token.kind !== 'option') continue;
		const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
		if (!option) throw unknownOption(token.rawName, spec);
		if (!option.value) {
			if (token.value !== undefined) throw wrongUse(spec, `${token.rawName}=${token.value}`, token.rawName);
			switches.add(token.name);
			continue;
		}
		const isTaken = token.value !== undefined && (token.inlineValue || !/^-[-a-zA-Z]/.test(token.value));
		if (!isTaken) throw wrongUse(spec, token.rawName, `${token.rawName} ${option.value}`);
		if (option.oneOf && !option.oneOf.includes(token.value)) {
			throw wrongUse(spec, `${token.rawName} ${token.value}`, `${token.rawName} ${option.oneOf.join('|')}`);
		}
		values[token.name] = token.value;
	}
	const wantsHelp = switches.has('help');
	if (!wantsHelp && operands.length !== spec.operands) {
		const seen = operands.length > spec.operands ? `"${operands[spec.operands]}"` : null;
		throw new CommandError({
			en: `${seen ? `saw ${seen} too many` : 'something is missing'}, wanted: cordon ${spec.usage}`,
			zh: `${seen ? `多出 ${seen}` : '缺少参数'}，用法：cordon ${spec.usage}`
		});
	}
	return { operands, values, switches, wantsHelp };
}

/** What an option that may stand alone then means; undefined for other arguments. */
function aloneOf(known: Readonly<Record<string, OptionSpec>>, arg: string): string | undefined {
	return arg.startsWith('--') && Object.hasOwn(known, arg.slice(2)) ? known[arg.slice(2)].alone : undefined;
}

/** The help of a command, for a terminal. */
export function helpText(spec: CommandSpec, language: Language): string {
	const lines = Object.entries({ ...spec.options, help: HELP }).map(([name, option]): [string, string] => {
		const short = option.short ? `-${option.short}, ` : '';
		const values = option.oneOf?.join('|') ?? option.value;
		const value = values === undefined ? '' : option.alone ? ` [${values}]` : ` ${values}`;
		return [`${short}--${name}${value}`, option.words[language]];
	});
	const width = Math.max(...lines.map(([left]) => left.length)) + 2;
	const exits =
		language === 'zh'
			? `退出码：0 已答${spec.fallsShort ? `；1 ${spec.fallsShort.zh}` : ''}；2 无法作答`
			: `Exit 0: answered${spec.fallsShort ? `; 1: ${spec.fallsShort.en}` : ''}; 2: no answer.`;
	return [
		`${language === 'zh' ? '用法：' : 'Usage: '}cordon ${spec.usage} [${language === 'zh' ? '选项' : 'options'}]`,
		'',
		spec.purpose[language],
		'',
		...lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
		'',
		...(spec.example === undefined
			? []
			: [language === 'zh' ? '示例：' : 'Example:', `  cordon ${spec.example}`, '']),
		exits,
		''
	].join('\n');
}

const HELP: OptionSpec = { short: 'h', words: { en: 'show this', zh: '显示本说明' } };

function unknownOption(seen: string, spec: CommandSpec): CommandError {
	const names = Object.keys(spec.options).map((name) => `--${name}`);
	return new CommandError({
		en: `saw the unknown option ${seen}, wanted one of ${[...names, '--help'].join(' ')}`,
		zh: `未知选项 ${seen}，可用：${[...names, '--help'].join(' ')}`
	});
}

function wrongUse(spec: CommandSpec, seen: string, wanted: string): CommandError {
	const name = spec.usage.split(' ')[0];
	return new CommandError({
		en: `saw ${seen}, wanted ${wanted}; see: cordon ${name} --help`,
		zh: `此处是 ${seen}，应为 ${wanted}；参见：cordon ${name} --help`
	});
}
