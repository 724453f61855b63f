import type { Camera, CameraType, Health } from './items.ts';

/** Which cameras are looked at; `null` says nothing about that side, an empty list lets none through. */
export interface CameraFilter {
	/** Owners as the plan writes them; the empty text stands for cameras that name none. */
	readonly owners: readonly string[] | null;
	readonly health: readonly Health[] | null;
	readonly types: readonly CameraType[] | null;
	readonly integrated: boolean | null;
}

/** Lets every camera through. */
export const EVERY_CAMERA: CameraFilter = { owners: null, health: null, types: null, integrated: null };

/** Whether `camera` is one of those looked at. What it does not state counts by its default: fixed, working, integrated. */
export function passesFilter({ properties }: Camera, filter: CameraFilter): boolean {
	const { owner = '', health = 'working', type = 'fixed', integrated = true } = properties;
	return (
		(filter.owners === null || filter.owners.includes(owner)) &&
		(filter.health === null || filter.health.includes(health)) &&
		(filter.types === null || filter.types.includes(type)) &&
		(filter.integrated === null || filter.integrated === integrated)
	);
}

/** Whether `filter` can keep a camera out. */
export function isFiltering(filter: CameraFilter): boolean {
	return Object.values(filter).some((side) => side !== null);
}
