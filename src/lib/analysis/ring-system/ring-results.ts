import { PRESENT, type Assumptions } from '../../domain/assumptions.ts';
import type { Item } from '../../domain/items.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { gatherClosures, type Closures } from '../sealing/closures.ts';
import { liesWithin } from '../sealing/nesting.ts';
import { ringGround } from '../sealing/ring-ground.ts';
import { sealRing, type RingResult } from '../sealing/seal-ring.ts';
import { pickItems, removedEdges } from '../sealing/seal.ts';
import { controlsOf } from '../sealing/controls.ts';
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
	const { mode = 'drive', bandM = 120, insideM = 25, assumptions = PRESENT } = options;
	const { rings, checkpoints } = pickItems(items, assumptions);
	const closures = gatherClosures(
		checkpoints.map((checkpoint) => [checkpoint.id, controlsOf(roads, checkpoint)] as const),
		removedEdges(roads, assumptions.without)
	);
	const results = rings.map((ring) =>
		sealRing(roads, ring, ringGround(roads, ring, mode, { insideM, outsideM: bandM }), closures, false)
	);
	return { results, closures, onDuty: checkpoints.length };
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
