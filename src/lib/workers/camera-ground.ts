import type { Walls } from '../analysis/coverage/walls.ts';
import { grantedBy } from '../domain/needs.ts';
import type { Assumptions } from '../domain/assumptions.ts';
import { viewsOf } from '../domain/camera-heads.ts';
import type { Camera } from '../domain/items.ts';
import type { CameraGround } from '../formats/plan-tiles/sector-layer.ts';
import type { LngLat } from '../geo/coordinates.ts';
import { sectorRings } from '../geo/sector-rings.ts';

/** What a camera sees past `walls`, view by view; what `assumptions` grant is no need. */
export function cameraGround(
	{ geometry, properties }: Camera,
	assumptions: Assumptions,
	walls: Walls | null
): readonly CameraGround[] {
	const at = geometry.coordinates as unknown as LngLat;
	const granted = grantedBy(assumptions);
	return viewsOf(properties, assumptions.minPxPerM).views.map((view) => {
		const { azimuthDeg, hfovDeg, rangeM, nearM, heightM, needs } = view;
		const cut = walls?.cutRings(at, view, heightM);
		return { needs: needs & ~granted, rings: cut ?? sectorRings(at, azimuthDeg, hfovDeg, rangeM, nearM) };
	});
}
