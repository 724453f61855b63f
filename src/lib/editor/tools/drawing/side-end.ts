import type { LngLat } from '../../../geo/coordinates.ts';
import { fromPlane, localPlane, toPlane } from '../../../geo/local-plane.ts';
import { rounded } from '../../../geo/rounded.ts';
import type { TypedSide } from './typed-side.ts';

const RAD = Math.PI / 180;
/** Shift holds bearings to multiples of this. */
const STEP_DEG = 15;

/** Where a side from `from` ends that points to `to` and is held to `side`; without it to whole steps of 15 degrees. */
export function sideEnd(from: LngLat, to: LngLat, side: TypedSide | null): LngLat {
	const plane = localPlane(from);
	const { x, y } = toPlane(plane, to);
	const pointedM = Math.hypot(x, y);
	const pointedDeg = Math.atan2(x, y) / RAD;
	const bearingDeg = side ? (side.bearingDeg ?? pointedDeg) : Math.round(pointedDeg / STEP_DEG) * STEP_DEG;
	// held to a bearing alone it goes as far as the pointer has come that way
	const along = Math.max(0, pointedM * Math.cos((pointedDeg - bearingDeg) * RAD));
	const lengthM = side?.lengthM ?? along;
	const angle = bearingDeg * RAD;
	return rounded(fromPlane(plane, { x: lengthM * Math.sin(angle), y: lengthM * Math.cos(angle) }));
}
