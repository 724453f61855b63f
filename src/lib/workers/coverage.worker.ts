import { gathered } from './gathered.ts';
import type { FromThread, ToWorker } from './wire.ts';
import { CoverageThread } from './coverage-thread.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const receive = gathered(new CoverageThread(post), post, ['cameras', 'coverage', 'gaps', 'watchers']);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
