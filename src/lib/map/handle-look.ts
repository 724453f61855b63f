import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../domain/items.ts';
import type { HandleLook } from '../editor/tools/camera-handles.ts';
import { isCoarsePointer } from './coarse-pointer.ts';
import { metresPerPx } from './scale-bar.ts';

/** How close a pointer and a finger must come to the middle of a handle, in pixels. */
export const POINTER_PX = 10;
export const FINGER_PX = 22;

/** How the handles of a camera are looked at on this map: by its scale and size, and what the pointer is. */
export function handleLook(
	map: Pick<MapLibreMap, 'getZoom' | 'getContainer'>,
	{ geometry }: Camera,
	head: number | null
): HandleLook {
	const { clientWidth, clientHeight } = map.getContainer();
	return {
		metresPerPx: metresPerPx(geometry.coordinates[1] as number, map.getZoom()),
		mostPx: Math.max(120, 0.36 * Math.min(clientWidth, clientHeight)),
		gapPx: isCoarsePointer() ? 2 * FINGER_PX : 22,
		head
	};
}
