import { describe, expect, test } from 'vitest';
import { answerZones } from '../../../src/lib/analysis/patrol/answer-zones.ts';
import { streetsWithin } from '../../../src/lib/analysis/patrol/streets-within.ts';
import { polygonRings } from '../../../src/lib/analysis/coverage/polygon-rings.ts';
import type { ZonesAnswer, ZoneWork } from '../../../src/lib/domain/findings/patrol.ts';
import type { Area, Item, ItemId, PatrolZone } from '../../../src/lib/domain/items.ts';
import { ringAreaM2 } from '../../../src/lib/geo/ellipsoid-area.ts';
import { Overlay } from '../../../src/lib/geo/overlay/overlay.ts';
import { boxOfRings } from '../../../src/lib/geo/ring-box.ts';
import { NodeSets } from '../../../src/lib/network/node-sets.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { finished } from '../../support/street-web.ts';
import { gridTown, place, type Spot } from '../../support/towns.ts';
import { polygonFault } from '../../support/valid-polygon.ts';

const WORK: ZoneWork = { speedKmh: 20, siteS: 0, cameraS: 0, areaSPerKm2: 0, withService: false };

function area(id: string, spots: readonly Spot[]): Area {
	const points = spots.map(place);
	return {
		id: id as ItemId,
		kind: 'area',
		rank: 1,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { name: id }
	};
}

function zone(id: string, spots: readonly Spot[]): PatrolZone {
	return { ...area(id, spots), kind: 'patrol-zone', properties: { name: id } };
}

const square = (fromM: number, toM: number): Spot[] => [
	[fromM, fromM],
	[toM, fromM],
	[toM, toM],
	[fromM, toM]
];

function ask(
	roads: Roads,
	items: readonly Item[],
	zones: number,
	work: Partial<ZoneWork> = {},
	locked: string[] = []
): ZonesAnswer {
	const input = {
		grounds: [items[0].id],
		zones,
		work: { ...WORK, ...work },
		locked: locked as ItemId[]
	};
	return finished(answerZones(roads, travelNetwork(roads), items, input, seeded(1)));
}

/** What must hold of every division: the zones are the ground, once each, valid, and as even as they say. */
function expectDivided(
	answer: ZonesAnswer,
	ground: Int32Array[],
	without: Int32Array[],
	zones: number
): void {
	expect(answer.zones).toHaveLength(zones);
	const rings = answer.zones.map(({ geometry }) => polygonRings(geometry));
	for (const { geometry } of answer.zones) {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		for (const polygon of polygons) {
			expect(
				polygonFault(
					polygon.map((ring) =>
						ring
							.slice(0, -1)
							.flat()
							.map((deg) => Math.round(deg * 1e7))
					)
				)
			).toBe(null);
		}
	}
	const areaOf = (list: readonly Int32Array[]): number =>
		list.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
	const wholeM2 = areaOf(ground) - areaOf(without);
	const sumM2 = rings.reduce((sum, list) => sum + areaOf(list), 0);
	// where a border meets a long slanting outline, the outline moves by up to half a centimetre
	expect(Math.abs(sumM2 / wholeM2 - 1)).toBeLessThan(5e-6);
	expect(answer.areaM2).toBeCloseTo(sumM2, 3);

	// no two zones hold the same ground: as one overlay, all of them together, they make as much as each alone
	const [west, south, east, north] = boxOfRings(ground);
	const overlay = new Overlay();
	overlay.begin(west - 10, south - 10, Math.max(east - west, north - south) + 20, 2);
	overlay.addRing(
		Int32Array.of(west - 9, south - 9, east + 9, south - 9, east + 9, north + 9, west - 9, north + 9),
		0,
		4,
		0
	);
	for (const ring of rings.flat()) overlay.addRing(ring, 0, ring.length / 2, 1);
	const faces = overlay.faces((present) => (present & 2 ? 2 : 1), 0b100);
	let unionM2 = 0;
	for (let r = 0; r + 1 < faces.ringStart.length; r++) {
		unionM2 += ringAreaM2(faces.coords, faces.ringStart[r], faces.ringStart[r + 1]);
	}
	expect(Math.abs(unionM2 / sumM2 - 1)).toBeLessThan(1e-6);

	const mean = answer.zones.reduce((sum, { workS }) => sum + workS, 0) / zones;
	const off = Math.max(...answer.zones.map(({ workS }) => Math.abs(workS / mean - 1)));
	expect(off).toBeCloseTo(answer.deviation, 9);
	expect(answer.zones.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
}

describe('balanced zones', () => {
	test('a street town is divided evenly, border to border', () => {
		const roads = prepareRoads(gridTown(21));
		const items = [area('town', square(-1050, 1050))];
		for (const zones of [2, 4, 7]) {
			const answer = ask(roads, items, zones);
			expectDivided(answer, polygonRings(items[0].geometry), [], zones);
			expect(answer.deviation).toBeLessThan(0.01);
			expect(answer.zones.reduce((sum, { streets }) => sum + streets, 0)).toBe(840);
			for (const one of answer.zones) {
				expect(one.geometry.type).toBe('Polygon');
				expect(one.compactness).toBeGreaterThan(0.3);
				expect(one.worstResponseS).toBeGreaterThan(20);
			}
		}
	});

	test('ground of locked zones is left out, and they keep their figures', () => {
		const roads = prepareRoads(gridTown(21));
		const kept = zone('kept', square(-1050, -140));
		const items = [area('town', square(-1050, 1050)), kept];
		const answer = ask(roads, items, 3, {}, ['kept']);
		expectDivided(answer, polygonRings(items[0].geometry), polygonRings(kept.geometry), 3);
		expect(answer.locked).toMatchObject([{ id: 'kept', share: null, streets: 162 }]);
		expect(answer.zones.reduce((sum, { streets }) => sum + streets, 0)).toBe(678);
		expect(answer.deviation).toBeLessThan(0.012);
	});

	test('key sites and ground count as work where they are asked to', () => {
		const roads = prepareRoads(gridTown(15));
		const sites: Item[] = Array.from({ length: 60 }, (_, i) => ({
			id: `site-${i}` as ItemId,
			kind: 'key-site',
			rank: 10 + i,
			geometry: { type: 'Point', coordinates: place([-650 + (i % 8) * 37, -650 + Math.floor(i / 8) * 37]) },
			properties: { category: 'school' }
		}));
		const items = [area('town', square(-750, 750)), ...sites];
		const even = ask(roads, items, 4);
		const bySites = ask(roads, items, 4, { siteS: 600 });
		expectDivided(bySites, polygonRings(items[0].geometry as never), [], 4);
		expect(bySites.deviation).toBeLessThan(0.08);
		expect(Math.max(...bySites.zones.map(({ streets }) => streets))).toBeGreaterThan(
			1.5 * Math.max(...even.zones.map(({ streets }) => streets))
		);
		const byArea = ask(roads, items, 4, { areaSPerKm2: 1e6 });
		const areas = byArea.zones.map(({ areaM2 }) => areaM2);
		expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(1.05);
	});

	test('is the same each time, and refuses more zones than streets', () => {
		const roads = prepareRoads(gridTown(7));
		const items = [area('town', square(-350, 350))];
		expect(ask(roads, items, 3)).toEqual(ask(roads, items, 3));
		expect(() => ask(roads, [area('yard', square(-20, 20))], 3)).toThrow('3 zones of ground with');
	});

	test('a quarter of a real city is divided into zones that hang together by road', ({ skip }) => {
		const graph = demoRoads();
		if (!graph) return skip('the demo roads are not built');
		const roads = prepareRoads(graph);
		const [lng, lat] = [71.43, 51.17];
		const corner = (dx: number, dy: number): number[] => [lng + dx / 70, lat + dy / 111];
		const ground: Area = {
			id: 'quarter' as ItemId,
			kind: 'area',
			rank: 0,
			geometry: {
				type: 'Polygon',
				coordinates: [[corner(-1, -1), corner(1.2, -0.8), corner(0.9, 1), corner(-0.8, 1.1), corner(-1, -1)]]
			},
			properties: { name: 'quarter' }
		};
		const answer = ask(roads, [ground], 6);
		expectDivided(answer, polygonRings(ground.geometry), [], 6);
		expect(answer.deviation).toBeLessThan(0.02);
		for (const { geometry, streets, streetsM } of answer.zones) {
			const own = streetsWithin(roads, polygonRings(geometry), true);
			expect(own.length).toBeGreaterThanOrEqual(streets);
			const sets = new NodeSets(graph.nodeCount);
			for (const e of own) sets.join(graph.edgeFrom[e], graph.edgeTo[e]);
			const byPart = new Map<number, number>();
			for (const e of own) {
				const part = sets.find(graph.edgeFrom[e]);
				byPart.set(part, (byPart.get(part) ?? 0) + graph.edgeLengthM[e]);
			}
			const total = [...byPart.values()].reduce((sum, one) => sum + one, 0);
			expect(total).toBeGreaterThanOrEqual(streetsM - 1);
			expect(Math.max(...byPart.values()) / total).toBeGreaterThan(0.9);
		}
	});
});
