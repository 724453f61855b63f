import type { View } from '../../domain/camera-heads.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Camera } from '../../domain/items.ts';
import { turnCamera } from '../../domain/operations/turn-camera.ts';
import { widenCamera } from '../../domain/operations/widen-camera.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { statedViewsOf } from '../../domain/stated-views.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { fromPlane, localPlane, toPlane } from '../../geo/local-plane.ts';

/** What a handle of a camera changes: where it looks, how wide (either edge), how far. */
export type HandleRole = 'turn' | 'widen-left' | 'widen-right' | 'reach';

export interface CameraHandle {
	readonly role: HandleRole;
	/** Which head of a pole; absent for a camera without a list of heads. */
	readonly head?: number | undefined;
	readonly at: LngLat;
}

/** The handle that turns stands this far beyond the range, so that it does not cover the one of the range. */
const TURN_BEYOND = 1.2;
/** Beyond this a view is taken for all round. */
const ALL_ROUND_DEG = 350;
const RAD = Math.PI / 180;

/**
 * The handles of a camera, head by head. A head that looks all round has only its range; one
 * whose direction or range is not known has none.
 */
export function cameraHandles(camera: Camera): CameraHandle[] {
	return headViews(camera).flatMap(({ view, head }) => {
		const at = (azimuthDeg: number, reachM: number) => placeOf(camera, azimuthDeg, reachM);
		const { azimuthDeg, hfovDeg, rangeM } = view;
		if (hfovDeg >= 360) return [{ role: 'reach', head, at: at(90, rangeM) }];
		return [
			{ role: 'turn', head, at: at(azimuthDeg, rangeM * TURN_BEYOND) },
			{ role: 'widen-left', head, at: at(azimuthDeg - hfovDeg / 2, rangeM) },
			{ role: 'widen-right', head, at: at(azimuthDeg + hfovDeg / 2, rangeM) },
			{ role: 'reach', head, at: at(azimuthDeg, rangeM) }
		] satisfies CameraHandle[];
	});
}

/** The edit that a handle means when it is drawn to `to`; whole degrees and metres. */
export function dragHandle(camera: Camera, handle: CameraHandle, to: LngLat): Edit | Refusal {
	const { x, y } = toPlane(planeOf(camera), to);
	const bearingDeg = Math.atan2(x, y) / RAD;
	if (handle.role === 'turn') return turnCamera(camera, Math.round(bearingDeg), handle.head);
	if (handle.role === 'reach') {
		return widenCamera(camera, { rangeM: Math.max(1, Math.round(Math.hypot(x, y))) }, handle.head);
	}
	const azimuthDeg = headViews(camera).find(({ head }) => head === handle.head)?.view.azimuthDeg ?? 0;
	const side = handle.role === 'widen-right' ? 1 : -1;
	const halfDeg = side * turnDeg(azimuthDeg, bearingDeg);
	// past straight behind, the edge has come round: the nearer end of the scale is meant
	const opened = halfDeg < -90 ? 360 : Math.round(2 * Math.max(0.5, halfDeg));
	return widenCamera(camera, { hfovDeg: opened > ALL_ROUND_DEG ? 360 : opened }, handle.head);
}

/** Compass degrees from one place to another, 0 to 360. */
export function bearingDegOf(from: LngLat, to: LngLat): number {
	const { x, y } = toPlane(localPlane(from), to);
	return (Math.atan2(x, y) / RAD + 360) % 360;
}

function headViews({ properties }: Camera): { view: View; head: number | undefined }[] {
	const isPole = (properties.heads?.length ?? 0) > 0;
	return statedViewsOf(properties).flatMap((view, i) =>
		view === null ? [] : [{ view, head: isPole ? i : undefined }]
	);
}

function planeOf({ geometry }: Camera) {
	return localPlane(geometry.coordinates as unknown as LngLat);
}

function placeOf(camera: Camera, azimuthDeg: number, reachM: number): LngLat {
	const angle = azimuthDeg * RAD;
	return fromPlane(planeOf(camera), { x: reachM * Math.sin(angle), y: reachM * Math.cos(angle) });
}

/** The way from one compass direction to another, -180 to 180, clockwise positive. */
function turnDeg(fromDeg: number, toDeg: number): number {
	return ((((toDeg - fromDeg + 180) % 360) + 360) % 360) - 180;
}
