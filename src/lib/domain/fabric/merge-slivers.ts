import { areaM2 } from '../../geo/fabric/common-area.ts';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { fromGrid } from '../../geo/fabric/ground-shape.ts';
import { lay, type Rings } from '../../geo/fabric/lay.ts';
import { groundTogether } from '../../geo/fabric/set-ground.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';

/** What a piece of ground must have to stand for itself. */
export interface LeastPiece {
	readonly areaM2: number;
	/** Mean width in metres, twice the area over the border: the strip between two carriageways has little of it. */
	readonly widthM: number;
}

interface Group {
	members: number[];
	areaM2: number;
	borderM: number;
}

/**
 * Pieces that lie side by side, those that are too small or too thin given to the neighbour with which they share the
 * longest border, the smallest first, until none is left that has a neighbour. Together they hold the same
 * ground as before. O(n³) in pieces at worst, O(n log n) in corners.
 */
export function mergeSlivers(pieces: readonly Rings[], least: LeastPiece): Rings[] {
	const { sharedM, borderM } = bordersOf(pieces);
	const groups = pieces.map((rings, i): Group => ({
		members: [i],
		areaM2: areaM2(rings),
		borderM: borderM[i]
	}));
	const isSliver = (group: Group): boolean =>
		group.areaM2 < least.areaM2 || 2 * group.areaM2 < least.widthM * group.borderM;
	const stuck = new Set<Group>();
	for (;;) {
		const sliver = groups
			.filter((group) => !stuck.has(group) && isSliver(group))
			.sort((a, b) => a.areaM2 - b.areaM2)[0];
		if (!sliver) break;
		let best: Group | null = null;
		let longestM = 0;
		for (const other of groups) {
			if (other === sliver) continue;
			const lengthM = sliver.members.reduce(
				(sum, a) => other.members.reduce((part, b) => part + (sharedM[a].get(b) ?? 0), sum),
				0
			);
			if (lengthM > longestM) [best, longestM] = [other, lengthM];
		}
		if (!best) {
			stuck.add(sliver);
			continue;
		}
		best.members.push(...sliver.members);
		best.areaM2 += sliver.areaM2;
		best.borderM += sliver.borderM - 2 * longestM;
		groups.splice(groups.indexOf(sliver), 1);
	}
	return groups.map(({ members }) =>
		members.length === 1 ? pieces[members[0]] : groundTogether(members.map((i) => pieces[i])).flat()
	);
}

/** Metres of border that each piece has in all, and with each other one. */
function bordersOf(pieces: readonly Rings[]): { sharedM: Map<number, number>[]; borderM: number[] } {
	const sharedM = pieces.map(() => new Map<number, number>());
	const borderM = pieces.map(() => 0);
	const { west, south, east, north } = gridBox(pieces.flat());
	const plane = localPlane([fromGrid((west + east) / 2), fromGrid((south + north) / 2)]);
	const laid = lay({ grounds: pieces });
	const { stars, edges, left, sets } = laid.arrangement;
	const { x, y } = edges.vertices;
	for (const { key, sides } of laid.faces((present) => present[0] ?? -1)) {
		for (const h of sides.flat()) {
			const [a, b] = [stars.tail(h), stars.head(h)];
			const lengthM = Math.hypot(
				((x[b] - x[a]) * plane.metresPerLng) / GRID_PER_DEG,
				((y[b] - y[a]) * plane.metresPerLat) / GRID_PER_DEG
			);
			borderM[key] += lengthM;
			const beyond = sets.present[left[h ^ 1]][0];
			if (beyond !== undefined) sharedM[key].set(beyond, (sharedM[key].get(beyond) ?? 0) + lengthM);
		}
	}
	return { sharedM, borderM };
}
