import fc from 'fast-check';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';

const lng = fc.integer({ min: 714000000, max: 715000000 }).map((n) => n / 1e7);
const lat = fc.integer({ min: 511000000, max: 512000000 }).map((n) => n / 1e7);
const point = fc.tuple(lng, lat).map((coordinates) => ({ type: 'Point', coordinates }));
const box = fc.tuple(lng, lat, fc.integer({ min: 1, max: 9999 })).map(([x, y, size]) => {
	const far = (degrees: number) => Math.round(degrees * 1e7 + size) / 1e7;
	const ring = [
		[x, y],
		[far(x), y],
		[far(x), far(y)],
		[x, far(y)],
		[x, y]
	];
	return { type: 'Polygon', coordinates: [ring] };
});
const line = fc
	.uniqueArray(fc.tuple(lng, lat), { minLength: 2, maxLength: 5, selector: String })
	.map((coordinates) => ({ type: 'LineString', coordinates }));
const multi = fc
	.array(box, { minLength: 1, maxLength: 3 })
	.map((parts) => ({ type: 'MultiPolygon', coordinates: parts.map((part) => part.coordinates) }));

const name = fc.option(fc.constantFrom('North bridge', 'Core ring 核心圈', '"quoted", \\ and\nbroken', ''), {
	nil: undefined
});
const hours = fc.option(fc.constantFrom('24/7', 'Mo-Fr 07:00-22:00', 'Sa,Su 20:00-06:00'), {
	nil: undefined
});
const level = fc.option(fc.constantFrom('city', 'county', 'township'), { nil: undefined });
const extra = fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined });
const angle = fc.option(fc.integer({ min: 0, max: 359 }), { nil: undefined });
const head = fc.record({
	azimuthDeg: angle,
	hfovDeg: fc.integer({ min: 1, max: 360 }),
	rangeM: fc.constant(80)
});

const kinds = [
	['area', fc.oneof(box, multi), { name: fc.string(), level: fc.constantFrom('county', 'custom'), extra }],
	['control-ring', box, { name, level: fc.constantFrom(1, 2, 3), extra }],
	[
		'checkpoint',
		point,
		{ name, hours, team: name, status: fc.constantFrom('planned', 'staffed', 'broken'), extra }
	],
	['patrol-zone', fc.oneof(box, multi), { name, hours, level, team: name }],
	['patrol-route', line, { name, reachM: fc.integer({ min: 1, max: 200 }) }],
	['station', point, { name, level, teams: fc.nat(5) }],
	['camera', point, { azimuthDeg: angle, hfovDeg: fc.constantFrom(60, 360), rangeM: fc.constant(80), extra }],
	['camera', point, { heads: fc.array(head, { minLength: 1, maxLength: 3 }), integrated: fc.boolean() }],
	['key-site', fc.oneof(point, box), { name, category: fc.constantFrom('bus', 'water'), extra }]
] as const;

/** A sound item of any kind without id and rank; no property is `undefined`. */
export const arbitraryItem: fc.Arbitrary<Item> = fc.oneof(
	...kinds.map(([kind, geometry, properties]) =>
		fc.record({
			kind: fc.constant(kind),
			geometry: geometry as fc.Arbitrary<unknown>,
			properties: fc
				.record(properties as Record<string, fc.Arbitrary<unknown>>)
				// what JSON cannot say is left out
				.map((record) => JSON.parse(JSON.stringify(record)) as Record<string, unknown>)
		})
	)
) as unknown as fc.Arbitrary<Item>;

/** `item` as the item of this id and rank. */
export function named(item: Item, id: string, rank: number): Item {
	return { ...item, id: id as ItemId, rank };
}

/** A sound plan of up to a dozen items, ranked 0, 1, 2 …, with unknown members here and there. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
	.record({
		name: fc.string(),
		region: fc.option(fc.constant('astana'), { nil: undefined }),
		note: fc.option(fc.string(), { nil: undefined }),
		items: fc.array(arbitraryItem, { maxLength: 12 }),
		foreign: fc.option(fc.constant({ generator: { by: 'someone', at: [1, 2] } }), { nil: undefined }),
		featureForeign: fc.boolean()
	})
	.map(({ name: title, region, note, items, foreign, featureForeign }) => ({
		header: {
			format: 1 as const,
			name: title,
			...(region !== undefined && { region }),
			...(note !== undefined && { note })
		},
		items: new Map(
			items.map((item, i): [ItemId, Item] => {
				const full = named(item, `item-${i}`, i);
				return [full.id, featureForeign ? { ...full, foreign: { source: 'survey' } } : full];
			})
		),
		...(foreign && { foreign })
	}));
