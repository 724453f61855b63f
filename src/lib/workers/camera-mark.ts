import { viewsOf } from '../domain/camera-heads.ts';
import type { Camera } from '../domain/items.ts';
import type { DutyBook } from '../domain/on-duty.ts';
import type { CameraMark } from '../formats/plan-tiles/camera-rows.ts';
import { GRID_PER_DEG } from '../geo/flat-rings.ts';

/** A little under the length of a degree of latitude anywhere, so that a reach is never too short. */
const METRES_PER_DEG = 110_500;

/** What the map shows of a camera under the assumptions of `duty`, but for its ground. */
export function cameraMark(camera: Camera, duty: DutyBook): CameraMark {
	const { health, integrated, type, owner } = camera.properties;
	let reachM = 0;
	for (const view of viewsOf(camera.properties, duty.assumptions.minPxPerM).views) {
		reachM = Math.max(reachM, view.rangeM);
	}
	return {
		id: camera.id,
		lngGrid: Math.round(camera.geometry.coordinates[0] * GRID_PER_DEG),
		latGrid: Math.round(camera.geometry.coordinates[1] * GRID_PER_DEG),
		health: health ?? 'working',
		integrated: integrated ?? true,
		counted: duty.isCounted(camera),
		type: type ?? 'fixed',
		owner: owner ?? '',
		reachDeg: reachM / METRES_PER_DEG
	};
}
