import { createServer, type RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from '../command-error.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { languageOf } from '../language.ts';
import { packsFolder } from '../packs-folder.ts';
import { REPOSITORY } from '../repository.ts';
import { builtApplication } from '../serving/built-application.ts';
import { makeDemoCity } from '../serving/demo-city.ts';
import { listen } from '../serving/listen.ts';

const DEFAULT_PORT = 4173;

const SPEC: CommandSpec = {
	usage: 'serve',
	purpose: {
		en: 'Serves the application on this machine. What is missing is made first: the demo city, its plan\nand the built application. Nothing is fetched from the network.',
		zh: '在本机启动应用。缺少的内容会先行生成：演示城市、演示方案和应用本身。不访问网络。'
	},
	operands: 0,
	options: {
		port: {
			value: 'N',
			words: { en: 'port (default 4173, or the next that is free)', zh: '端口（默认 4173，被占用则顺延）' }
		},
		data: {
			value: 'DIR',
			words: {
				en: "folder of what the service keeps; region packs lie in DIR/tiles (default: the checkout's)",
				zh: '数据文件夹，底图包位于 DIR/tiles（默认在本仓库内）'
			}
		}
	}
};

/** `cordon serve`: runs until it is told to stop, then 0; 1 where its files were taken away. */
export async function serveCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const tell = (en: string, zh: string): void => {
		process.stderr.write(`cordon: ${language === 'zh' ? zh : en}\n`);
	};
	const port = portOf(line);
	const folder = packFolder(line);

	// the port is taken first: whoever cannot have it need not wait for the building
	let handler: RequestListener = (_request, response) => {
		response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('starting\n');
	};
	const server = createServer((request, response) => handler(request, response));
	const address = `http://localhost:${await listen(server, port ?? DEFAULT_PORT, port === undefined)}`;
	try {
		await makeDemoCity(folder, tell);
		const built = await builtApplication(tell);
		process.env.CORDON_TILES = folder;
		process.env.ORIGIN ??= address;
		({ handler } = (await import(pathToFileURL(built).href)) as { handler: RequestListener });
	} catch (error) {
		server.close();
		server.closeAllConnections();
		throw error;
	}
	process.stdout.write(`${address}\n`);
	tell(`serving ${address} (Ctrl+C stops)`, `已启动 ${address}（Ctrl+C 停止）`);

	return new Promise<number>((stopped) => {
		const stop = (status: number): void => {
			server.close(() => stopped(status));
			server.closeAllConnections();
		};
		process.once('SIGINT', () => stop(0)).once('SIGTERM', () => stop(0));
		// what serves the files of the application knows them from its start, and hands no error on
		process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
			const isLost = error.code === 'ENOENT' && error.path?.startsWith(join(REPOSITORY, 'build'));
			if (!isLost) throw error;
			tell(
				`the built application was replaced while it was served (${error.path} is gone); start it again`,
				`应用在运行期间被替换（${error.path} 已不存在），请重新启动`
			);
			stop(1);
		});
	});
}

function portOf({ values }: CommandLine): number | undefined {
	if (values.port === undefined) return undefined;
	const port = Number(values.port);
	if (/^\d+$/.test(values.port) && port >= 1 && port <= 65535) return port;
	throw new CommandError({
		en: `saw --port ${values.port}, wanted a whole number from 1 to 65535`,
		zh: `此处是 --port ${values.port}，应为 1 至 65535 的整数`
	});
}

/** Packs lie in the data folder, where `CORDON_TILES` says, or beside the sources. */
function packFolder({ values }: CommandLine): string {
	return values.data === undefined ? packsFolder() : resolve(values.data, 'tiles');
}
