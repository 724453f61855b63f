import type { PostLoss } from '../../domain/findings/ring-system.ts';
import type { ItemId } from '../../domain/items.ts';
import { fewestMet } from './fewest-met.ts';
import { openingSets } from './opening-sets.ts';
import type { PostGraph } from './post-graph.ts';

/** The roads about one ring, or of one core to the outside, drawn together over its checkpoints. */
export interface NamedGraph {
	readonly graph: PostGraph;
	readonly checkpoints: readonly ItemId[];
}

export interface OwnRingGraph extends NamedGraph {
	readonly ring: ItemId;
}

/**
 * What is lost with every checkpoint that matters, and the pairs that open the system. A checkpoint
 * matters that opens a sealed ring or a core's way out, or without which fewer are met on some way out.
 */
export function postLosses(
	rings: readonly OwnRingGraph[],
	cores: readonly NamedGraph[]
): { losses: PostLoss[]; pairs: PostLoss[] } {
	const opensRings = new Map<ItemId, ItemId[]>();
	for (const { ring, graph, checkpoints } of rings) {
		for (const post of openingSets(graph).single) {
			const known = opensRings.get(checkpoints[post]);
			if (known) known.push(ring);
			else opensRings.set(checkpoints[post], [ring]);
		}
	}
	const opensSystem = new Set<ItemId>();
	const pairs = new Map<string, ItemId[]>();
	for (const { graph, checkpoints } of cores) {
		const sets = openingSets(graph);
		for (const post of sets.single) opensSystem.add(checkpoints[post]);
		for (const pair of sets.pairs) {
			const ids = pair.map((post) => checkpoints[post]);
			pairs.set([...ids].sort().join('\n'), ids);
		}
	}
	const depth = leastDepth(cores, null);
	const losses: PostLoss[] = [];
	for (const id of new Set(cores.flatMap(({ checkpoints }) => checkpoints).concat([...opensRings.keys()]))) {
		const depthAfter = leastDepth(cores, id);
		const lowers = depthAfter !== null && (depth === null || depthAfter < depth);
		if (!opensRings.has(id) && !opensSystem.has(id) && !lowers) continue;
		losses.push({
			checkpoints: [id],
			opensRings: opensRings.get(id) ?? [],
			opensSystem: opensSystem.has(id),
			depthAfter
		});
	}
	losses.sort(worstFirst);
	// a pair within which one opens another core's way out alone says nothing new
	const kept = [...pairs.values()].filter((ids) => !ids.some((id) => opensSystem.has(id)));
	return {
		losses,
		pairs: kept.map((ids) => ({ checkpoints: ids, opensRings: [], opensSystem: true, depthAfter: 0 }))
	};
}

/** The least depth of any core without the checkpoints `gone`; null where no way leads out of any. */
export function leastDepth(
	cores: readonly NamedGraph[],
	gone: ItemId | readonly ItemId[] | null
): number | null {
	const ids = gone === null ? [] : typeof gone === 'string' ? [gone] : gone;
	let depth: number | null = null;
	for (const { graph, checkpoints } of cores) {
		const posts = ids.map((id) => checkpoints.indexOf(id)).filter((post) => post >= 0);
		const found = fewestMet(graph, posts);
		if (found && (depth === null || found.count < depth)) depth = found.count;
	}
	return depth;
}

function worstFirst(a: PostLoss, b: PostLoss): number {
	return (
		Number(b.opensSystem) - Number(a.opensSystem) ||
		(a.depthAfter ?? Infinity) - (b.depthAfter ?? Infinity) ||
		b.opensRings.length - a.opensRings.length ||
		(a.checkpoints[0] < b.checkpoints[0] ? -1 : 1)
	);
}
