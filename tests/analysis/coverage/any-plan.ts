import fc from 'fast-check';
import type { CameraProperties, Item } from '../../../src/lib/domain/items.ts';
import type { Buildings } from '../../../src/lib/geo/buildings.ts';
import { area, at, camera, ring, route, square, zone } from '../../support/plan-items.ts';

/** A plan in metres about the corner where cells meet, and the houses that stand in it. */
export interface AnyPlan {
	readonly items: Item[];
	readonly houses: Buildings;
}

const place = fc.integer({ min: -300, max: 300 });
const sometimes = <T>(value: fc.Arbitrary<T>, share: number) =>
	fc.oneof({ weight: 100 - share, arbitrary: fc.constant(undefined) }, { weight: share, arbitrary: value });

const properties: fc.Arbitrary<CameraProperties> = fc
	.record({
		type: fc.constantFrom('fixed', 'fixed', 'fixed', 'dome', 'ptz'),
		azimuthDeg: fc.integer({ min: 0, max: 359 }),
		hfovDeg: fc.constantFrom(30, 70, 110, 200, 360),
		rangeM: fc.integer({ min: 10, max: 150 }),
		nearM: fc.constantFrom(0, 0, 0, 5, 20),
		health: sometimes(fc.constantFrom('broken', 'impaired'), 20),
		integrated: sometimes(fc.constant(false), 20),
		status: sometimes(fc.constant('planned'), 15),
		hours: sometimes(fc.constantFrom('06:00-18:00', '20:00-06:00'), 25),
		azimuthToleranceDeg: sometimes(fc.constant(22.5), 15),
		resolutionPx: sometimes(fc.constantFrom(1280, 1920), 40),
		heightM: sometimes(fc.constantFrom(3, 6, 20), 50),
		heads: sometimes(fc.constant([{ azimuthDeg: 10 }, { azimuthDeg: 60 }, { azimuthDeg: 200 }]), 10)
	})
	.map((record) => JSON.parse(JSON.stringify(record)) as CameraProperties);

const house = fc.tuple(
	place,
	place,
	fc.integer({ min: 4, max: 40 }),
	fc.integer({ min: 4, max: 40 }),
	fc.constantFrom(0, 4, 9)
);

/** Plans in which every need occurs, with houses before cameras; a town with a ragged rim and a hole. */
export const anyPlan: fc.Arbitrary<AnyPlan> = fc
	.record({
		cameras: fc.array(fc.tuple(place, place, properties), { maxLength: 90, size: 'max' }),
		zones: fc.array(
			fc.tuple(place, place, fc.integer({ min: 3, max: 200 }), sometimes(fc.constant('20:00-06:00'), 50)),
			{ maxLength: 3 }
		),
		routes: fc.array(fc.tuple(place, place, place, place, fc.integer({ min: 2, max: 20 })), { maxLength: 2 }),
		houses: fc.array(house, { maxLength: 25, size: 'max' })
	})
	.map(({ cameras, zones, routes, houses }) => ({
		items: [
			area(
				'town',
				ring([-260, -200], [210, -290], [280, 250], [-140, 280], [-150, 10]),
				square(40, 40, 45).reverse()
			),
			...cameras.map(([x, y, of], i) => camera(`c${i}`, x, y, of)),
			...zones.map(([x, y, width, hours], i) => zone(`z${i}`, square(x, y, width), hours)),
			...routes.map(([x, y, u, v, reachM], i) => route(`r${i}`, [at(x, y), at(u, v)], reachM))
		],
		houses: housesAt(houses)
	}));

/** Boxes (west, south, width, depth, height in metres, 0 unknown) about the corner as a pack has them. */
export function housesAt(
	boxes: readonly (readonly [x: number, y: number, width: number, depth: number, heightM: number])[]
): Buildings {
	const coords: number[] = [];
	for (const [x, y, width, depth] of boxes) {
		for (const [u, v] of [
			[0, 0],
			[width, 0],
			[width, depth],
			[0, depth]
		]) {
			const [lng, lat] = at(x + u, y + v);
			coords.push(Math.round(lng * 1e7), Math.round(lat * 1e7));
		}
	}
	return {
		coords: Int32Array.from(coords),
		ringStart: Uint32Array.from({ length: boxes.length + 1 }, (_, i) => 4 * i),
		ringHeightDm: Uint16Array.from(boxes, ([, , , , heightM]) => 10 * heightM)
	};
}
