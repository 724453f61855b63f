import { EVERY_CAMERA, type CameraFilter } from '../domain/camera-filter.ts';

export { EVERY_CAMERA, passesFilter, type CameraFilter } from '../domain/camera-filter.ts';

/** Whether `filter` can keep a camera out. */
export function isFiltering(filter: CameraFilter): boolean {
	return Object.keys(EVERY_CAMERA).some((side) => filter[side as keyof CameraFilter] !== null);
}
