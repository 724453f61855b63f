import Flatbush from 'flatbush';
import { BORDER_KINDS, type BorderKind, type Borders } from '../../src/lib/geo/borders.ts';
import { doubleArea } from '../../src/lib/geo/grid-ring.ts';
import { groundOfRings } from '../../src/lib/geo/ground-of-rings.ts';
import { boxOfRings } from '../../src/lib/geo/ring-box.ts';
import { ringAreaM2 } from '../../src/lib/geo/ellipsoid-area.ts';
import type { FeatureStore } from './feature-store.ts';
import { Growing } from './growing.ts';
import type { MapKind } from './map-kind.ts';
import { lat7Of, lng7Of } from './world.ts';

/** Water and islands smaller than this border nothing. */
const LEAST_WATER_M2 = 1000;
/** Railways that part the land; trams run in streets. */
const RAILWAYS = new Set(['rail', 'light_rail', 'subway', 'narrow_gauge']);
/** From this zoom on show the tracks of yards and sidings. */
const SIDING_ZOOM = 13;

/** One body of water, as the source has it: rings of the integer grid, the exterior first. */
interface WaterPiece {
	readonly rings: Int32Array[];
	readonly name: string | null;
}

/**
 * The railways, rivers and outlines of water among the features, back on the globe.
 *
 * Water that touches is one body, so that neither a tile's border nor a bridge that the source cut a river at shows. A body has
 * the name of its largest piece that has one.
 */
export function collectBorders(features: FeatureStore): Borders {
	const into = new BorderMaker();
	const water: WaterPiece[] = [];
	for (let f = 0; f < features.count; f++) {
		const kind = features.kinds[f];
		const name = typeof kind.properties.name === 'string' ? kind.properties.name : null;
		if (features.shapes.array[f] === 3) {
			if (kind.layer === 'water') water.push({ rings: ringsOf(features, f), name });
			continue;
		}
		const border = lineBorder(kind);
		if (!border || features.shapes.array[f] !== 2) continue;
		for (let r = features.ringStart.array[f]; r < features.ringStart.array[f + 1]; r++) {
			into.add(border, name, lineOf(features, r));
		}
	}
	for (const { rings, name } of bodies(water)) for (const ring of rings) into.add('water', name, ring);
	return into.borders();
}

function lineBorder({ layer, minZoom, properties }: MapKind): BorderKind | null {
	if (layer === 'roads' && properties.kind === 'rail') {
		const isTrack = RAILWAYS.has(String(properties.kind_detail)) && minZoom < SIDING_ZOOM;
		return isTrack && properties.is_tunnel !== true ? 'railway' : null;
	}
	if (layer !== 'water') return null;
	return properties.kind === 'river' ? 'river' : properties.kind === 'stream' ? 'stream' : null;
}

/** Pieces that touch or overlap, joined; small ones and small islands are left out. */
function bodies(pieces: readonly WaterPiece[]): WaterPiece[] {
	if (pieces.length === 0) return [];
	const index = new Flatbush(pieces.length);
	const boxes = pieces.map(({ rings }) => boxOfRings(rings));
	for (const box of boxes) index.add(...box);
	index.finish();
	const groupOf = new Int32Array(pieces.length).fill(-1);
	const found: WaterPiece[] = [];
	for (let first = 0; first < pieces.length; first++) {
		if (groupOf[first] >= 0) continue;
		groupOf[first] = first;
		const group = [first];
		for (let i = 0; i < group.length; i++) {
			for (const other of index.search(...boxes[group[i]])) {
				if (groupOf[other] >= 0) continue;
				groupOf[other] = first;
				group.push(other);
			}
		}
		found.push(...joined(group.map((i) => pieces[i])));
	}
	return found;
}

/** The bodies that pieces near each other make. */
function joined(pieces: readonly WaterPiece[]): WaterPiece[] {
	const faces = groundOfRings(pieces.flatMap(({ rings }) => rings));
	return faces.flatMap((rings) => {
		const large = rings.filter((ring) => Math.abs(ringAreaM2(ring)) >= LEAST_WATER_M2);
		if (large[0] !== rings[0]) return [];
		return [{ rings: large, name: nameOf(rings[0], pieces) }];
	});
}

/** The name of the largest named piece whose exterior begins within the box of `exterior`. */
function nameOf(exterior: Int32Array, pieces: readonly WaterPiece[]): string | null {
	const [west, south, east, north] = boxOfRings([exterior]);
	let name: string | null = null;
	let most = 0;
	for (const piece of pieces) {
		const [ring] = piece.rings;
		if (piece.name === null || !ring) continue;
		if (ring[0] < west || ring[0] > east || ring[1] < south || ring[1] > north) continue;
		const area = Math.abs(doubleArea(ring));
		if (area > most) [name, most] = [piece.name, area];
	}
	return name;
}

/** Rings of a polygon: y runs north on the globe, so they are turned round; the closing point is left out. */
function ringsOf(features: FeatureStore, f: number): Int32Array[] {
	const rings: Int32Array[] = [];
	for (let r = features.ringStart.array[f]; r < features.ringStart.array[f + 1]; r++) {
		rings.push(lineOf(features, r).slice(2));
	}
	return rings.map(backwards);
}

function lineOf(features: FeatureStore, r: number): Int32Array {
	const first = features.coordStart.array[r];
	const line = new Int32Array(features.coordStart.array[r + 1] - first);
	for (let i = 0; i < line.length; i += 2) {
		line[i] = lng7Of(features.coords.array[first + i]);
		line[i + 1] = lat7Of(features.coords.array[first + i + 1]);
	}
	return line;
}

function backwards(ring: Int32Array): Int32Array {
	const back = new Int32Array(ring.length);
	for (let i = 0; i < ring.length; i += 2) back.set(ring.subarray(i, i + 2), ring.length - 2 - i);
	return back;
}

/** Gathers lines into flat arrays. */
class BorderMaker {
	private readonly coords = new Growing(Int32Array);
	private readonly lineStart = new Growing(Uint32Array);
	private readonly lineKind = new Growing(Uint8Array);
	private readonly lineName = new Growing(Int32Array);
	private readonly names: string[] = [];
	private readonly nameIndex = new Map<string, number>();

	constructor() {
		this.lineStart.push(0);
	}

	add(kind: BorderKind, name: string | null, points: Int32Array): void {
		for (const value of points) this.coords.push(value);
		this.lineStart.push(this.coords.length / 2);
		this.lineKind.push(BORDER_KINDS.indexOf(kind));
		this.lineName.push(name === null ? -1 : this.indexOf(name));
	}

	borders(): Borders {
		return {
			coords: this.coords.done().slice(),
			lineStart: this.lineStart.done().slice(),
			lineKind: this.lineKind.done().slice(),
			lineName: this.lineName.done().slice(),
			names: this.names
		};
	}

	private indexOf(name: string): number {
		let index = this.nameIndex.get(name);
		if (index === undefined) this.nameIndex.set(name, (index = this.names.push(name) - 1));
		return index;
	}
}
