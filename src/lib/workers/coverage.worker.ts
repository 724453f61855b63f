import { gathered } from './gathered.ts';
import type { FromThread, ToWorker } from './wire.ts';
import { CoverageThread } from './coverage-thread.ts';
import { loadWalls } from './load-walls.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const receive = gathered(new CoverageThread(post, loadWalls), post, [
	'cameras',
	'coverage',
	'gaps',
	'watchers'
]);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
