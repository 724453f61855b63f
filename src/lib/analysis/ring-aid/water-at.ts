import { BORDER_KINDS, borderLine, type Borders } from '../../geo/borders.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { snapRing } from '../../geo/grid-ring.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import { windingAt } from '../../geo/winding.ts';

/** A river drawn as a line alone counts as so wide. */
const LINE_WIDTH_M = 8;
const KINDS = { river: BORDER_KINDS.indexOf('river'), water: BORDER_KINDS.indexOf('water') };

/** Water that a ring may run along. */
export interface Water {
	/** Rings of the integer grid: exteriors counter-clockwise, islands clockwise. They may overlap. */
	readonly rings: Int32Array[];
	readonly name: string | null;
}

/**
 * The water at a place or nearest to it: a body, and the river that runs on from it as a line alone, up and down
 * stream. Tributaries of other names are no part of it. Null where no river and no body lies within `withinM`.
 */
export function waterAt(borders: Borders, at: LngLat, withinM: number): Water | null {
	const nearest = nearestWater(borders, at, withinM);
	if (nearest < 0) return null;
	const { lineKind, lineName, names } = borders;
	const rings: Int32Array[] = [];
	const lines = new Set<number>();
	const bodies = new Set<number>();
	const riverNames = new Set<number>([lineName[nearest]]);
	riverNames.delete(-1);
	const take = (l: number): void => {
		if (lineKind[l] === KINDS.river) lines.add(l);
		else bodies.add(l);
	};
	take(nearest);
	// what flows through the body is that river, whatever its parts are called
	if (lineKind[nearest] === KINDS.water) {
		const exterior = borderLine(borders, nearest);
		for (let l = 0; l < lineKind.length; l++) {
			if (lineKind[l] !== KINDS.river || !runsWithin(borderLine(borders, l), exterior)) continue;
			take(l);
			if (lineName[l] >= 0) riverNames.add(lineName[l]);
		}
	}
	growAlong(borders, lines, riverNames);
	for (const l of [...lines]) bodiesOn(borders, l).forEach((body) => bodies.add(body));

	for (const l of bodies) {
		rings.push(borderLine(borders, l));
		// the islands of a body follow it
		for (let i = l + 1; i < lineKind.length && isIsland(borders, i); i++) rings.push(borderLine(borders, i));
	}
	for (const l of lines) rings.push(...strip(borderLine(borders, l)));
	const name = lineName[nearest] >= 0 ? lineName[nearest] : ([...riverNames][0] ?? -1);
	return { rings, name: name < 0 ? null : names[name] };
}

function isIsland(borders: Borders, l: number): boolean {
	return borders.lineKind[l] === KINDS.water && !isExterior(borderLine(borders, l));
}

function isExterior(ring: Int32Array): boolean {
	let sum = 0;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		sum += (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
	}
	return sum > 0;
}

/** The smallest body that holds the place, else the body's bank or river within reach that is nearest; -1 none. */
function nearestWater(borders: Borders, at: LngLat, withinM: number): number {
	const plane = localPlane(at);
	const [x, y] = [Math.round(at[0] * GRID_PER_DEG), Math.round(at[1] * GRID_PER_DEG)];
	let best = withinM;
	let nearest = -1;
	let exterior = -1;
	for (let l = 0; l < borders.lineKind.length; l++) {
		const isBody = borders.lineKind[l] === KINDS.water;
		if (!isBody && borders.lineKind[l] !== KINDS.river) continue;
		const line = borderLine(borders, l);
		if (isBody && !isIsland(borders, l)) {
			exterior = l;
			if (windingAt(x, y, [line]) > 0) return l;
		}
		const count = line.length / 2;
		for (let i = 0; i + (isBody ? 0 : 1) < count; i++) {
			const j = (i + 1) % count;
			const a = toPlane(plane, [line[2 * i] / GRID_PER_DEG, line[2 * i + 1] / GRID_PER_DEG]);
			const b = toPlane(plane, [line[2 * j] / GRID_PER_DEG, line[2 * j + 1] / GRID_PER_DEG]);
			const [dx, dy] = [b.x - a.x, b.y - a.y];
			const lengthSq = dx * dx + dy * dy;
			const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / lengthSq));
			const awayM = Math.hypot(a.x + t * dx, a.y + t * dy);
			if (awayM <= best) [best, nearest] = [awayM, isBody ? exterior : l];
		}
	}
	return nearest;
}

/** Adds to `lines` the rivers of these names that hang together with them. */
function growAlong(borders: Borders, lines: Set<number>, riverNames: ReadonlySet<number>): void {
	const atPoint = new Map<string, number[]>();
	const ends = (l: number): string[] => {
		const line = borderLine(borders, l);
		return [`${line[0]},${line[1]}`, `${line[line.length - 2]},${line[line.length - 1]}`];
	};
	for (let l = 0; l < borders.lineKind.length; l++) {
		if (borders.lineKind[l] !== KINDS.river || !riverNames.has(borders.lineName[l])) continue;
		for (const end of ends(l)) atPoint.set(end, [...(atPoint.get(end) ?? []), l]);
	}
	for (const l of lines) {
		for (const end of ends(l)) for (const other of atPoint.get(end) ?? []) lines.add(other);
	}
}

/** The bodies that a river runs through. */
function bodiesOn(borders: Borders, l: number): number[] {
	const line = borderLine(borders, l);
	const found: number[] = [];
	for (let b = 0; b < borders.lineKind.length; b++) {
		if (borders.lineKind[b] !== KINDS.water || isIsland(borders, b)) continue;
		if (runsWithin(line, borderLine(borders, b))) found.push(b);
	}
	return found;
}

/** Whether at least two points of a line, not only its mouth, lie within a ring. */
function runsWithin(line: Int32Array, ring: Int32Array): boolean {
	let within = 0;
	for (let i = 0; i < line.length && within < 2; i += 2) {
		if (windingAt(line[i], line[i + 1], [ring]) > 0) within++;
	}
	return within > 1;
}

/** The ground of a river drawn as a line. */
function strip(line: Int32Array): Int32Array[] {
	const rings: Int32Array[] = [];
	for (let i = 0; i + 3 < line.length; i += 2) {
		const a: LngLat = [line[i] / GRID_PER_DEG, line[i + 1] / GRID_PER_DEG];
		const plane = localPlane(a);
		const { x, y } = toPlane(plane, [line[i + 2] / GRID_PER_DEG, line[i + 3] / GRID_PER_DEG]);
		const length = Math.hypot(x, y);
		if (length === 0) continue;
		const half = LINE_WIDTH_M / 2;
		// a little longer at both ends, so that strips overlap in bends
		const [ux, uy] = [(x / length) * half, (y / length) * half];
		const ring = snapRing(plane, [
			-ux + uy,
			-uy - ux,
			x + ux + uy,
			y + uy - ux,
			x + ux - uy,
			y + uy + ux,
			-ux - uy,
			-uy + ux
		]);
		if (ring) rings.push(ring);
	}
	return rings;
}
