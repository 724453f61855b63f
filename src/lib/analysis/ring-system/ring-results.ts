import type { Assumptions } from '../../domain/assumptions.ts';
import type { Item } from '../../domain/items.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closures } from '../sealing/closures.ts';
import { liesWithin } from '../sealing/nesting.ts';
import { SealMemory } from '../sealing/seal-memory.ts';
import type { RingResult } from '../sealing/seal-ring.ts';
import { judgeRings } from '../sealing/seal.ts';
import { isReal, type RealResult } from './system-roads.ts';

export interface RingSystemOptions {
	/** For whom a road is a road; cars where absent. */
	readonly mode?: TravelMode | undefined;
	/** How far beyond a ring outside begins; 120 m where absent. */
	readonly bandM?: number | undefined;
	/** How deep within a ring inside begins; 25 m where absent. */
	readonly insideM?: number | undefined;
	readonly assumptions?: Assumptions | undefined;
}

/** All rings of a plan answered, lowest level first, and what the checkpoints on duty close. */
export interface RingResults {
	readonly results: readonly RingResult[];
	readonly closures: Closures;
	readonly onDuty: number;
}

/** Answers every ring of `items`, as `seal` does; one-way signs hold no one back. */
export function ringResults(
	roads: Roads,
	items: Iterable<Item>,
	options: RingSystemOptions = {}
): RingResults {
	const { results, closures, onDuty } = judgeRings(roads, items, options, new SealMemory(roads));
	return { results, closures, onDuty };
}

/** From inside `inner` to outside `outer`, which is the same ring where none lies about it. */
export interface SystemSpan {
	readonly inner: RealResult;
	readonly outer: RealResult;
}

/** The cores (rings of the lowest level), each with the ring farthest out about it. */
export function systemSpans(results: readonly RingResult[]): SystemSpan[] {
	const real = results.filter(isReal);
	const innermost = Math.min(...real.map(({ verdict }) => verdict.level));
	return real
		.filter(({ verdict }) => verdict.level === innermost)
		.map((inner) => ({ inner, outer: ringsAbout(inner, real).at(-1) ?? inner }));
}

/** Rings of higher levels that hold `inner` wholly, by level. */
export function ringsAbout(inner: RealResult, results: readonly RealResult[]): RealResult[] {
	return results.filter(
		(other) => other.verdict.level > inner.verdict.level && liesWithin(inner.ground.line, other.ground.line)
	);
}
