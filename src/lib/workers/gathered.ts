import type { Item } from '../domain/items.ts';
import type { PlanTileLayer } from './analysis-events.ts';
import type { Post, Thread, ToWorker } from './wire.ts';

/**
 * A thread that takes large plans in pieces: things are gathered until the `open` of their number
 * closes them, and only then does `thread` hear of the plan. Pieces of a plan that was given up are
 * forgotten when those of another come. While a plan is on its way the tiles of `layers` are empty,
 * so that none of the plan before lie on its map.
 */
export function gathered(
	thread: Thread,
	post: Post,
	layers: readonly PlanTileLayer[]
): (message: ToWorker) => void {
	let items: Item[] = [];
	let number = -1;
	let isGathering = false;
	return (message) => {
		if (message.type === 'gather') {
			if (message.number !== number) items = [];
			if (message.number !== number || !isGathering) {
				post({ type: 'tiles', number: message.number, layers: [...layers], bbox: [-180, -90, 180, 90] });
			}
			number = message.number;
			isGathering = true;
			for (const item of message.items) items.push(item);
		} else if (message.type === 'open') {
			const all = message.number === number ? [...items, ...message.items] : message.items;
			items = [];
			isGathering = false;
			thread.receive({ ...message, items: all });
		} else if (message.type === 'tile' && isGathering) {
			post({ type: 'tile-bytes', request: message.request, bytes: new Uint8Array(0) });
		} else thread.receive(message);
	};
}
