import type { Feature, Position } from 'geojson';
import type { Item } from '../../domain/items.ts';
import { cameraHandles, type CameraHandle } from '../../editor/tools/camera-handles.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Drawable } from './feature-mirror.ts';

/** The handles of the selected camera with a line from it to each that turns it, and the ghost of a click. */
export function handleDrawables(item: Item | null, ghost: LngLat | null): Drawable[] {
	const drawables: Drawable[] = [];
	if (item?.kind === 'camera') {
		drawables.push({
			key: 'handles',
			from: [item],
			features: () =>
				cameraHandles(item).flatMap((handle) => handleFeatures(handle, item.geometry.coordinates))
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

function handleFeatures({ role, head, at }: CameraHandle, from: Position): Feature[] {
	const key = `${role}-${head ?? ''}`;
	const dot = point(at, { key, role });
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
