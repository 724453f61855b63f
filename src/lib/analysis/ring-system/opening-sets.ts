import type { PostGraph } from './post-graph.ts';

/** Which checkpoints open the way out when they are gone. */
export interface OpeningSets {
	/** Each alone, in ascending order. */
	readonly single: readonly number[];
	/** Pairs of which neither opens it alone, the lesser first, in order. */
	readonly pairs: readonly (readonly [number, number])[];
}

/**
 * All sets of one or two checkpoints that are all the checkpoints on some way from inside to outside,
 * none within another; none of either where the way is open as it is.
 *
 * Exact: an opening pair has a checkpoint at the ground inside, and the other at what is reached without
 * it, so only such pairs are tried.
 */
export function openingSets(graph: PostGraph): OpeningSets {
	const single: number[] = [];
	const pairs: (readonly [number, number])[] = [];
	if (graph.inside === graph.outside) return { single, pairs };

	const search = new GoneSearch(graph);
	const first = search.reachedWithout([]);
	if (first === null) return { single, pairs };
	const isSingle = new Uint8Array(graph.postCount);
	for (const post of search.postsAt(first)) {
		if (search.reachedWithout([post]) === null) isSingle[post] = 1;
	}
	for (let post = 0; post < graph.postCount; post++) if (isSingle[post]) single.push(post);

	const tried = new Set<number>();
	for (const post of search.postsAt(first)) {
		if (isSingle[post]) continue;
		const reached = search.reachedWithout([post]);
		if (reached === null) continue;
		for (const other of search.postsAt(reached)) {
			if (other === post || isSingle[other]) continue;
			const [a, b] = post < other ? [post, other] : [other, post];
			if (tried.has(a * graph.postCount + b)) continue;
			tried.add(a * graph.postCount + b);
			if (search.reachedWithout([a, b]) === null) pairs.push([a, b]);
		}
	}
	pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	return { single, pairs };
}

/** Whether a way out that is closed opens once `gone` hold nothing. Pockets that grow by three checkpoints or more at once count as pockets still. */
export function opensWithout(graph: PostGraph, gone: readonly number[]): boolean {
	return graph.inside !== graph.outside && new GoneSearch(graph).reachedWithout(gone) === null;
}

class GoneSearch {
	/** The search that looked at each ground last. */
	private readonly seenBy: Uint32Array;
	private searches = 0;

	constructor(private readonly graph: PostGraph) {
		this.seenBy = new Uint32Array(graph.groundCount);
	}

	/** The grounds reached from inside once `gone` hold nothing; null where outside is among them. */
	reachedWithout(gone: readonly number[]): number[] | null {
		const { inside, outside, groundOf, posts, leaving } = this.graph;
		const search = ++this.searches;
		const reached = [inside];
		this.seenBy[inside] = search;
		for (let read = 0; read < reached.length; read++) {
			if (reached[read] === outside) return null;
			for (const direction of leaving[reached[read]]) {
				const next = groundOf[direction ^ 1];
				if (this.seenBy[next] === search) continue;
				if (!posts[direction >>> 1].every((post) => gone.includes(post))) continue;
				this.seenBy[next] = search;
				reached.push(next);
			}
		}
		return reached;
	}

	/** Checkpoints at the rim of some grounds that hold a road alone or with one other. */
	postsAt(grounds: readonly number[]): Set<number> {
		const found = new Set<number>();
		for (const ground of grounds) {
			for (const direction of this.graph.leaving[ground]) {
				const by = this.graph.posts[direction >>> 1];
				if (by.length <= 2) for (const post of by) found.add(post);
			}
		}
		return found;
	}
}
