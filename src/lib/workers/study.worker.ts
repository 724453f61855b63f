import { gathered } from './gathered.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { loadBorders } from './load-borders.ts';
import { loadNames } from './load-names.ts';
import { loadWalls } from './load-walls.ts';
import { STUDIES } from './studies/studies.ts';
import { StudyThread } from './study-thread.ts';
import type { FromThread, ToWorker } from './wire.ts';

const post = (message: FromThread, transfer?: Transferable[]): void =>
	self.postMessage(message, { transfer: transfer ?? [] });
const receive = gathered(
	new StudyThread(post, STUDIES, {
		roads: fetchBytes,
		walls: loadWalls,
		borders: loadBorders,
		names: loadNames
	}),
	post,
	[]
);
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
