import { describe, expect, test } from 'vitest';
import { SNAP_TO } from '../../src/lib/editor/snapping/snapped.ts';
import { SNAP_GROUPS, Snapping } from '../../src/lib/editor/snapping/snapping.svelte.ts';

describe('what draws a point', () => {
	test('every kind belongs to one group, and all draw at first', () => {
		expect(Object.values(SNAP_GROUPS).flat().sort()).toEqual([...SNAP_TO].sort());
		expect(new Snapping().kinds).toEqual(new Set(SNAP_TO));
	});

	test('a group is switched off and on; off as a whole, none draws, and what was off stays so', () => {
		const snapping = new Snapping();
		snapping.set('lines', false);
		expect(snapping.kinds.has('road')).toBe(false);
		expect(snapping.kinds.has('corner')).toBe(true);
		snapping.isOn = false;
		expect(snapping.kinds.size).toBe(0);
		snapping.isOn = true;
		expect(snapping.kinds.has('crossing')).toBe(false);
		snapping.set('lines', true);
		expect(snapping.kinds).toEqual(new Set(SNAP_TO));
	});

	test('it is remembered as text', () => {
		const snapping = new Snapping();
		snapping.set('angles', false);
		snapping.isOn = false;
		const again = new Snapping();
		again.read(snapping.print());
		expect([again.isOn, again.has('angles'), again.has('borders')]).toEqual([false, false, true]);
	});

	test.each([null, '', '{', '3', '[]', '{"isOn":1,"off":"all"}', '{"off":["nothing",4]}'])(
		'of %j all is on',
		(text) => {
			const snapping = new Snapping();
			snapping.set('corners', false);
			snapping.read(text);
			expect(snapping.kinds).toEqual(new Set(SNAP_TO));
		}
	);
});
