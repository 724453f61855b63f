import type { EscapeRoute } from '../../domain/findings/escape.ts';
import type { ItemId } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine } from '../../network/edge-line.ts';
import type { RoadGraph } from '../../network/road-graph.ts';
import { exposedPieces, type RoutePiece } from './route-pieces.ts';
import { routeWatchers } from './route-watchers.ts';
import type { RoadWatch } from './watch-roads.ts';

/** More are counted but not listed. */
const MOST_WATCHERS = 50;

/** What is known of a way beside its pieces. */
export interface RouteFacts {
	readonly pieces: readonly RoutePiece[];
	readonly durationS: number;
	readonly checkpoints: readonly ItemId[];
}

/** A way in words and figures: its line, how much of it is seen and by whom. */
export function describeRoute(
	graph: RoadGraph,
	watch: RoadWatch,
	{ pieces, durationS, checkpoints }: RouteFacts
): EscapeRoute {
	const line: LngLat[] = [];
	const seen: LngLat[][] = [];
	const names: string[] = [];
	let lengthM = 0;
	let seenM = 0;
	let longestUnseen: LngLat[] = [];
	let longestUnseenM = 0;
	let open: LngLat[] = [];
	let openM = 0;
	let wasSeen: boolean | null = null;
	for (const piece of exposedPieces(graph, watch.held, pieces)) {
		if (piece.isSeen !== wasSeen) {
			open = [];
			openM = 0;
			if (piece.isSeen) seen.push(open);
			wasSeen = piece.isSeen;
		}
		appendLine(open, graph, piece.edge, piece.from, piece.to);
		openM += piece.lengthM;
		lengthM += piece.lengthM;
		if (piece.isSeen) seenM += piece.lengthM;
		else if (openM > longestUnseenM) [longestUnseenM, longestUnseen] = [openM, open];
	}
	for (const { edge, from, to } of pieces) {
		appendLine(line, graph, edge, from, to);
		const name = graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]];
		if (name !== null && !names.includes(name)) names.push(name);
	}
	const watchers = routeWatchers(graph, watch.watchers, pieces);
	return {
		line,
		lengthM,
		seenM,
		durationS,
		roads: names,
		seen,
		longestUnseenM,
		longestUnseen,
		watchers: watchers.slice(0, MOST_WATCHERS),
		watcherCount: watchers.length,
		checkpoints: [...checkpoints]
	};
}
