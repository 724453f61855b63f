import type { LngLat } from '../../geo/coordinates.ts';
import { bearingDeg } from '../../geo/bearing.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { Edit } from '../edit.ts';
import { opticsOf, wholeHeadsOf } from '../head-optics.ts';
import type { Camera, CameraHead } from '../items.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';
import { noSuchHead } from './with-head.ts';

/** Which head of a pole is aimed: one by its place, all of them, or the one that has least to turn. */
export type WhichHead = number | 'all' | 'nearest';

/**
 * Turns cameras to look at a place, one edit. A camera that stands on the place keeps its direction, one that
 * looks all round has none to change. A direction that was only roughly known is known from then on.
 * Refuses where nothing can be aimed, and a head that is not there.
 */
export function aimCameras(
	cameras: readonly Camera[],
	at: LngLat,
	which: WhichHead = 'nearest'
): Edit | Refusal {
	const put: Camera[] = [];
	for (const camera of cameras) {
		const heads = aimedHeads(camera, at, which);
		if (typeof which === 'number' && !camera.properties.heads?.[which]) return noSuchHead(camera, which);
		const azimuthDeg = azimuthTo(camera, at);
		if (heads.length === 0 || azimuthDeg === null) continue;
		const aim = <H extends CameraHead>(head: H): Omit<H, 'azimuthToleranceDeg'> & CameraHead => {
			const { azimuthToleranceDeg: _rough, ...kept } = head;
			return { ...kept, azimuthDeg };
		};
		const { properties } = camera;
		const aimed: Camera = {
			...camera,
			properties: properties.heads
				? { ...properties, heads: properties.heads.map((head, i) => (heads.includes(i) ? aim(head) : head)) }
				: aim(properties)
		};
		const error = validateItem(aimed).find(({ severity }) => severity === 'error');
		if (error) return refuse(error);
		put.push(aimed);
	}
	if (put.length === 0) return refuse({ code: 'nothing-to-add', severity: 'error' });
	const name = put.length === 1 ? put[0]?.properties.name : undefined;
	return { label: { verb: 'turn', kind: 'camera', name, count: put.length }, put, drop: [] };
}

/** Which heads of a camera would be aimed at a place, by their index; 0 of a single camera. Empty where it looks all round. */
export function aimedHeads(camera: Camera, at: LngLat, which: WhichHead): number[] {
	const optics = wholeHeadsOf(camera.properties).map(opticsOf);
	const able = optics.flatMap(({ hfovDeg }, i) => (hfovDeg === 360 ? [] : [i]));
	if (which === 'all') return able;
	if (typeof which === 'number') return able.filter((i) => i === which);
	const wantedDeg = azimuthTo(camera, at);
	if (wantedDeg === null) return able.slice(0, 1);
	const turnDeg = (i: number): number => {
		const azimuthDeg = optics[i]?.azimuthDeg ?? null;
		// a head that looks nowhere known is free to be aimed
		return azimuthDeg === null ? 0 : Math.abs(((wantedDeg - azimuthDeg + 540) % 360) - 180);
	};
	return [...able].sort((a, b) => turnDeg(a) - turnDeg(b)).slice(0, 1);
}

/** Compass degrees from a camera to a place, 0 up to 360, to a hundredth; null where it stands on it. */
export function azimuthTo(camera: Camera, at: LngLat): number | null {
	const from = camera.geometry.coordinates as unknown as LngLat;
	const { x, y } = toPlane(localPlane(from), at);
	if (Math.hypot(x, y) < 0.01) return null;
	return (Math.round(100 * bearingDeg(from, at)) % 36000) / 100;
}
