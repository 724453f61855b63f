import type { FromThread, ToThread } from './wire.ts';
import { NetworkThread } from './network-thread.ts';

const thread = new NetworkThread((message: FromThread, transfer?: Transferable[]) =>
	self.postMessage(message, { transfer: transfer ?? [] })
);
self.onmessage = (event: MessageEvent<ToThread>) => thread.receive(event.data);
