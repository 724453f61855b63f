import { describe, expect, test } from 'vitest';
import type { CheckFinding } from '../../../src/lib/domain/checks/check-finding.ts';
import { checkDrawings, findingKeyOf } from '../../../src/lib/editor/checks/check-drawings.ts';
import { checkView } from '../../../src/lib/editor/checks/check-view.ts';

const at = [71.43, 51.13] as const;
const finding = (wideDeg: number, more: Partial<CheckFinding> = {}): CheckFinding => ({
	key: 'zones-gap a b',
	code: 'zones-gap',
	severity: 'warning',
	about: [],
	at,
	bbox: [at[0], at[1], at[0] + wideDeg, at[1]],
	ground: [[[[0, 0]]]],
	fixes: [],
	isPlain: false,
	...more
});

describe('where to look at a finding', () => {
	test('large ground by its box, a place from close by', () => {
		expect(checkView(finding(0.1))).toEqual({ bbox: [71.43, 51.13, 71.53, 51.13] });
		expect(checkView(finding(0))).toEqual({ at, zoom: 17 });
	});
	test('a sliver from nearer the smaller it is, but not below the pavement', () => {
		const zoomOf = (wideDeg: number) => (checkView(finding(wideDeg)) as { zoom: number }).zoom;
		expect(zoomOf(1e-3)).toBeLessThan(zoomOf(1e-4));
		expect(zoomOf(1e-4)).toBeGreaterThan(18);
		expect(zoomOf(1e-7)).toBe(20);
	});
});

describe('what is drawn of findings', () => {
	const place = finding(0, { key: 'camera-double k l', code: 'camera-double' });
	delete (place as { ground?: unknown }).ground;
	test('ground and place, the lit one once more', () => {
		const drawn = checkDrawings([finding(1), place], place, ({ key }) => key);
		expect(drawn.map(({ draws }) => draws)).toEqual([
			'check-gap',
			'check-place',
			'check-place',
			'check-lit-place'
		]);
		expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length);
		expect(findingKeyOf(drawn[0]?.key ?? '')).toBe('zones-gap a b');
		expect(findingKeyOf(drawn[1]?.key ?? '')).toBe('zones-gap a b');
	});
	test('a finding that stays is the same object, until its words change', () => {
		const one = finding(1);
		const [a] = checkDrawings([one], null, () => 'gap');
		expect(checkDrawings([one], null, () => 'gap')[0]).toBe(a);
		expect(checkDrawings([one], null, () => '空隙')[0]).not.toBe(a);
	});
});
