import type { Roads } from '../../network/roads.ts';
import type { Closures } from './closures.ts';
import type { DrawnTogether, DepthField } from './depth-field.ts';
import { DepthSearch } from './depth-search.ts';
import { liesWithin } from './nesting.ts';
import type { RingResult } from './seal-ring.ts';

/**
 * The least number of on-duty checkpoints on any way from inside an innermost ring (lowest level) to
 * outside the outermost ring about it; null without rings, or where no way leads out.
 *
 * A checkpoint that closes several roads in a row is met once; an edge that two checkpoints close meets
 * both; one met again after it was left counts again. The ground of all rings must be of one mode.
 */
export function sealDepth(
	roads: Roads,
	results: readonly RingResult[],
	closures: Closures,
	drawn: DrawnTogether | null = null
): number | null {
	const real = results.filter((result) => result.ground && result.net);
	const innermost = Math.min(...real.map((result) => result.verdict.level));
	const isLawful = real.some(({ lawful }) => lawful !== 'no');
	const field = drawn && !isLawful && drawn.isWhole(closures) ? drawn : wholeGraph(roads);
	let depth = Infinity;
	for (const inner of real) {
		if (inner.verdict.level !== innermost) continue;
		const search = new DepthSearch(roads, field, inner, outermostAbout(inner, real), closures);
		depth = Math.min(depth, search.fewest());
	}
	return depth === Infinity ? null : depth;
}

function wholeGraph(roads: Roads): DepthField {
	return { network: roads.graph, graphEdge: null, edgeAt: null, nodeAt: null };
}

function outermostAbout(inner: RingResult, results: readonly RingResult[]): RingResult {
	let outer = inner;
	for (const other of results) {
		if (!inner.ground || !other.ground || other === inner || other.verdict.level <= outer.verdict.level)
			continue;
		if (liesWithin(inner.ground.line, other.ground.line)) outer = other;
	}
	return outer;
}
