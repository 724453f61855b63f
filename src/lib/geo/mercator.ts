/** Latitude at which the Web Mercator square ends, a little beyond it. */
const LAST_LAT = 85.06;

/** Web Mercator: world 0..1 eastwards. */
export function mercatorX(lng: number): number {
	return lng / 360 + 0.5;
}

/** Web Mercator: world 0 in the north to 1 in the south; the poles count as the edge of the square. */
export function mercatorY(lat: number): number {
	const sin = Math.sin((Math.min(LAST_LAT, Math.max(-LAST_LAT, lat)) * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
}

/** Latitude of a world y; the inverse of `mercatorY`. */
export function latitudeOf(y: number): number {
	return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}
