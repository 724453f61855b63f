import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import { boxOfRings } from '../../geo/ring-box.ts';
import { NO_FACES, type Faces } from '../../geo/overlay/faces.ts';
import { NodingError } from '../../geo/overlay/noder.ts';
import { Overlay } from '../../geo/overlay/overlay.ts';
import { gridPointAt } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { addSubject, clipSubject, squareRing, type SubjectPart } from '../coverage/subject.ts';
import { subtractParts, type Parts } from '../road-gaps/edge-parts.ts';
import { ReachField, type ReachGrid } from './reach-field.ts';
import { joinTiles, type Tile } from './join-tiles.ts';

/** Ground that is reached: polygons as in `Faces`, and how much of it there is. */
export interface ReachedGround {
	readonly polygons: readonly Faces[];
	readonly areaM2: number;
}

export interface GroundAnswer {
	/** Of the ground asked about; null where none was named. */
	readonly groundM2: number | null;
	/** By level, each holding the one before. */
	readonly levels: readonly ReachedGround[];
}

/** Side of the squares that ground is worked out in, in 1e-7 degrees: some 23 km. */
const TILE = 1 << 21;
const SUBJECT = 1;
const REACHED = 2;

/**
 * The ground within reach of roads, for levels that each hold the parts of the one before, clipped to
 * the rings of `ground` (of any winding above zero), or not at all where that is null.
 *
 * Yields after every square how many of them are done.
 */
export function* reachGround(
	graph: RoadGraph,
	levels: readonly ReadonlyMap<number, Parts>[],
	ground: readonly Int32Array[] | null,
	grid: ReachGrid
): Generator<[done: number, total: number], GroundAnswer> {
	const stretches = stretchesByTile(graph, levels, grid);
	const tiles = tilesOf(stretches, ground);
	const overlay = new Overlay();
	const found: Tile[][] = levels.map(() => []);
	const areaM2 = new Float64Array(levels.length);
	let groundM2 = 0;
	for (const [done, key] of tiles.entries()) {
		const [x, y] = cornerOf(key);
		const subject: SubjectPart = ground ? clipSubject(ground, x, y, TILE) : 'all';
		if (subject !== 'none') {
			if (ground) groundM2 += subjectAreaM2(overlay, subject, x, y);
			const own = stretches.get(key);
			if (own) {
				const field = new ReachField(grid, x, y, x + TILE, y + TILE);
				own.forEach((list, level) => {
					for (let k = 0; k < list.length; k += 4)
						field.stamp(list[k], list[k + 1], list[k + 2], list[k + 3]);
					const faces = facesWithin(overlay, subject, field.rings(), x, y, TILE);
					for (const tile of faces) {
						if (tile.faces.label.length === 0) continue;
						found[level].push(tile);
						areaM2[level] += facesAreaM2(tile.faces);
					}
				});
			}
		}
		yield [done + 1, tiles.length];
	}
	return {
		groundM2: ground ? groundM2 : null,
		levels: found.map((pieces, level) => ({ polygons: joinTiles(pieces), areaM2: areaM2[level] }))
	};
}

/** By square and level, the stretches of road (from and to, four numbers each) that are reached first at it and come near. */
function stretchesByTile(
	graph: RoadGraph,
	levels: readonly ReadonlyMap<number, Parts>[],
	grid: ReachGrid
): Map<number, number[][]> {
	const byTile = new Map<number, number[][]>();
	// the reach and three steps of the raster, seen from the square
	const marginY = grid.reachM * 90 + 4 * grid.stepY;
	const marginX = marginY * (grid.stepX / grid.stepY);
	levels.forEach((parts, level) => {
		for (const [edge, all] of parts) {
			const before = levels[level - 1]?.get(edge);
			const own = before ? subtractParts(all, before) : all;
			for (let k = 0; k < own.length; k += 2) {
				let [ax, ay] = gridPointAt(graph, edge, own[k]);
				for (let m = Math.floor(own[k]) + 1; ; m++) {
					const [bx, by] = gridPointAt(graph, edge, Math.min(m, own[k + 1]));
					const x1 = Math.floor((Math.max(ax, bx) + marginX) / TILE);
					const y1 = Math.floor((Math.max(ay, by) + marginY) / TILE);
					for (let x = Math.floor((Math.min(ax, bx) - marginX) / TILE); x <= x1; x++) {
						for (let y = Math.floor((Math.min(ay, by) - marginY) / TILE); y <= y1; y++) {
							const key = keyOf(x, y);
							let lists = byTile.get(key);
							if (!lists) byTile.set(key, (lists = levels.map(() => [])));
							lists[level].push(ax, ay, bx, by);
						}
					}
					if (m >= own[k + 1]) break;
					[ax, ay] = [bx, by];
				}
			}
		}
	});
	return byTile;
}

function tilesOf(stretches: ReadonlyMap<number, unknown>, ground: readonly Int32Array[] | null): number[] {
	if (!ground || ground.length === 0) return ground ? [] : [...stretches.keys()].sort((a, b) => a - b);
	const [west, south, east, north] = boxOfRings(ground);
	const tiles: number[] = [];
	for (let x = Math.floor(west / TILE); x <= Math.floor(east / TILE); x++) {
		for (let y = Math.floor(south / TILE); y <= Math.floor(north / TILE); y++) tiles.push(keyOf(x, y));
	}
	return tiles;
}

const ROWS = 4096;

function keyOf(x: number, y: number): number {
	return x * ROWS + y;
}

function cornerOf(key: number): [x: number, y: number] {
	const y = key - Math.floor((key + ROWS / 2) / ROWS) * ROWS;
	return [((key - y) / ROWS) * TILE, y * TILE];
}

/** The faces of `subject` that the rings hold, in quarters where the whole square is too fine for the grid. */
function facesWithin(
	overlay: Overlay,
	subject: SubjectPart,
	rings: readonly Int32Array[],
	x: number,
	y: number,
	size: number
): Tile[] {
	const part = clipSubject(subject, x, y, size);
	if (part === 'none') return [];
	overlay.begin(x, y, size, 2);
	addSubject({ subject: part, x, y, size }, overlay);
	for (const ring of rings) overlay.addRing(ring, 0, ring.length / 2, 1);
	try {
		return [{ faces: overlay.faces(labelOf, 1 << REACHED) ?? NO_FACES, x, y, size }];
	} catch (error) {
		if (!(error instanceof NodingError) || size < 16) throw error;
		const half = size / 2;
		return [x, x + half].flatMap((left) =>
			[y, y + half].flatMap((low) => facesWithin(overlay, part, rings, left, low, half))
		);
	}
}

function labelOf(present: number): number {
	return present & 2 ? REACHED : SUBJECT;
}

function subjectAreaM2(overlay: Overlay, subject: SubjectPart, x: number, y: number): number {
	if (subject === 'all') return ringAreaM2(squareRing(x, y, TILE));
	return facesWithin(overlay, subject, [squareRing(x, y, TILE)], x, y, TILE).reduce(
		(sum, { faces }) => sum + facesAreaM2(faces),
		0
	);
}

function facesAreaM2({ ringStart, coords }: Faces): number {
	let sum = 0;
	for (let r = 0; r + 1 < ringStart.length; r++) sum += ringAreaM2(coords, ringStart[r], ringStart[r + 1]);
	return sum;
}
