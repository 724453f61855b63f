import type { Server } from 'node:http';
import { CommandError } from '../command-error.ts';

/** How many ports are tried where the caller named none. */
const TRIES = 50;

/**
 * Listens on `port`, or where `mayMove` and it is taken, on the next one that is free; resolves to
 * the port. Throws CommandError where there is none.
 */
export async function listen(server: Server, port: number, mayMove: boolean): Promise<number> {
	for (let n = 0; n < (mayMove ? TRIES : 1); n++) {
		if (await tryPort(server, port + n)) return port + n;
	}
	throw new CommandError({
		en: `saw port ${port} taken by another program, wanted a free one: --port N`,
		zh: `端口 ${port} 已被占用，应为空闲端口：--port N`
	});
}

async function tryPort(server: Server, port: number): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const fail = (error: NodeJS.ErrnoException): void => {
			server.off('listening', done);
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
			else reject(error);
		};
		const done = (): void => {
			server.off('error', fail);
			resolve(true);
		};
		server.once('error', fail).once('listening', done).listen(port);
	});
}
