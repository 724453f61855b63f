import { expect, test } from 'vitest';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { Editor } from '../../../src/lib/editor/editor.svelte.ts';
import { isPlacingTool, placeTyped } from '../../../src/lib/editor/tools/place-typed.ts';
import { TOOLS } from '../../../src/lib/editor/tools/tool.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { FakeAnalysis } from '../../support/fake-analysis.ts';
import { NO_PACKS, planOf } from '../../support/plan-samples.ts';

const AT: LngLat = [71.4123456, 51.1234567];

test.each(TOOLS.filter(isPlacingTool))('%s sets its thing exactly where it was typed', (tool) => {
	const editor = new Editor(new FakeAnalysis());
	editor.open(planOf([]), null, NO_PACKS);
	const { edit, id } = placeTyped(editor, tool, AT);
	if (isRefusal(edit)) throw new Error(edit.problem.code);
	editor.do(edit);
	expect(editor.plan.items.get(id)?.geometry.coordinates).toEqual(AT);
	expect(editor.plan.items.size).toBe(1);
});

test('a place that is none is refused', () => {
	const editor = new Editor(new FakeAnalysis());
	editor.open(planOf([]), null, NO_PACKS);
	expect(isRefusal(placeTyped(editor, 'add-station', [271, 51]).edit)).toBe(true);
});
