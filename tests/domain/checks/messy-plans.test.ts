import type { MultiPolygon, Polygon, Position } from 'geojson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckCode } from '../../../src/lib/domain/checks/check-finding.ts';
import { LEAST_OVERLAP_M2 } from '../../../src/lib/domain/checks/fabric-overlaps.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import type { CheckedPlan } from '../../../src/lib/domain/checks/checked-plan.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import { validateItem } from '../../../src/lib/domain/validate-item.ts';
import { featureOf } from '../../../src/lib/formats/print-plan.ts';
import type { Item, PatrolZone } from '../../../src/lib/domain/items.ts';
import { jstsFault, jstsGeometry } from '../../support/jsts-oracle.ts';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import { seeded } from '../../support/random.ts';
import { randomFabric } from '../../support/random-fabric.ts';
import { found } from './checked.ts';
import { camera, checkpoint } from './messy-parts.ts';
import { fixedAll } from './fixed.ts';

/** A fabric whose zones were drawn apart: pushed by up to 40 m, a few shrunk, with spikes, copies and slips. */
function messyPlan(seed: number): Item[] {
	const random = seeded(seed);
	const fabric = randomFabric(random, {
		columns: 2 + Math.floor(random() * 3),
		rows: 2 + Math.floor(random() * 2),
		between: Math.floor(random() * 4),
		cell: 40_000,
		west: 714_000_000,
		south: 511_000_000
	});
	const items: Item[] = [...fabric.items.values()].map((item) => {
		const zone = item as PatrolZone;
		const [ring = []] = zone.geometry.coordinates as Position[][];
		const push = [(random() - 0.5) * 5e-4, (random() - 0.5) * 4e-4] as const;
		const isPushed = random() < 0.5;
		const line = ring.slice(0, -1).map(([lng = 0, lat = 0]): Position => {
			const slip = random() < 0.1 ? 3e-4 : 0;
			return [
				lng + (isPushed ? push[0] : 0) + slip * random(),
				lat + (isPushed ? push[1] : 0) - slip * random()
			];
		});
		if (random() < 0.15) line.splice(1, 0, line[0] as Position);
		if (random() < 0.15) line.splice(2, 0, spikeAt(line[1] as Position, random), line[1] as Position);
		const rounded = [...line, line[0] as Position].map(([lng = 0, lat = 0]) => [round7(lng), round7(lat)]);
		return {
			...zone,
			properties: { name: zone.id, team: 'A' },
			geometry: { type: 'Polygon', coordinates: [rounded] }
		};
	});
	for (let i = 0; i < 4; i++) items.push(camera(`c${i}`, random() < 0.5 ? 1 : 2));
	for (let i = 0; i < 3; i++) items.push(checkpoint(`p${i}`, random() < 0.5 ? 'old ring' : undefined));
	return items;
}

function spikeAt([lng = 0, lat = 0]: Position, random: () => number): Position {
	return [lng + 1e-3 * random(), lat + 1e-3];
}

function round7(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}

test('after "fix all" nothing is left that can be fixed, shapes are sound and no zones overlap', () => {
	const met = new Map<CheckCode, number>();
	let runs = 0;
	let refused = 0;
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
			runs++;
			const plan = asRead(messyPlan(seed));
			const before = found(plan).filter(({ isPlain }) => isPlain);
			for (const code of new Set(before.map(({ code }) => code))) met.set(code, (met.get(code) ?? 0) + 1);
			const { plan: after, answer } = fixedAll(plan);
			refused += answer.leftCount;
			const left = found(after).filter(({ isPlain }) => isPlain);
			expect(left.map(({ key }) => key).toSorted()).toEqual(
				answer.left.map(({ finding }) => finding.key).toSorted()
			);
			const zones = after.items.ofKind('patrol-zone') as readonly PatrolZone[];
			for (const { geometry } of zones) expect(jstsFault(geometry)).toBeNull();
			if (left.length > 0) return;
			for (const [i, a] of zones.entries()) {
				for (const b of zones.slice(i + 1))
					expect(commonGrid(a.geometry, b.geometry)).toBeLessThan(SQUARE_DM_GRID);
			}
			expect(overlapsBetween(zones).every(({ areaM2 }) => areaM2 < LEAST_OVERLAP_M2)).toBe(true);
			// nothing is lost but copies, and what was kept aside is there
			const gone = [...plan.items.keys()].filter((id) => !after.items.has(id));
			for (const id of gone) expect(id).toMatch(/^c/);
			expect(after.items.size).toBe(plan.items.size + plan.unread.length - gone.length);
			// done twice is done once
			expect(fixedAll(after).answer.edit).toBeNull();
		}),
		{ numRuns: 40 }
	);
	// every mess is met in more than a tenth of the plans, and nearly all of it is mended
	for (const code of [
		'unread-shape',
		'broken-shape',
		'zones-overlap',
		'zones-gap',
		'camera-double',
		'checkpoint-ring-gone'
	] as const) {
		expect(met.get(code) ?? 0, code).toBeGreaterThan(runs / 10);
	}
	expect(refused).toBeLessThan(runs / 20);
}, 60_000);

/** As a file of these things would be read: what crosses itself is kept aside. */
function asRead(items: readonly Item[]): CheckedPlan {
	const ranked = items.map((item, rank) => ({ ...item, rank }) as Item);
	const isUsable = (item: Item) => validateItem(item).every(({ severity }) => severity !== 'error');
	const unread = ranked.filter((item) => !isUsable(item));
	return {
		items: ItemMap.from(ranked.filter(isUsable)),
		unread: unread.map((item) => ({ rank: item.rank, feature: featureOf(item) })),
		regionBbox: null
	};
}

/** 0.011 m² in square grid units, at this latitude. */
const SQUARE_DM_GRID = 0.011 / (0.0111 * 0.00701);

function commonGrid(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): number {
	const [one, other] = [jstsGeometry(a), jstsGeometry(b)];
	return OverlayOp.intersection(one, other).getArea();
}
