import type { Feature, Position } from 'geojson';
import type { Item } from '../../domain/items.ts';
import { cameraHandles, type CameraHandle, type HandleLook } from '../../editor/tools/camera-handles.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Drawable } from './feature-mirror.ts';

/** The handles of the selected camera with a line from it to each that turns it, and the ghost of a click. */
export function handleDrawables(item: Item | null, ghost: LngLat | null, look?: HandleLook): Drawable[] {
	const drawables: Drawable[] = [];
	if (item?.kind === 'camera') {
		drawables.push({
			key: 'handles',
			from: [item, look?.metresPerPx, look?.mostPx, look?.gapPx, look?.head],
			features: () =>
				cameraHandles(item, look).flatMap((handle) =>
					handleFeatures(
						handle,
						item.geometry.coordinates,
						handle.head === look?.head || handle.head === undefined
					)
				)
		});
	}
	if (ghost) {
		drawables.push({
			key: 'ghost',
			from: [ghost[0], ghost[1]],
			features: () => [point(ghost, { key: 'ghost', role: 'ghost' })]
		});
	}
	return drawables;
}

function handleFeatures({ role, head, at }: CameraHandle, from: Position, isChosen: boolean): Feature[] {
	const key = `${role}-${head ?? ''}`;
	// the heads that are not at hand are told apart by their numbers
	const dot = point(at, { key, role, ...(head !== undefined && { head: String(head + 1) }), isChosen });
	if (role !== 'turn') return [dot];
	return [
		{
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: [from, [...at]] },
			properties: { key: `${key}-line`, role }
		},
		dot
	];
}

function point(at: LngLat, properties: Record<string, unknown>): Feature {
	return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}
