import type { PostGraph } from './post-graph.ts';

/** A way out that meets the fewest checkpoints. */
export interface FewestMet {
	readonly count: number;
	/** Held roads in the order in which they are passed, as directions. */
	readonly passed: readonly number[];
}

/**
 * The fewest checkpoints met on any way from inside to outside, with one such way; null where none
 * leads out. `gone` are checkpoints that hold nothing any more.
 *
 * A checkpoint that closes several roads in a row is met once; a road that two close meets both; one met
 * again after it was left counts again. Search in order of checkpoints met (breadth first, with a list
 * per number; Dial 1969): a state is a ground, or a direction of a held road just passed.
 */
export function fewestMet(graph: PostGraph, gone: readonly number[] = []): FewestMet | null {
	const { groundCount, inside, outside, groundOf, nodeOf, posts, leaving, inARow } = graph;
	const best = new Int32Array(groundCount + groundOf.length).fill(-1);
	const via = new Int32Array(groundCount + groundOf.length).fill(-1);
	const waiting: number[][] = [[inside]];
	best[inside] = 0;

	const reach = (state: number, met: number, from: number): void => {
		if (best[state] >= 0 && best[state] <= met) return;
		best[state] = met;
		via[state] = from;
		while (waiting.length <= met) waiting.push([]);
		waiting[met].push(state);
	};
	for (let met = 0; met < waiting.length; met++) {
		const states = waiting[met];
		for (let read = 0; read < states.length; read++) {
			const state = states[read];
			if (best[state] !== met) continue;
			if (state === outside) return { count: met, passed: wayBack(via, groundCount, state) };
			if (state < groundCount) {
				for (const direction of leaving[state]) {
					reach(groundCount + direction, met + newlyMet(posts[direction >>> 1], gone, null), state);
				}
				continue;
			}
			const direction = state - groundCount;
			reach(groundOf[direction ^ 1], met, state);
			const last = posts[direction >>> 1];
			for (const next of inARow.get(nodeOf[direction ^ 1]) ?? []) {
				if (next === (direction ^ 1)) continue;
				reach(groundCount + next, met + newlyMet(posts[next >>> 1], gone, last), state);
			}
		}
	}
	return null;
}

function newlyMet(here: readonly number[], gone: readonly number[], last: readonly number[] | null): number {
	let count = 0;
	for (const post of here) if (!gone.includes(post) && !last?.includes(post)) count++;
	return count;
}

function wayBack(via: Int32Array, groundCount: number, end: number): number[] {
	const passed: number[] = [];
	for (let state = end; state >= 0; state = via[state])
		if (state >= groundCount) passed.push(state - groundCount);
	return passed.reverse();
}
