import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { joinPieces } from '../../src/lib/formats/osm/join-pieces.ts';
import { areaKind } from './area-kind.ts';
import { assembleRings } from './assemble-rings.ts';
import { seaPolygons } from './coastline.ts';
import { FeatureStore } from './feature-store.ts';
import type { MapKind } from './map-kind.ts';
import { doubleArea, ringContains, turned } from './ring-geometry.ts';
import type { SourceStore } from './source-store.ts';
import { worldBox, worldX, worldY, type WorldBox } from './world.ts';

const LOWEST_ADMIN_LEVEL = 8;

/** Everything the basemap and the buildings file of the region within `bbox` hold. */
export function collectFeatures(store: SourceStore, bbox: Bbox): FeatureStore {
	return new Collector(store, worldBox(bbox)).collect();
}

class Collector {
	private readonly features = new FeatureStore();
	private readonly store: SourceStore;
	private readonly box: WorldBox;
	/** World coordinates of every node, by row. */
	private readonly xs: Uint32Array;
	private readonly ys: Uint32Array;

	constructor(store: SourceStore, box: WorldBox) {
		this.store = store;
		this.box = box;
		const { count, lng, lat } = store.nodes;
		this.xs = new Uint32Array(count);
		this.ys = new Uint32Array(count);
		for (let row = 0; row < count; row++) {
			this.xs[row] = worldX(lng[row]);
			this.ys[row] = worldY(lat[row]);
		}
	}

	collect(): FeatureStore {
		const { minX, minY, maxX, maxY } = this.box;
		this.features.add({ layer: 'earth', minZoom: 0, properties: { kind: 'earth' } }, 3, [
			[minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY]
		]);
		this.addSea();
		for (const { way, line, area, point } of this.store.wayKinds) {
			if (line) this.add(line, 2, this.linesOf(way));
			if (!area && !point) continue;
			const ring = this.ringOf(this.refsOf(way));
			if (area) this.addPolygon(area, [ring], []);
			if (point) this.add(point, 1, [middleOf(ring)]);
		}
		this.addRelations();
		for (const { lng7, lat7, kind } of this.store.nodeKinds) {
			this.add(kind, 1, [[worldX(lng7), worldY(lat7)]]);
		}
		return this.features;
	}

	private addSea(): void {
		const coasts = joinPieces(this.store.coastline.map((way) => this.refsOf(way)));
		const paths = coasts.flatMap((refs) => this.pathsOf(refs));
		for (const polygon of seaPolygons(paths, this.box)) {
			this.add({ layer: 'water', minZoom: 0, properties: { kind: 'ocean' } }, 3, polygon);
		}
	}

	private addRelations(): void {
		const wayRows = this.rowsOfMembers();
		for (const { members, tags } of this.store.areaRelations) {
			const kind = areaKind(tags);
			if (!kind) continue;
			const rings = (isInner: boolean) =>
				assembleRings(
					members
						.filter((member) => member.type === 'way' && (member.role === 'inner') === isInner)
						.map((member) => wayRows.get(member.ref))
						.filter((row) => row !== undefined)
						.map((row) => this.refsOf(row))
				).map((refs) => this.ringOf(refs));
			this.addPolygon(kind, rings(false), rings(true));
		}
		this.addBorders(wayRows);
	}

	private addBorders(wayRows: ReadonlyMap<number, number>): void {
		const levels = new Map<number, number>();
		for (const { members, tags } of this.store.borderRelations) {
			const level = parseInt(tags.admin_level ?? '', 10);
			if (!(level <= LOWEST_ADMIN_LEVEL)) continue;
			for (const member of members) {
				const row = member.type === 'way' ? wayRows.get(member.ref) : undefined;
				if (row !== undefined) levels.set(row, Math.min(level, levels.get(row) ?? level));
			}
		}
		for (const [way, level] of levels) this.add(borderKind(level), 2, this.linesOf(way));
	}

	/** Rows of the ways that relations name, by id. */
	private rowsOfMembers(): Map<number, number> {
		const { store } = this;
		const wanted = new Set<number>();
		for (const { members } of [...store.areaRelations, ...store.borderRelations]) {
			for (const member of members) if (member.type === 'way') wanted.add(member.ref);
		}
		const rows = new Map<number, number>();
		for (let row = 0; row < store.wayIds.length; row++) {
			if (wanted.has(store.wayIds.array[row])) rows.set(store.wayIds.array[row], row);
		}
		return rows;
	}

	/** One feature for every exterior, with the holes that lie in it. */
	private addPolygon(kind: MapKind, exteriors: readonly number[][], holes: readonly number[][]): void {
		for (const exterior of exteriors) {
			if (exterior.length < 8 || doubleArea(exterior) === 0) continue;
			const within = holes.filter((hole) => hole.length >= 8 && liesIn(hole, exterior));
			this.add(kind, 3, [turned(exterior, true), ...within.map((hole) => turned(hole, false))]);
		}
	}

	private add(kind: MapKind, shape: 1 | 2 | 3, rings: readonly number[][]): void {
		const { box } = this;
		const meets = rings.some((ring) => {
			let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
			for (let i = 0; i < ring.length; i += 2) {
				minX = Math.min(minX, ring[i]);
				maxX = Math.max(maxX, ring[i]);
				minY = Math.min(minY, ring[i + 1]);
				maxY = Math.max(maxY, ring[i + 1]);
			}
			return minX <= box.maxX && maxX >= box.minX && minY <= box.maxY && maxY >= box.minY;
		});
		if (meets) this.features.add(kind, shape, rings);
	}

	private refsOf(way: number): number[] {
		const { refStart, refIds } = this.store;
		return Array.from(refIds.array.subarray(refStart.array[way], refStart.array[way + 1]));
	}

	private linesOf(way: number): number[][] {
		return this.pathsOf(this.refsOf(way));
	}

	/** The stretches of a way whose nodes are there. */
	private pathsOf(refs: readonly number[]): number[][] {
		const paths: number[][] = [];
		let path: number[] = [];
		for (const ref of refs) {
			const row = this.store.nodes.rowOf(ref);
			if (row >= 0) path.push(this.xs[row], this.ys[row]);
			else {
				if (path.length > 2) paths.push(path);
				path = [];
			}
		}
		if (path.length > 2) paths.push(path);
		return paths;
	}

	/** A closed ring through the nodes that are there. */
	private ringOf(refs: readonly number[]): number[] {
		const ring: number[] = [];
		for (const ref of refs) {
			const row = this.store.nodes.rowOf(ref);
			if (row >= 0) ring.push(this.xs[row], this.ys[row]);
		}
		const last = ring.length - 2;
		if (last > 0 && (ring[0] !== ring[last] || ring[1] !== ring[last + 1])) ring.push(ring[0], ring[1]);
		return ring;
	}
}

function borderKind(level: number): MapKind {
	const [kind, minZoom] =
		level <= 2 ? (['country', 0] as const) : level <= 4 ? (['region', 4] as const) : (['county', 8] as const);
	return {
		layer: 'boundaries',
		minZoom: level > 6 ? 10 : minZoom,
		properties: { kind: level > 6 ? 'locality' : kind, kind_detail: level, min_zoom: minZoom }
	};
}

/** A hole may touch the exterior at its first point, so a point on its first side is asked too. */
function liesIn(hole: readonly number[], exterior: readonly number[]): boolean {
	return (
		ringContains(exterior, hole[0], hole[1]) ||
		ringContains(exterior, (hole[0] + hole[2]) / 2, (hole[1] + hole[3]) / 2)
	);
}

function middleOf(ring: readonly number[]): number[] {
	let x = 0;
	let y = 0;
	const count = ring.length / 2 - 1;
	for (let i = 0; i < count; i++) {
		x += ring[2 * i];
		y += ring[2 * i + 1];
	}
	return count > 0 ? [Math.round(x / count), Math.round(y / count)] : [];
}
