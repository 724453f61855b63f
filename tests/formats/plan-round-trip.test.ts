import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnreadable, parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { arbitraryPlan } from '../support/arbitrary-plan.ts';

const newId = (kind: string, index: number) => `${kind}-${index}`;

describe('printPlan and parsePlan', () => {
	test('what is printed reads back as the same plan, without problems', () => {
		fc.assert(
			fc.property(arbitraryPlan, (plan) => {
				const { plan: read, problems } = parsePlan(printPlan(plan), { newId });
				expect(problems).toEqual([]);
				expect(read).toEqual(plan);
			}),
			{ seed: 1, numRuns: 300 }
		);
	});

	test('the same plan gives the same bytes, whatever the order of its items in memory', () => {
		fc.assert(
			fc.property(arbitraryPlan, (plan) => {
				const reversed = { ...plan, items: new Map([...plan.items].reverse()) };
				expect(printPlan(reversed)).toBe(printPlan(plan));
			}),
			{ seed: 2, numRuns: 100 }
		);
	});

	test('any JSON at all gives a plan or says why not, and never throws', () => {
		const anything = fc.oneof(
			fc.jsonValue(),
			fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(fc.jsonValue()) }),
			fc.record({
				type: fc.constant('FeatureCollection'),
				cordon: fc.jsonValue(),
				features: fc.array(
					fc.record({
						type: fc.constant('Feature'),
						id: fc.jsonValue(),
						geometry: fc.oneof(
							fc.jsonValue(),
							fc.record({
								type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'LineString'),
								coordinates: fc.jsonValue()
							})
						),
						properties: fc.oneof(
							fc.jsonValue(),
							fc.record({
								kind: fc.constantFrom('camera', 'control-ring', 'key-site'),
								heads: fc.jsonValue()
							})
						)
					})
				)
			})
		);
		fc.assert(
			fc.property(anything, (json) => {
				const text = JSON.stringify(json);
				const { plan, problems } = parsePlan(text, { newId });
				if (isUnreadable(problems)) return;
				// nothing is lost: every feature is an item or kept unread, and printing is stable
				const { features } = json as { features: unknown[] };
				expect(plan.items.size + (plan.unread?.length ?? 0)).toBe(features.length);
				const printed = printPlan(plan);
				expect(printPlan(parsePlan(printed, { newId }).plan)).toBe(printed);
			}),
			{ seed: 3, numRuns: 1000 }
		);
	});
});
