import type { FromThread, ToThread } from './wire.ts';
import { CoverageThread } from './coverage-thread.ts';

const thread = new CoverageThread((message: FromThread, transfer?: Transferable[]) =>
	self.postMessage(message, { transfer: transfer ?? [] })
);
self.onmessage = (event: MessageEvent<ToThread>) => thread.receive(event.data);
