import type { Camera, Checkpoint, ItemId } from '../../../src/lib/domain/items.ts';

/** One of two places, always looking the same way. */
export function camera(id: string, place: 1 | 2): Camera {
	return {
		id: id as ItemId,
		kind: 'camera',
		rank: 0,
		properties: { azimuthDeg: 10, rangeM: 50 },
		geometry: { type: 'Point', coordinates: [71.401 + place / 1000, 51.101] }
	};
}

export function checkpoint(id: string, ring?: string): Checkpoint {
	return {
		id: id as ItemId,
		kind: 'checkpoint',
		rank: 0,
		properties: ring === undefined ? {} : { ring },
		geometry: { type: 'Point', coordinates: [71.402, 51.102] }
	};
}
