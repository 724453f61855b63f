import { ringsOf } from '../analysis/coverage/item-rings.ts';
import { viewsOf } from '../domain/camera-heads.ts';
import type { Camera } from '../domain/items.ts';
import type { DutyBook } from '../domain/on-duty.ts';
import type { CameraMark } from '../formats/plan-tiles/camera-tiles.ts';
import { GRID_PER_DEG } from '../geo/flat-rings.ts';

/** A little under the length of a degree of latitude anywhere, so that a reach is never too short. */
const METRES_PER_DEG = 110_500;

/** What the map shows of a camera under the assumptions of `duty`. */
export function cameraMark(camera: Camera, duty: DutyBook): CameraMark {
	const { health, integrated } = camera.properties;
	let reachM = 0;
	for (const view of viewsOf(camera.properties).views) reachM = Math.max(reachM, view.rangeM);
	let rings: readonly Int32Array[] | null = null;
	return {
		id: camera.id,
		lngGrid: Math.round(camera.geometry.coordinates[0] * GRID_PER_DEG),
		latGrid: Math.round(camera.geometry.coordinates[1] * GRID_PER_DEG),
		health: health ?? 'working',
		integrated: integrated ?? true,
		counted: duty.isCounted(camera),
		reachDeg: reachM / METRES_PER_DEG,
		rings: () => (rings ??= ringsOf(camera).rings)
	};
}
