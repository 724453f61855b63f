import type { FromThread, ToThread } from './wire.ts';
import { CoverageThread } from './coverage-thread.ts';
import { loadWalls } from './load-walls.ts';

const thread = new CoverageThread(
	(message: FromThread, transfer?: Transferable[]) => self.postMessage(message, { transfer: transfer ?? [] }),
	loadWalls
);
self.onmessage = (event: MessageEvent<ToThread>) => thread.receive(event.data);
