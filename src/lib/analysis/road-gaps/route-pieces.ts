import { lengthBetweenM } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { HeldParts } from './held-parts.ts';

/** A piece of a way: along `edge` from one measure to the other, which may be below it. */
export interface RoutePiece {
	readonly edge: number;
	readonly from: number;
	readonly to: number;
}

/** A piece of a way that is seen all along or nowhere. */
export interface ExposedPiece extends RoutePiece {
	readonly isSeen: boolean;
	readonly lengthM: number;
}

/** The pieces of a way cut where somebody begins or ceases to hold them, in the order of travel; none of no length. */
export function* exposedPieces(
	graph: RoadGraph,
	{ start, at }: HeldParts,
	pieces: Iterable<RoutePiece>
): Generator<ExposedPiece> {
	for (const { edge, from, to } of pieces) {
		const isBack = to < from;
		const [low, high] = isBack ? [to, from] : [from, to];
		const cuts: { low: number; high: number; isSeen: boolean }[] = [];
		let done = low;
		for (let k = start[edge]; k < start[edge + 1]; k += 2) {
			const begin = Math.max(done, at[k]);
			const end = Math.min(high, at[k + 1]);
			if (!(end > begin)) continue;
			if (begin > done) cuts.push({ low: done, high: begin, isSeen: false });
			cuts.push({ low: begin, high: end, isSeen: true });
			done = end;
		}
		if (high > done) cuts.push({ low: done, high, isSeen: false });
		if (isBack) cuts.reverse();
		for (const cut of cuts) {
			const lengthM = lengthBetweenM(graph, edge, cut.low, cut.high);
			const { isSeen } = cut;
			yield isBack
				? { edge, from: cut.high, to: cut.low, isSeen, lengthM }
				: { edge, from: cut.low, to: cut.high, isSeen, lengthM };
		}
	}
}
