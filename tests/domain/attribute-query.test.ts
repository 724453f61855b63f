import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	attributeMatcher,
	COMPARISONS,
	isComplete,
	type AttributeQuery,
	type Condition
} from '../../src/lib/domain/attribute-query.ts';
import type { Item } from '../../src/lib/domain/items.ts';

function thing(kind: Item['kind'], properties: Record<string, unknown>, id = 'x'): Item {
	const geometry = { type: 'Point', coordinates: [71.4, 51.1] };
	return { id, kind, rank: 0, geometry, properties } as unknown as Item;
}

const camera = (properties: Record<string, unknown>) => thing('camera', properties);
const ask = (field: string, comparison: Condition['comparison'], ...values: string[]): AttributeQuery => ({
	kind: 'camera',
	joined: 'all',
	conditions: [{ field, comparison, values }]
});

describe('one condition', () => {
	test.each<[string, Record<string, unknown>, AttributeQuery, boolean]>([
		['a text is itself', { owner: 'City' }, ask('owner', 'is', 'City'), true],
		['a text is no other', { owner: 'city' }, ask('owner', 'is', 'City'), false],
		['a number is what it prints as', { heightM: 6.5 }, ask('heightM', 'is', '6.5'), true],
		['a boolean is its word', { integrated: false }, ask('integrated', 'is', 'false'), true],
		['what is not stated counts by default', {}, ask('health', 'is', 'working'), true],
		['a default is not stated', {}, ask('health', 'empty'), true],
		['blank text is empty', { owner: '  ' }, ask('owner', 'empty'), true],
		['zero is not empty', { heightM: 0 }, ask('heightM', 'not-empty'), true],
		['false is not empty', { integrated: false }, ask('integrated', 'empty'), false],
		['no owner is not that owner', {}, ask('owner', 'is-not', 'City'), true],
		['contains whatever the case', { name: 'North GATE 4' }, ask('name', 'contains', 'gate'), true],
		['a number contains its digits', { deviceCode: 620012 }, ask('deviceCode', 'contains', '2001'), true],
		['below', { rangeM: 49.9 }, ask('rangeM', 'less', '50'), true],
		['the bound is not below', { rangeM: 50 }, ask('rangeM', 'less', '50'), false],
		['the bound is not above', { rangeM: 50 }, ask('rangeM', 'more', '50'), false],
		['below zero', { tiltDeg: -12 }, ask('tiltDeg', 'less', '-10'), true],
		['a text that is a number', { floors: '12' }, ask('floors', 'more', '9'), true],
		['a text that is none is within no bound', { floors: 'twelve' }, ask('floors', 'more', '9'), false],
		['a bound with a comma', { rangeM: 12.6 }, ask('rangeM', 'more', '12,5'), true],
		['one of', { owner: 'B' }, ask('owner', 'one-of', 'A', 'B'), true],
		['one of, none of them', { owner: 'C' }, ask('owner', 'one-of', 'A', 'B'), false],
		['one of, the empty one', {}, ask('owner', 'one-of', 'A', ''), true],
		['an unknown property', { vendor: 'K' }, ask('vendor', 'is', 'K'), true],
		['an unknown name with a full stop', { 'a.b': 1 }, ask('a.b', 'is', '1'), true],
		['a name that every object has', {}, ask('constructor', 'empty'), true],
		['a width', { resolutionPx: [1920, 1080] }, ask('resolutionPx', 'more', '1900'), true],
		['any head of a pole', { heads: [{ rangeM: 20 }, { rangeM: 90 }] }, ask('rangeM', 'more', '80'), true],
		['no head of a pole', { heads: [{ rangeM: 20 }, { rangeM: 90 }] }, ask('rangeM', 'more', '95'), false],
		['what a head takes from its pole', { rangeM: 70, heads: [{}] }, ask('rangeM', 'is', '70'), true],
		[
			'a head goes before its pole',
			{ rangeM: 70, heads: [{ rangeM: 30 }] },
			ask('rangeM', 'is', '70'),
			false
		],
		['is-not where a head is it', { heads: [{ type: 'ptz' }, {}] }, ask('type', 'is-not', 'ptz'), false],
		['a pole without optics is empty', { heads: [{}, {}] }, ask('rangeM', 'empty'), true]
	])('%s', (_, properties, query, isMeant) => {
		expect(attributeMatcher(query)(camera(properties))).toBe(isMeant);
	});

	test('a path leads into an object', () => {
		const site = thing('key-site', { category: 'school', needs: { cameras: 4 } });
		const query: AttributeQuery = {
			kind: 'key-site',
			joined: 'all',
			conditions: [{ field: 'needs.cameras', comparison: 'more', values: ['3'] }]
		};
		expect(attributeMatcher(query)(site)).toBe(true);
		expect(attributeMatcher({ ...query, kind: 'station' })(site)).toBe(false);
		expect(attributeMatcher({ ...query, kind: 'all' })(site)).toBe(true);
	});

	test.each<[Condition, boolean]>([
		[{ field: '', comparison: 'empty', values: [] }, false],
		[{ field: 'a', comparison: 'less', values: ['few'] }, false],
		[{ field: 'a', comparison: 'more', values: [] }, false],
		[{ field: 'a', comparison: 'contains', values: [' '] }, false],
		[{ field: 'a', comparison: 'one-of', values: [] }, false],
		[{ field: 'a', comparison: 'is', values: [''] }, true],
		[{ field: 'a', comparison: 'less', values: ['-1,5'] }, true]
	])('%j says enough: %s', (condition, isEnough) => {
		expect(isComplete(condition)).toBe(isEnough);
	});
});

describe('several conditions against the slow, obvious reading', () => {
	const value = fc.constantFrom<unknown>(undefined, null, '', 'a', 'ab', '2', 1, 2, 3, true, false);
	const FIELDS = ['owner', 'health', 'rangeM', 'vendor'];
	const properties = fc.record(
		Object.fromEntries(FIELDS.map((field) => [field, value])) as Record<string, fc.Arbitrary<unknown>>
	);
	const heads = fc.option(fc.array(fc.record({ rangeM: value }), { minLength: 1, maxLength: 3 }), {
		nil: undefined
	});
	const condition: fc.Arbitrary<Condition> = fc.record({
		field: fc.constantFrom(...FIELDS),
		comparison: fc.constantFrom(...COMPARISONS),
		values: fc.array(fc.constantFrom('', 'a', 'B', '1', '2', 'true', 'working'), { maxLength: 3 })
	});

	/** Written out for each comparison, with loops and nothing shared with the kernel. */
	function obvious(props: Record<string, unknown>, { field, comparison, values }: Condition): boolean | null {
		const own = props[field];
		const all: unknown[] = [];
		const poles = props.heads as Record<string, unknown>[] | undefined;
		if (field === 'rangeM' && poles) {
			for (const head of poles)
				all.push(head.rangeM === undefined || head.rangeM === null ? own : head.rangeM);
		} else all.push(own);
		const given = all.filter((one) => one !== undefined && one !== null && one !== '');
		if (comparison === 'empty') return given.length === 0;
		if (comparison === 'not-empty') return given.length !== 0;
		const counted = given.length === 0 && field === 'health' ? ['working'] : given;
		const first = values[0];
		if (comparison === 'less' || comparison === 'more') {
			if (first === undefined || !['1', '2'].includes(first)) return null;
			for (const one of counted) {
				if (typeof one === 'boolean' || one === 'a' || one === 'ab' || one === 'working') continue;
				if (comparison === 'less' ? Number(one) < Number(first) : Number(one) > Number(first)) return true;
			}
			return false;
		}
		if (first === undefined || (comparison === 'contains' && first === '')) return null;
		if (comparison === 'contains') {
			return counted.some((one) => `${one}`.toLowerCase().indexOf(first.toLowerCase()) >= 0);
		}
		let isOne = counted.length === 0 && values.indexOf('') >= 0;
		for (const one of counted) for (const wanted of values) if (`${one}` === wanted) isOne = true;
		return comparison === 'is-not' ? !isOne : isOne;
	}

	test('all and any mean what they say', () => {
		let mixed = 0;
		let runs = 0;
		fc.assert(
			fc.property(
				fc.array(fc.tuple(properties, heads), { minLength: 1, maxLength: 12 }),
				fc.array(condition, { maxLength: 4 }),
				fc.constantFrom('all' as const, 'any' as const),
				(things, conditions, joined) => {
					const matches = attributeMatcher({ kind: 'camera', joined, conditions });
					const answers = things.map(([own, poles]) => {
						const props = poles ? { ...own, heads: poles } : own;
						const parts = conditions.map((one) => obvious(props, one)).filter((one) => one !== null);
						const wanted =
							parts.length === 0 || (joined === 'all' ? !parts.includes(false) : parts.includes(true));
						expect(matches(camera(props))).toBe(wanted);
						return wanted;
					});
					runs++;
					if (new Set(answers).size === 2) mixed++;
				}
			),
			{ numRuns: 2000 }
		);
		// a query that parts the things is the interesting case
		expect(mixed / runs).toBeGreaterThan(0.3);
	});
});
