import { featureCollection, intersect, polygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import { grantedBy } from '../../../src/lib/domain/needs.ts';
import { windingAt } from '../../../src/lib/geo/winding.ts';
import { at } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { distanceToRings, isWithin } from '../../support/sight-oracle.ts';
import { anyPlan, type AnyPlan } from './any-plan.ts';
import { claimsOf, verdictAt, type Claim, type Verdict } from './by-hand.ts';
import { expectSound, finished, gridRings } from './finished.ts';

const NOON: Assumptions = { ...PRESENT, at: '2026-05-01T12:00', minPxPerM: 25 };
const switches = fc.record({
	assumeRepaired: fc.boolean(),
	assumeIntegrated: fc.boolean(),
	countPlanned: fc.boolean(),
	countPtz: fc.boolean()
});
const asked = fc.oneof(
	fc.constant(NOON),
	switches.map((on) => ({ ...NOON, ...on }))
);
/** Places this near an edge, in grid units, may fall either way: cuts are rounded to the grid. */
const NEAR_EDGE = 3;

describe('any plan, whatever is wrong in it', () => {
	test('every place is in the one gap, and for the one reason, that counting by hand gives it', () => {
		const met = new Map<Verdict, number>();
		let scenes = 0;
		let severalReasons = 0;
		fc.assert(
			fc.property(anyPlan, asked, (plan, assumptions) => {
				const walls = new Walls(plan.houses);
				const model = finished(plan.items, { assumptions, walls });
				const answer = model.answer();
				expectSound(answer, 5);
				const { summary } = answer;
				expect(summary.coveredM2 + summary.gapM2).toBeCloseTo(summary.areaM2, 3);

				const gaps = answer.features.map(({ geometry, properties }) => ({
					rings: gridRings(geometry),
					reason: properties?.reason as Verdict
				}));
				const claims = claimsOf(plan.items, assumptions, walls);
				const seen = new Set<Verdict>();
				for (const [x, y] of placesIn(plan, claims)) {
					const found = gaps.filter(({ rings }) => isWithin(rings, x, y)).map(({ reason }) => reason);
					const verdict = verdictAt(x, y, claims, grantedBy(assumptions));
					expect(found).toEqual(verdict === 'covered' ? [] : [verdict]);
					met.set(verdict, (met.get(verdict) ?? 0) + 1);
					seen.add(verdict);
				}
				scenes++;
				if (seen.size > 4) severalReasons++;
			}),
			{ numRuns: 30, seed: 21, endOnFailure: true }
		);
		// how often the generator meets what is asked about
		expect(severalReasons).toBeGreaterThan(scenes / 2);
		const places = [...met.values()].reduce((sum, n) => sum + n, 0);
		console.info(`${scenes} plans, ${severalReasons} with five or more verdicts; ${places} places:`, met);
		for (const verdict of ['off-duty', 'not-integrated', 'broken', 'too-coarse', 'occluded'] as const)
			expect(met.get(verdict) ?? 0, verdict).toBeGreaterThan(places / 100);
		expect(met.get('covered')).toBeGreaterThan(places / 10);
	});

	test('no two gaps share ground by Turf', () => {
		let pairs = 0;
		fc.assert(
			fc.property(anyPlan, (plan) => {
				const few = plan.items.slice(0, 14);
				const { features } = finished(few, { assumptions: NOON, walls: new Walls(plan.houses) }).answer();
				const gaps = features.slice(0, 40).map(({ geometry }) => polygon(geometry.coordinates));
				for (let a = 0; a < gaps.length; a++) {
					for (let b = a + 1; b < gaps.length; b++) {
						pairs++;
						const both = intersect(featureCollection([gaps[a], gaps[b]]));
						if (both === null) continue;
						const parts =
							both.geometry.type === 'Polygon' ? [both.geometry.coordinates] : both.geometry.coordinates;
						for (const rings of parts)
							expect(areaUnits(gridRings({ type: 'Polygon', coordinates: rings }))).toBeLessThan(1);
					}
				}
			}),
			{ numRuns: 9, seed: 22, endOnFailure: true }
		);
		expect(pairs).toBeGreaterThan(200);
	});
});

/** Places of the town away from edges: strewn over it, and more of them where something is claimed. */
function* placesIn({ items }: AnyPlan, claims: readonly Claim[]): Generator<[x: number, y: number]> {
	const [town] = items;
	if (town.kind !== 'area' || town.geometry.type !== 'Polygon') throw new TypeError('area first');
	const bounds = town.geometry.coordinates.map((outline) =>
		Int32Array.from(
			outline
				.slice(0, -1)
				.flat()
				.map((deg) => Math.round(deg * 1e7))
		)
	);
	const random = seeded(items.length);
	const all = [...claims.flatMap(({ rings }) => rings), ...bounds];
	for (let s = 0; s < 220; s++) {
		const near = claims.length > 0 && s % 2 === 0 ? claims[Math.floor(random() * claims.length)].box : null;
		const [lng, lat] = at((random() - 0.5) * 600, (random() - 0.5) * 600);
		const x = Math.floor(near ? near[0] + random() * (near[2] - near[0]) : lng * 1e7) + 0.5;
		const y = Math.floor(near ? near[1] + random() * (near[3] - near[1]) : lat * 1e7) + 0.5;
		if (windingAt(x, y, bounds) <= 0) continue;
		const about = all.filter((ring) => isAbout(ring, x, y));
		if (about.length > 0 && distanceToRings(about, x, y) < NEAR_EDGE) continue;
		yield [x, y];
	}
}

function isAbout(ring: Int32Array, x: number, y: number): boolean {
	let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < ring.length; i += 2) {
		w = Math.min(w, ring[i]);
		e = Math.max(e, ring[i]);
		s = Math.min(s, ring[i + 1]);
		n = Math.max(n, ring[i + 1]);
	}
	return x > w - NEAR_EDGE && x < e + NEAR_EDGE && y > s - NEAR_EDGE && y < n + NEAR_EDGE;
}

function areaUnits(rings: readonly number[][]): number {
	let sum = 0;
	for (const r of rings) {
		for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2)
			sum += (r[j] - r[0]) * (r[i + 1] - r[1]) - (r[i] - r[0]) * (r[j + 1] - r[1]);
	}
	return Math.abs(sum / 2);
}
