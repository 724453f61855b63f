import type { Area, ControlRing, Item, ItemId } from '../../domain/items.ts';
import type { Overlay } from '../../geo/overlay/overlay.ts';
import { RingClipper } from '../../geo/overlay/ring-clipper.ts';
import { polygonRings } from './polygon-rings.ts';

/** What bounds the ground asked about. */
export type Boundary = Area | ControlRing;

export function isBoundary(item: Item): item is Boundary {
	return item.kind === 'area' || item.kind === 'control-ring';
}

/** The boundaries that count, with their rings, and the ids of those whose rings are not sound. */
export interface Bounds {
	found: { item: Boundary; rings: Int32Array[] }[];
	refused: ItemId[];
}

/**
 * The items whose union is asked about: all `area` items, or where there are none the control rings
 * of the highest level, by id. Items whose rings cross themselves, or are none, are refused.
 */
export function boundsOf(items: Iterable<Boundary>): Bounds {
	const sound: Bounds['found'] = [];
	const refused: ItemId[] = [];
	for (const item of items) {
		const rings = polygonRings(item.geometry);
		if (item.kind === 'control-ring') rings.length = Math.min(1, rings.length);
		if (rings.length > 0) sound.push({ item, rings });
		else refused.push(item.id);
	}
	// the order of items must not show in the cells
	sound.sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
	const areas = sound.filter(({ item }) => item.kind === 'area');
	if (areas.length > 0) return { found: areas, refused };
	const levelOf = ({ item }: { item: Boundary }): number => Number(item.properties.level) || 0;
	const outermost = Math.max(...sound.map(levelOf));
	return { found: sound.filter((ring) => levelOf(ring) === outermost), refused };
}

/** The subject within a square: all of it, none of it, or the rings that bound it there. */
export type SubjectPart = 'all' | 'none' | readonly Int32Array[];

const clipper = new RingClipper();

/** What of `part`, the subject of a square around, lies in the square of `size` at (`x`, `y`). */
export function clipSubject(part: SubjectPart, x: number, y: number, size: number): SubjectPart {
	if (part === 'all' || part === 'none') return part;
	const whole = 2 * size * size;
	const rings: Int32Array[] = [];
	let wholes = 0;
	let hasHole = false;
	for (const ring of part) {
		const n = clipper.clip(ring, 0, ring.length / 2, x, y, size);
		if (n === 0) continue;
		const area = clipper.doubleArea(n);
		if (area === 0) continue;
		if (Math.abs(area) === whole) {
			wholes += Math.sign(area);
			continue;
		}
		if (area < 0) hasHole = true;
		const clipped = new Int32Array(2 * n);
		for (let i = 0; i < 2 * n; i += 2) {
			clipped[i] = clipper.points[i] + x;
			clipped[i + 1] = clipper.points[i + 1] + y;
		}
		rings.push(clipped);
	}
	if (rings.length === 0 || (wholes > 0 && !hasHole)) return wholes > 0 ? 'all' : 'none';
	for (let i = 0; i < wholes; i++) rings.push(squareRing(x, y, size));
	return rings;
}

/** The rings of `part` in the square of `size` at (`x`, `y`). */
export function subjectRings(part: SubjectPart, x: number, y: number, size: number): readonly Int32Array[] {
	if (part === 'none') return [];
	return part === 'all' ? [squareRing(x, y, size)] : part;
}

/** Adds the subject of a square to the overlay begun there, as its layer 0. */
export function addSubject(
	{ subject, x, y, size }: { subject: SubjectPart; x: number; y: number; size: number },
	overlay: Overlay
): void {
	for (const ring of subjectRings(subject, x, y, size)) overlay.addRing(ring, 0, ring.length / 2, 0);
}

/** Whether two parts are the same rings in the same order. */
export function isSamePart(a: SubjectPart, b: SubjectPart): boolean {
	if (typeof a === 'string' || typeof b === 'string') return a === b;
	return (
		a.length === b.length &&
		a.every((ring, r) => ring.length === b[r].length && ring.every((value, i) => value === b[r][i]))
	);
}

/** A square as a ring, counter-clockwise. */
export function squareRing(x: number, y: number, size: number): Int32Array {
	return Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size);
}
