import type { Plan } from '../domain/plan.ts';
import type { RegionManifest } from '../domain/region.ts';
import type { Analysis, PackUrls } from '../workers/analysis-events.ts';
import { Comparison } from './comparison.svelte.ts';
import { Editor } from './editor.svelte.ts';

/**
 * Lays `plan` beside the one that is open in `left`: with an editor of its own that changes nothing, an analysis of
 * its own, and judged by the same view. Throws what opening it throws, with no thread left.
 */
export function openComparison(
	left: Editor,
	plan: Plan,
	{ region, packs }: { readonly region: RegionManifest | null; readonly packs: PackUrls },
	{ id, names }: { readonly id: string; readonly names: readonly string[] },
	makeAnalysis: () => Analysis
): Comparison {
	const analysis = makeAnalysis();
	try {
		const right = new Editor(analysis);
		const { assumptions, by, occlusion, minAreaM2, sealView } = left;
		Object.assign(right, { assumptions, by, occlusion, minAreaM2, sealView });
		right.open(plan, region, packs);
		right.setMode('review');
		return new Comparison(left, right, id, names, () => analysis.close());
	} catch (error) {
		analysis.close();
		throw error;
	}
}
