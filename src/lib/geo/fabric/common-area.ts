import { ringAreaM2 } from '../ellipsoid-area.ts';
import { lay, type Rings } from './lay.ts';

/** Square metres on the ellipsoid that lie in both grounds. */
export function commonAreaM2(a: Rings, b: Rings): number {
	const common = lay({ grounds: [a, b] }).faces((present) => (present.length === 2 ? 0 : -1));
	return common.reduce((sum, { rings }) => sum + areaM2(rings), 0);
}

/** Square metres on the ellipsoid of valid rings, holes taken off. */
export function areaM2(rings: Rings): number {
	return rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
}
