import type { SealWarning } from '../../domain/findings/sealing.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import { liesWithin } from './nesting.ts';
import type { RingResult } from './seal-ring.ts';

/**
 * What a reader of the answer should know: rings that hold no road, rings near which the map data ends,
 * rings that are sealed on foot only as far as paths are mapped, and rings that lie in no ring of the
 * next outer level though there are some.
 */
export function sealWarnings(results: readonly RingResult[], mode: TravelMode): SealWarning[] {
	const warnings: SealWarning[] = [];
	for (const result of results) {
		const { ring } = result.verdict;
		const outer = missingParent(result, results);
		if (outer) warnings.push({ code: 'not-nested', ring, outer: outer.verdict.ring });
		if (!result.ground?.hasRoadInside) warnings.push({ code: 'no-roads', ring });
		if (result.ground?.hasEdgeOfData) warnings.push({ code: 'touches-edge-of-data', ring });
		if (mode !== 'drive' && result.verdict.sealed) warnings.push({ code: 'mapped-paths-only', ring });
	}
	return warnings;
}

/** A ring of the next level outwards, where there are such and none of them holds `result`. */
function missingParent(result: RingResult, results: readonly RingResult[]): RingResult | null {
	const { ground, verdict } = result;
	if (!ground) return null;
	const farther = results.filter((other) => other.verdict.level > verdict.level && other.ground);
	const next = Math.min(...farther.map((other) => other.verdict.level));
	const parents = farther.filter((other) => other.verdict.level === next);
	const isHeld = parents.some((other) => other.ground && liesWithin(ground.line, other.ground.line));
	return isHeld ? null : (parents[0] ?? null);
}
