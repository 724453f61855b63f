import { gathered } from './gathered.ts';
import type { FromThread, ToWorker } from './wire.ts';
import { NetworkThread } from './network-thread.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const receive = gathered(new NetworkThread(post), post, ['unseen']);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
