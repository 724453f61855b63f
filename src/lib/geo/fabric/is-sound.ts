import { lay, type Rings } from './lay.ts';

/**
 * Whether rings make valid polygons (OGC Simple Features), each part an exterior and its holes: no ring
 * meets itself, none crosses another, holes lie within, the inside of each part hangs together, parts
 * touch in points at most. Exact. O(n log n).
 */
export function isSound(parts: readonly Rings[]): boolean {
	const rings = parts.flat();
	if (rings.length === 0 || rings.some((ring) => ring.length < 6)) return false;
	const laid = lay({ grounds: [rings], isAsItStands: true });
	if (laid.isTangled) return false;
	// ground is wound round once, what is not ground never
	if (laid.arrangement.sets.counts.some(([, count]) => count !== undefined && count !== 1)) return false;
	const faces = laid.faces((present) => present.length - 1);
	const count = faces.reduce((sum, face) => sum + face.rings.length, 0);
	return faces.length === parts.length && count === rings.length;
}
