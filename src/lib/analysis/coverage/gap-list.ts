import type { CoverageBy, GapRow } from '../../domain/findings/gaps.ts';
import type { ItemId } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { joinFaces, type FacePiece } from '../../geo/overlay/join-faces.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { pointInside } from '../../geo/overlay/point-inside.ts';
import type { AreaLookup } from './area-lookup.ts';
import { FIGURE, FIGURES, PLACE, PLACES } from './gap-set.ts';
import type { GapRef, GapTree } from './gap-tree.ts';
import { reasonOf } from './layers.ts';

/** Makes every coordinate a whole number from nought up, for ids. */
const ID_OFFSET = 1.8e9;

/**
 * The gaps but slivers as a list: named, in order. A sliver is what is left between footprints that
 * nearly meet, not ground anyone could stand on. The id of a gap is made of its leftmost point, so it
 * stays while the gap keeps its place there.
 */
export class GapList {
	private readonly refs: GapRef[] = [];
	private readonly areaM2: number[] = [];
	private inOrder: GapRef[] | null = null;
	private byId: Map<string, GapRef> | null = null;

	constructor(
		private readonly tree: GapTree,
		private readonly lookup: AreaLookup,
		private readonly by: CoverageBy
	) {
		tree.forEachGap((node, gap) => {
			const ref = { node, gap };
			if (tree.isSliver(ref)) return;
			this.refs.push(ref);
			this.areaM2.push(node.gapSet.figures[gap * FIGURES + FIGURE.AREA]);
		});
	}

	/** The gap with this id; null where there is none. */
	find(id: string): GapRef | null {
		this.byId ??= new Map(this.refs.map((ref) => [gapIdOf(ref), ref]));
		return this.byId.get(id) ?? null;
	}

	/** The gaps that are no slivers, largest first. */
	order(): readonly GapRef[] {
		if (this.inOrder === null) {
			const { areaM2, refs } = this;
			const by = Uint32Array.from(refs.keys()).sort(
				(a, b) => areaM2[b] - areaM2[a] || (gapIdOf(refs[a]) < gapIdOf(refs[b]) ? -1 : 1)
			);
			this.inOrder = Array.from(by, (n) => refs[n]);
		}
		return this.inOrder;
	}

	row(ref: GapRef): GapRow {
		const { gapSet } = ref.node;
		const figures = gapSet.figures.subarray(ref.gap * FIGURES, (ref.gap + 1) * FIGURES);
		const place = gapSet.place.subarray(ref.gap * PLACES, (ref.gap + 1) * PLACES);
		const box = [place[PLACE.X], place[PLACE.SOUTH], place[PLACE.EAST], place[PLACE.NORTH]];
		const [west, south, east, north] = box.map((value) => value / GRID_PER_DEG);
		const [x, y] = this.pointOf(ref, figures[FIGURE.LARGEST]);
		return {
			id: gapIdOf(ref),
			areaM2: figures[FIGURE.AREA],
			reason: reasonOf(gapSet.label[ref.gap], this.by),
			likelyM2: figures[FIGURE.LIKELY],
			possibleM2: figures[FIGURE.POSSIBLE],
			plannedM2: figures[FIGURE.PLANNED],
			areaId: this.areaOf(ref),
			at: [x / GRID_PER_DEG, y / GRID_PER_DEG],
			bbox: [west, south, east, north]
		};
	}

	/** The whole polygon of a gap, joined across cells. */
	polygon(ref: GapRef): Faces {
		const pieces: FacePiece[] = [];
		this.tree.forEachFace(ref, ({ gaps, x, y, size }, face) => {
			if (gaps) pieces.push({ faces: gaps.faces, face, x, y, size });
		});
		return joinFaces(pieces);
	}

	/** The area item that the largest part of a gap lies in. */
	areaOf(ref: GapRef): ItemId | null {
		if (this.lookup.count < 2) return this.lookup.idOf(0);
		const share = new Map<number, number>();
		this.tree.forEachFace(ref, (cell, face) => {
			const area = this.lookup.ofFace(cell, face);
			share.set(area, (share.get(area) ?? 0) + (cell.gaps?.areaM2[face] ?? 0));
		});
		let best = -1;
		for (const [area, m2] of share) if (best < 0 || m2 > (share.get(best) ?? 0)) best = area;
		return this.lookup.idOf(best);
	}

	/** A point inside the largest face of a gap; of equal ones the first. */
	private pointOf({ node, gap }: GapRef, largestM2: number): [number, number] {
		const { children, gaps, gapSet } = node;
		if (!children || !gapSet.from) return gaps ? pointInside(gaps.faces, gap) : [node.x, node.y];
		for (let q = 0; q < 4; q++) {
			const child = children[q];
			const numbers = gapSet.from[q];
			if (!child || !numbers) continue;
			for (let g = 0; g < numbers.length; g++) {
				if (numbers[g] !== gap || child.gapSet.figures[g * FIGURES + FIGURE.LARGEST] !== largestM2) continue;
				return this.pointOf({ node: child, gap: g }, largestM2);
			}
		}
		return [node.x, node.y];
	}
}

/** The id of a gap: its leftmost point, and which of several that begin there it is. */
export function gapIdOf({ node: { gapSet }, gap }: GapRef): string {
	const at = gap * PLACES;
	const x = (gapSet.place[at + PLACE.X] + ID_OFFSET).toString(36);
	const y = (gapSet.place[at + PLACE.Y] + ID_OFFSET).toString(36);
	// several gaps may meet at the point that is leftmost of each
	const tie = gapSet.place[at + PLACE.TIE];
	return tie === 0 ? `gap-${x}-${y}` : `gap-${x}-${y}-${tie + 1}`;
}
