import { CellPool, helpersFor } from '../analysis/coverage/cell-pool.ts';
import { gathered } from './gathered.ts';
import type { FromThread, ToWorker } from './wire.ts';
import { CoverageThread } from './coverage-thread.ts';
import { loadWalls } from './load-walls.ts';
import { startCellHelper } from './start-cell-helper.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const pool = new CellPool(startCellHelper, helpersFor(navigator.hardwareConcurrency));
const receive = gathered(new CoverageThread(post, loadWalls, pool), post, [
	'cameras',
	'coverage',
	'gaps',
	'watchers'
]);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
