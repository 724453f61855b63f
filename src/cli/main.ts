import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, type Language, type Words } from './command-error.ts';
import { languageOf } from './language.ts';
import { REPOSITORY } from './repository.ts';

type Run = (args: string[]) => Promise<number>;

/** Each command is loaded when it is asked for: `--help` waits for none of them. */
const COMMANDS: Record<string, { words: Words; load: () => Promise<Run> }> = {
	region: {
		words: { en: 'build and list region packs', zh: '生成、列出底图包' },
		load: async () => (await import('./commands/region.ts')).regionCommand
	},
	validate: {
		words: { en: 'list what is wrong with a plan', zh: '检查方案' },
		load: async () => (await import('./commands/validate.ts')).validateCommand
	},
	gaps: {
		words: {
			en: 'what ground no camera sees and no patrol zone holds',
			zh: '盲区：无摄像机、无巡逻覆盖之处'
		},
		load: async () => (await import('./commands/gaps.ts')).gapsCommand
	},
	seal: {
		words: { en: 'whether each control ring closes, and where it leaks', zh: '防控圈是否封闭，漏口在哪里' },
		load: async () => (await import('./commands/seal.ts')).sealCommand
	},
	routes: {
		words: { en: 'stretches of road that nobody watches', zh: '无人看管的路段' },
		load: async () => (await import('./commands/routes.ts')).routesCommand
	},
	respond: {
		words: {
			en: 'who reaches what in some minutes, and how long until rings are manned',
			zh: '快反圈：几分钟内到哪里，防控圈多久合围'
		},
		load: async () => (await import('./commands/respond.ts')).respondCommand
	},
	score: {
		words: {
			en: 'coverage by area: county, township, village, urban and rural',
			zh: '分辖区、分城乡的覆盖情况'
		},
		load: async () => (await import('./commands/score.ts')).scoreCommand
	},
	place: {
		words: {
			en: 'where the next cameras, checkpoints or posts would do most',
			zh: '下一批摄像机、卡口、警务站的最佳位置'
		},
		load: async () => (await import('./commands/place.ts')).placeCommand
	},
	serve: {
		words: { en: 'serve the application on this machine', zh: '在本机启动应用' },
		load: async () => (await import('./commands/serve.ts')).serveCommand
	}
};

/** Runs one command line; resolves to its exit code. What goes wrong is one line, never a stack. */
export async function main(args: readonly string[]): Promise<number> {
	const language = languageOf(process.env);
	// a reader that has seen enough (head, less) is no fault
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit(0);
	});
	try {
		return await run(args, language);
	} catch (error) {
		const message = error instanceof CommandError ? error.words[language] : unexpected(error, language);
		process.stderr.write(`cordon: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
		return 2;
	}
}

async function run(args: readonly string[], language: Language): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined) {
		process.stderr.write(overview(language));
		return 2;
	}
	if (name === '--help' || name === '-h' || name === 'help') {
		process.stdout.write(overview(language));
		return 0;
	}
	if (name === '--version' || name === '-V') {
		process.stdout.write(`${version()}\n`);
		return 0;
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const names = Object.keys(COMMANDS).join(' ');
		throw new CommandError({
			en: `saw ${name}, wanted one of: ${names}; see: cordon --help`,
			zh: `未知命令 ${name}，可用：${names}；参见：cordon --help`
		});
	}
	return (await command.load())(rest);
}

function overview(language: Language): string {
	const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
	const lines = Object.entries(COMMANDS).map(
		([name, { words }]) => `  ${name.padEnd(width)}${words[language]}`
	);
	const [usage, more] =
		language === 'zh'
			? ['用法：cordon 命令 …', '每个命令都有 --help。cordon --version 显示版本。']
			: ['Usage: cordon COMMAND …', 'Every command has --help. cordon --version says which this is.'];
	return [usage, '', ...lines, '', more, ''].join('\n');
}

function version(): string {
	const text = readFileSync(join(REPOSITORY, 'package.json'), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}

function unexpected(error: unknown, language: Language): string {
	const reason = error instanceof Error ? error.message : String(error);
	return language === 'zh' ? `未能作答：${reason}` : `no answer: ${reason}`;
}
