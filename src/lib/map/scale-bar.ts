/** A round length that a scale bar can show, and how many pixels it takes. */
export interface ScaleStep {
	readonly lengthM: number;
	readonly widthPx: number;
}

/**
 * The longest of 1, 2 and 5 times a power of ten metres that is at most `maxPx` wide where a pixel
 * is `metresPerPx`. Throws `RangeError` when either is not above zero.
 */
export function scaleStep(metresPerPx: number, maxPx: number): ScaleStep {
	if (!(metresPerPx > 0) || !(maxPx > 0)) {
		throw new RangeError(`metresPerPx ${metresPerPx} and maxPx ${maxPx}, wanted both above 0`);
	}
	const most = metresPerPx * maxPx;
	const power = 10 ** Math.floor(Math.log10(most));
	const lengthM = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
	return { lengthM, widthPx: lengthM / metresPerPx };
}

/** Metres of ground to a pixel at a latitude and zoom of the map, on the sphere of Web Mercator. */
export function metresPerPx(lat: number, zoom: number): number {
	return (40075016.686 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}
