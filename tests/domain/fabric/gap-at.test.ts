import { describe, expect, test } from 'vitest';
import { gapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import { gapAt } from '../../../src/lib/domain/fabric/gap-at.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { groundShape, toGrid } from '../../../src/lib/geo/fabric/ground-shape.ts';
import { windingOf } from '../../../src/lib/geo/fabric/winding-of.ts';
import { randomFabric } from '../../support/random-fabric.ts';
import { seeded } from '../../support/random.ts';

const [WEST, SOUTH] = [712_000_000, 510_000_000];

/** A fabric with cells left out, so that some are holes, some bays, and some holes hold an island. */
function holed(
	seed: number,
	cell: number,
	size: number,
	share: number
): { plan: Plan; random: () => number } {
	const random = seeded(seed);
	const plan = randomFabric(random, {
		columns: size,
		rows: size,
		between: 3,
		cell,
		west: WEST,
		south: SOUTH
	});
	const left = [...plan.items.values()].filter(() => random() > share);
	return { plan: { ...plan, items: ItemMap.from(left) }, random };
}

function byAll(items: readonly Item[], [lng, lat]: readonly [number, number]) {
	const gap = gapsBetween(items).find(({ ground }) => {
		return windingOf(groundShape(ground)?.rings ?? [], toGrid(lng), toGrid(lat)) > 0;
	});
	return gap ? { areaM2: gap.areaM2, beside: [...gap.beside].sort() } : null;
}

describe('the gap at a place', () => {
	test.each([
		// cells of 100 m and 1 km: what is near encloses it; of 40 km: it is looked for farther and farther off
		[9_000, 9, 0.25],
		[90_000, 9, 0.3],
		[4_000_000, 8, 0.3],
		// a hundred cells within the first square: more than are laid at once
		[3_000, 14, 0.2]
	])('in cells of %i units is the one that all of the fabric encloses', (cell, size, share) => {
		let found = 0;
		for (let seed = 1; seed <= 6; seed++) {
			const { plan, random } = holed(seed, cell, size, share);
			const items = [...plan.items.values()];
			for (let probe = 0; probe < 14; probe++) {
				const at = [
					(WEST + (random() * 1.2 - 0.1) * size * cell) / 1e7,
					(SOUTH + (random() * 1.2 - 0.1) * size * cell) / 1e7
				] as const;
				const gap = gapAt(plan, items[probe % items.length] as Item, at);
				const wanted = byAll(items, at);
				expect(gap && { areaM2: gap.areaM2, beside: [...gap.beside].sort() }).toEqual(wanted);
				if (wanted) found++;
			}
		}
		expect(found).toBeGreaterThan(3);
	});

	test('leaves out what lies in it far from the place', () => {
		const square = (id: string, west: number, south: number, width: number, hole: number[][] = []): Item => ({
			id: id as ItemId,
			kind: 'patrol-zone',
			rank: id.length,
			geometry: {
				type: 'Polygon',
				coordinates: [closed(west, south, width), ...(hole.length > 0 ? [hole] : [])]
			},
			properties: {}
		});
		const closed = (west: number, south: number, width: number): [number, number][] => [
			[west, south],
			[west + width, south],
			[west + width, south + width],
			[west, south + width],
			[west, south]
		];
		const around = square('around', 71, 51, 0.2, closed(71.01, 51.01, 0.18).reverse());
		const island = square('island', 71.15, 51.15, 0.01);
		const plan = { header: { format: 1 as const }, items: ItemMap.from([around, island]) } as unknown as Plan;
		const gap = gapAt(plan, around, [71.02, 51.02]);
		expect(gap?.ground.coordinates).toHaveLength(2);
		expect([...(gap?.beside ?? [])].sort()).toEqual(['around', 'island']);
	});

	test('after an edit is another', () => {
		const { plan } = holed(3, 90_000, 6, 0.3);
		const items = [...plan.items.values()];
		const [gap] = gapsBetween(items);
		const ring = gap?.ground.coordinates[0] ?? [];
		const inside = ring
			.slice(1)
			.reduce<[number, number]>(
				([x, y], [a = 0, b = 0]) => [x + a / (ring.length - 1), y + b / (ring.length - 1)],
				[0, 0]
			);
		const before = gapAt(plan, items[0] as Item, inside);
		expect(before).not.toBeNull();
		const without = { ...plan, items: ItemMap.from(items.filter(({ id }) => id !== before?.beside[0])) };
		const left = [...without.items.values()];
		expect(gapAt(without, left[0] as Item, inside)?.areaM2).toEqual(byAll(left, inside)?.areaM2);
	});
});
