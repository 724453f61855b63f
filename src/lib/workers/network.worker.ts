import { gathered } from './gathered.ts';
import { NetworkThread } from './network-thread.ts';
import { StudyDoor } from './study-door.ts';
import type { FromThread, ToWorker } from './wire.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const startStudies = (): Worker =>
	new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module', name: 'studies' });
const receive = gathered(new StudyDoor(new NetworkThread(post), post, startStudies), post, ['unseen']);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
