const RAD = Math.PI / 180;

/** Pixels per metre across a picture `widthPx` wide at `distanceM`; infinite at the camera itself. */
export function pxPerMAt(widthPx: number, hfovDeg: number, distanceM: number): number {
	return widthPx / (spreadOf(hfovDeg) * distanceM);
}

/** Metres at which a picture thins to `pxPerM`; the inverse of `pxPerMAt`. */
export function distanceMAt(widthPx: number, hfovDeg: number, pxPerM: number): number {
	return widthPx / (spreadOf(hfovDeg) * pxPerM);
}

/** The opening angle, over 0 and below 180, at which a flat picture thins to `pxPerM` at `distanceM`. */
export function hfovDegFor(widthPx: number, distanceM: number, pxPerM: number): number {
	const spread = widthPx / (distanceM * pxPerM);
	return (2 * Math.atan(spread / 2)) / RAD;
}

/**
 * Metres that a picture spans a metre away. Below 180 degrees the width of the flat scene,
 * `2 tan(hfov/2)` (IEC 62676-4); from there on, where a flat scene has no width, the arc.
 */
function spreadOf(hfovDeg: number): number {
	return hfovDeg < 180 ? 2 * Math.tan((hfovDeg * RAD) / 2) : hfovDeg * RAD;
}
