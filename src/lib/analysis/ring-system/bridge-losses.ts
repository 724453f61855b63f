import type { BridgeLoss } from '../../domain/findings/ring-system.ts';
import type { ItemId } from '../../domain/items.ts';
import { lastMeasure, lngLatAt } from '../../network/edge-line.ts';
import { ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Pace } from '../pace.ts';
import type { Closures } from '../sealing/closures.ts';
import { ringCut } from '../sealing/ring-cut.ts';
import { ringNetwork } from '../sealing/ring-network.ts';
import { bridgeStructures } from './bridge-structures.ts';
import { leastDepth, type NamedGraph, type OwnRingGraph } from './post-losses.ts';
import { opensWithout } from './opening-sets.ts';
import { postGraph } from './post-graph.ts';
import type { RingResults, SystemSpan } from './ring-results.ts';
import { isReal, systemRoads, type RealResult } from './system-roads.ts';

/** What the loss of each bridge on the ground of a ring would change: of its checkpoints, and of itself. */
export async function bridgeLosses(
	roads: Roads,
	{ results, closures }: RingResults,
	spans: readonly SystemSpan[],
	rings: readonly OwnRingGraph[],
	cores: readonly NamedGraph[],
	pace: Pace
): Promise<BridgeLoss[]> {
	const real = results.filter(isReal);
	const { graph } = roads;
	const near = new Set(real.flatMap(({ ground }) => [...ground.stretchesOfEdge.keys()]));
	const bridges: BridgeLoss[] = [];
	const structures = bridgeStructures(graph, near);
	for (const [done, edges] of structures.entries()) {
		const ways = [...new Set(edges.map((edge) => graph.edgeWay[edge]))];
		const checkpoints = [
			...new Set(
				edges.flatMap((edge) => (closures.byEdge.get(edge) ?? []).map(({ checkpoint }) => checkpoint))
			)
		];
		const greatest = edges.reduce((a, b) => (graph.edgeClass[b] < graph.edgeClass[a] ? b : a));
		const without = withoutWays(roads, closures, ways);
		bridges.push({
			ways,
			name: graph.edgeName[greatest] < 0 ? null : graph.names[graph.edgeName[greatest]],
			roadClass: ROAD_CLASSES[graph.edgeClass[greatest]],
			at: lngLatAt(graph, greatest, lastMeasure(graph, greatest) / 2),
			checkpoints,
			opensRings: rings.filter((one) => opens(one, checkpoints)).map(({ ring }) => ring),
			opensSystem: cores.some((one) => opens(one, checkpoints)),
			closesLeaks: real.reduce((sum, result) => sum + leaksClosed(roads, result, without), 0),
			depthAfter: leastDepth(
				spans.map(({ inner, outer }) => namedGraph(roads, inner, outer, without)),
				null
			)
		});
		pace.progress(done, structures.length);
		await pace.breathe();
	}
	return bridges.sort(
		(a, b) =>
			Number(b.opensSystem) - Number(a.opensSystem) ||
			b.opensRings.length - a.opensRings.length ||
			b.closesLeaks - a.closesLeaks ||
			b.checkpoints.length - a.checkpoints.length ||
			a.ways[0] - b.ways[0]
	);
}

/** The roads from inside one ring to outside another, drawn together over the checkpoints. */
export function namedGraph(
	roads: Roads,
	inner: RealResult,
	outer: RealResult,
	closures: Closures
): NamedGraph {
	const system = systemRoads(roads, inner, outer, closures);
	return { graph: postGraph(system), checkpoints: system.checkpoints };
}

function opens({ graph, checkpoints }: NamedGraph, gone: readonly ItemId[]): boolean {
	const posts = gone.map((id) => checkpoints.indexOf(id)).filter((post) => post >= 0);
	return posts.length > 0 && opensWithout(graph, posts);
}

function withoutWays(roads: Roads, closures: Closures, ways: readonly number[]): Closures {
	const removed = new Set(closures.removed);
	const { edgeWay } = roads.graph;
	for (let e = 0; e < edgeWay.length; e++) if (ways.includes(edgeWay[e])) removed.add(e);
	return { byEdge: closures.byEdge, removed };
}

function leaksClosed(roads: Roads, { verdict, ground, lawful }: RealResult, closures: Closures): number {
	if (verdict.leaks === 0) return 0;
	return verdict.leaks - ringCut(ringNetwork(roads, ground, closures, lawful), ground).count;
}
