import type { CoverageBy, GapReason, GapRow } from '../../domain/findings/gaps.ts';
import type { ItemId } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { joinFaces, type FacePiece } from '../../geo/overlay/join-faces.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { pointInside } from '../../geo/overlay/point-inside.ts';
import type { AreaLookup } from './area-lookup.ts';
import type { GapIndex } from './gap-index.ts';
import { reasonOf } from './layers.ts';

/** A gap smaller than the limit is dropped where it is also narrower than this on average. */
const SLIVER_WIDTH_M = 0.5;

/** Makes every coordinate a whole number from nought up, for ids. */
const ID_OFFSET = 1.8e9;

/**
 * The gaps as a list: named, judged, in order.
 *
 * A sliver is a gap of less than `minAreaM2` whose mean width, `2 area / perimeter`, is under half a
 * metre: the leavings between footprints that nearly meet, not ground anyone could stand on. The id
 * of a gap is made of its leftmost point, so it stays while the gap keeps its place there.
 */
export class GapList {
	readonly count: number;
	readonly droppedSliversM2: number;
	private readonly isSliver: Uint8Array;
	private ids: string[] | null = null;
	private largest: Int32Array | null = null;
	private numberOf: Map<string, number> | null = null;
	private grouped: { start: Uint32Array; faces: Int32Array } | null = null;

	constructor(
		readonly index: GapIndex,
		private readonly lookup: AreaLookup,
		private readonly by: CoverageBy,
		minAreaM2: number
	) {
		this.isSliver = new Uint8Array(index.count);
		let count = 0;
		let dropped = 0;
		for (let gap = 0; gap < index.count; gap++) {
			const areaM2 = index.areaM2[gap];
			if (areaM2 < minAreaM2 && 2 * areaM2 < SLIVER_WIDTH_M * index.perimeterM[gap]) {
				this.isSliver[gap] = 1;
				dropped += areaM2;
			} else count++;
		}
		this.count = count;
		this.droppedSliversM2 = dropped;
	}

	/** Id of a gap by number; null for a dropped sliver. */
	idOf(gap: number): string | null {
		return this.isSliver[gap] ? null : this.allIds()[gap];
	}

	/** Number of the gap with this id; null where there is none. */
	find(id: string): number | null {
		if (this.numberOf === null) {
			this.numberOf = new Map();
			const ids = this.allIds();
			for (let gap = 0; gap < ids.length; gap++) if (!this.isSliver[gap]) this.numberOf.set(ids[gap], gap);
		}
		return this.numberOf.get(id) ?? null;
	}

	reasonOf(gap: number): GapReason {
		return reasonOf(this.index.label[gap], this.by);
	}

	/** Numbers of the gaps that are no slivers, largest first. */
	order(): number[] {
		const ids = this.allIds();
		const { areaM2 } = this.index;
		return [...ids.keys()]
			.filter((gap) => !this.isSliver[gap])
			.sort((a, b) => areaM2[b] - areaM2[a] || (ids[a] < ids[b] ? -1 : 1));
	}

	row(gap: number): GapRow {
		const { index } = this;
		this.largest ??= index.largestFaces();
		const largest = this.largest[gap];
		const cell = index.cellOf(largest);
		const [x, y] = cell.gaps ? pointInside(cell.gaps.faces, largest - cell.firstFace) : [0, 0];
		return {
			id: this.allIds()[gap],
			areaM2: index.areaM2[gap],
			reason: this.reasonOf(gap),
			likelyM2: 0,
			possibleM2: 0,
			plannedM2: 0,
			areaId: this.areaOf(gap),
			at: [x / GRID_PER_DEG, y / GRID_PER_DEG],
			bbox: this.boxOf(gap)
		};
	}

	/** The whole polygon of a gap, joined across cells. */
	polygon(gap: number): Faces {
		const pieces: FacePiece[] = [];
		for (const n of this.facesOf(gap)) {
			const cell = this.index.cellOf(n);
			if (!cell.gaps) continue;
			const { x, y, size } = cell;
			pieces.push({ faces: cell.gaps.faces, face: n - cell.firstFace, x, y, size });
		}
		return joinFaces(pieces);
	}

	/** The area item that the largest part of a gap lies in. */
	areaOf(gap: number): ItemId | null {
		if (this.lookup.count < 2) return this.lookup.idOf(0);
		const share = new Map<number, number>();
		for (const n of this.facesOf(gap)) {
			const cell = this.index.cellOf(n);
			const area = this.lookup.ofFace(cell, n - cell.firstFace);
			share.set(area, (share.get(area) ?? 0) + this.index.faceArea(n));
		}
		let best = -1;
		for (const [area, m2] of share) if (best < 0 || m2 > (share.get(best) ?? 0)) best = area;
		return this.lookup.idOf(best);
	}

	private facesOf(gap: number): Int32Array {
		this.grouped ??= this.index.facesByGap();
		return this.grouped.faces.subarray(this.grouped.start[gap], this.grouped.start[gap + 1]);
	}

	private boxOf(gap: number): [number, number, number, number] {
		let west = Infinity;
		let south = Infinity;
		let east = -Infinity;
		let north = -Infinity;
		for (const n of this.facesOf(gap)) {
			const cell = this.index.cellOf(n);
			if (!cell.gaps) continue;
			const { faceStart, ringStart, coords } = cell.gaps.faces;
			const exterior = faceStart[n - cell.firstFace];
			for (let i = ringStart[exterior]; i < ringStart[exterior + 1]; i++) {
				const x = coords[2 * i];
				const y = coords[2 * i + 1];
				if (x < west) west = x;
				if (x > east) east = x;
				if (y < south) south = y;
				if (y > north) north = y;
			}
		}
		return [west / GRID_PER_DEG, south / GRID_PER_DEG, east / GRID_PER_DEG, north / GRID_PER_DEG];
	}

	private allIds(): string[] {
		if (this.ids === null) {
			const taken = new Map<string, number>();
			const least = this.index.leastPoints();
			this.ids = [];
			for (let gap = 0; gap < this.index.count; gap++) {
				const x = (least[2 * gap] + ID_OFFSET).toString(36);
				const y = (least[2 * gap + 1] + ID_OFFSET).toString(36);
				const id = `gap-${x}-${y}`;
				// several gaps may meet at the point that is leftmost of each
				const times = (taken.get(id) ?? 0) + 1;
				taken.set(id, times);
				this.ids.push(times === 1 ? id : `${id}-${times}`);
			}
		}
		return this.ids;
	}
}
