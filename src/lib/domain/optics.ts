/** Height of a person's head: what a picture must still show at its far end. */
export const PERSON_HEIGHT_M = 1.7;

const RAD = Math.PI / 180;

/** Opening angle of a rectilinear lens over a sensor, both in millimetres: `2 atan(w / 2f)`, 0 to 180 degrees. */
export function hfovDegOf(sensorWidthMm: number, focalLengthMm: number): number {
	return (2 * Math.atan(sensorWidthMm / (2 * focalLengthMm))) / RAD;
}

/**
 * The upright opening angle of a picture `hfovDeg` wide; `aspect` is its height by its width. Null
 * from 180 degrees on: so wide a picture is no longer flat and the angle does not follow from it.
 */
export function vfovDegOf(hfovDeg: number, aspect: number): number | null {
	if (hfovDeg >= 180) return null;
	return (2 * Math.atan(Math.tan((hfovDeg * RAD) / 2) * aspect)) / RAD;
}

/**
 * Where a picture begins and ends on flat ground before a mast, by the tilt of its axis below the
 * horizon.
 *
 * `nearM` is where the lower rim meets the ground: 0 where that looks straight down or back, infinite
 * where it does not come down. `farM` is where the upper rim falls below `PERSON_HEIGHT_M`, null where
 * it does not fall; a camera mounted no higher than that is measured at the ground.
 */
export function groundBandOf(
	heightM: number,
	tiltDeg: number,
	vfovDeg: number
): { nearM: number; farM: number | null } {
	const lowerDeg = tiltDeg + vfovDeg / 2;
	const upperDeg = tiltDeg - vfovDeg / 2;
	const dropM = heightM > PERSON_HEIGHT_M ? heightM - PERSON_HEIGHT_M : heightM;
	return {
		nearM: lowerDeg >= 90 ? 0 : lowerDeg > 0 ? heightM / Math.tan(lowerDeg * RAD) : Infinity,
		farM: upperDeg > 0 ? dropM / Math.tan(upperDeg * RAD) : null
	};
}

/** The focal length that opens a sensor to `hfovDeg`, over 0 and below 180, both in millimetres; the inverse of `hfovDegOf`. */
export function focalMmFor(sensorWidthMm: number, hfovDeg: number): number {
	return sensorWidthMm / (2 * Math.tan((hfovDeg * RAD) / 2));
}

/** The tilt that brings the lower rim of a picture to the ground at `nearM`; straight below the mast at 0. */
export function tiltDegForNear(heightM: number, vfovDeg: number, nearM: number): number {
	return Math.atan2(heightM, nearM) / RAD - vfovDeg / 2;
}

/** The tilt at which the upper rim of a picture falls below `PERSON_HEIGHT_M` at `farM`; the inverse of the far end of `groundBandOf`. */
export function tiltDegForFar(heightM: number, vfovDeg: number, farM: number): number {
	const dropM = heightM > PERSON_HEIGHT_M ? heightM - PERSON_HEIGHT_M : heightM;
	return Math.atan2(dropM, farM) / RAD + vfovDeg / 2;
}
