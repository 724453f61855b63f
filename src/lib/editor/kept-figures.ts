import type { Editor } from './editor.svelte.ts';
import type { KeptFigures } from './storage/plan-tables.ts';

/** How the open plan stands; null while an answer is missing or of an older state. */
export function figuresOf(editor: Editor): KeptFigures | null {
	const { seal, coverage } = editor;
	if (editor.preview || !coverage || editor.isStale('coverage')) return null;
	if (editor.hasRoads && (!seal || editor.isStale('seal'))) return null;
	const rings = seal?.rings ?? [];
	const { areaM2, coveredShare } = coverage.summary;
	return {
		rings: rings.length,
		sealed: rings.filter(({ sealed }) => sealed).length,
		leaks: rings.reduce((sum, { leaks }) => sum + leaks, 0),
		coveredShare: areaM2 > 0 ? coveredShare : null
	};
}
