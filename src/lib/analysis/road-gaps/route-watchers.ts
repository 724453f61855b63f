import type { RouteWatcher } from '../../domain/findings/escape.ts';
import { lengthBetweenM } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import type { RoutePiece } from './route-pieces.ts';
import type { Watcher } from './watch-roads.ts';

/** Who holds some of the way along `pieces`, in the order in which they come along it, then by id. */
export function routeWatchers(
	graph: RoadGraph,
	watchers: readonly Watcher[],
	pieces: readonly RoutePiece[]
): RouteWatcher[] {
	const onEdge = new Map<number, (RoutePiece & { startM: number })[]>();
	let startM = 0;
	for (const piece of pieces) {
		const known = onEdge.get(piece.edge);
		if (known) known.push({ ...piece, startM });
		else onEdge.set(piece.edge, [{ ...piece, startM }]);
		startM += lengthBetweenM(
			graph,
			piece.edge,
			Math.min(piece.from, piece.to),
			Math.max(piece.from, piece.to)
		);
	}
	const found: RouteWatcher[] = [];
	for (const { id, parts } of watchers) {
		let fromM = Infinity;
		let seenM = 0;
		for (let k = 0; k < parts.length; k += 3) {
			for (const piece of onEdge.get(parts[k]) ?? []) {
				const low = Math.max(parts[k + 1], Math.min(piece.from, piece.to));
				const high = Math.min(parts[k + 2], Math.max(piece.from, piece.to));
				if (!(high > low)) continue;
				seenM += lengthBetweenM(graph, piece.edge, low, high);
				const before =
					piece.from <= piece.to
						? lengthBetweenM(graph, piece.edge, piece.from, low)
						: lengthBetweenM(graph, piece.edge, high, piece.from);
				fromM = Math.min(fromM, piece.startM + before);
			}
		}
		if (seenM > 0) found.push({ id, fromM, seenM });
	}
	return found.sort((a, b) => a.fromM - b.fromM || (a.id < b.id ? -1 : 1));
}
