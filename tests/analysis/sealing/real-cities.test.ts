import { describe, expect, test } from 'vitest';
import { controlsOf } from '../../../src/lib/analysis/sealing/controls.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { ringGround, type RingGround } from '../../../src/lib/analysis/sealing/ring-ground.ts';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import type { Suggestion } from '../../../src/lib/domain/findings/sealing.ts';
import type { Checkpoint, ControlRing, ItemId, RingLevel } from '../../../src/lib/domain/items.ts';
import { localPlane } from '../../../src/lib/geo/local-plane.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { seededRandom } from '../../bench/synthetic-city.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { ring, town, type Spot } from '../../support/towns.ts';
import { unnumbered } from '../../support/unnumbered.ts';
import { depthM, hasNetworkx, networkxCuts, plainNetwork } from '../../support/sealing-oracle.ts';

const CITIES = [
	['Gothenburg', gothenburg()],
	['the demo city', demoRoads()]
] as const;

/** A ring of unequal corners about a place of the city; sizes are shares of the city's width. */
function crookedRing(
	roads: Roads,
	random: () => number,
	id: string,
	size: number,
	level: RingLevel
): ControlRing {
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<Roads['segments']>;
	const corners = 7 + Math.floor(random() * 12);
	const points = Array.from({ length: corners }, (_, k) => {
		const angle = (k / corners) * 2 * Math.PI;
		const reach = size * (0.7 + 0.5 * random());
		return [
			Math.round((minX + maxX) / 2 + (maxX - minX) * reach * Math.cos(angle)) / 1e7,
			Math.round((minY + maxY) / 2 + (maxY - minY) * reach * Math.sin(angle)) / 1e7
		];
	});
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { level }
	};
}

function applied(suggestions: readonly Suggestion[]): Checkpoint[] {
	return suggestions.map(({ at, controls }, i) => ({
		id: `suggested-${i}` as ItemId,
		kind: 'checkpoint',
		rank: 1000 + i,
		geometry: { type: 'Point', coordinates: [...at] },
		properties: { controls }
	}));
}

describe.each(CITIES.filter(([, graph]) => graph !== null))('in %s', (_, graph) => {
	const roads = prepareRoads(graph as NonNullable<typeof graph>);

	describe.each(['drive', 'walk'] as const)('by %s', (mode) => {
		const random = seededRandom(17);
		const plans = [1, 2, 3].map((n) => [
			crookedRing(roads, random, `core-${n}`, 0.07, 1),
			crookedRing(roads, random, `outer-${n}`, 0.17, 2),
			crookedRing(roads, random, `border-${n}`, 0.31, 3)
		]);

		test('the verdicts hang together, and every leak has a way out of its own', () => {
			for (const rings of plans) {
				const answer = seal(roads, rings, { mode });
				for (const verdict of answer.rings) {
					const crossings = answer.crossings.filter(({ ring }) => ring === verdict.ring);
					const leaks = answer.leaks.filter(({ ring }) => ring === verdict.ring);
					expect(crossings).toHaveLength(verdict.crossings);
					expect(verdict.held + verdict.covered + verdict.pockets + verdict.open).toBe(verdict.crossings);
					expect(leaks).toHaveLength(verdict.leaks);
					expect(new Set(leaks.map(({ edge, at }) => [edge, ...at].join())).size).toBe(leaks.length);
					expect(verdict.sealed).toBe(verdict.leaks === 0);
					expect(verdict.leaks).toBe(verdict.minimumCut); // no checkpoint stands
					expect(verdict.leaks).toBeLessThanOrEqual(verdict.open);
					expect(verdict.leaks > 0).toBe(verdict.open > 0);
				}
				for (const { ring: id, route, lengthM } of answer.leaks) {
					const ring = rings.find((candidate) => candidate.id === id) as ControlRing;
					expectOut(ring, route);
					expect(lengthM).toBeGreaterThan(20);
				}
			}
		});

		test('all suggestions together seal; without any one of them its ring leaks', () => {
			const [rings] = plans;
			const memory = new SealMemory(roads);
			const { suggestions, leaks } = seal(roads, rings, { mode, suggest: true }, memory);
			expect(suggestions.length).toBeGreaterThan(10);
			expect(suggestions.length).toBeLessThanOrEqual(leaks.length);
			const posts = applied(suggestions);
			const all = seal(roads, [...rings, ...posts], { mode }, memory);
			expect(all.rings.filter(({ sealed }) => !sealed)).toEqual([]);
			expect(all.depth).toBeGreaterThanOrEqual(1);
			for (let i = 0; i < posts.length; i += mode === 'walk' ? 5 : 1) {
				const rest = posts.filter((post) => post !== posts[i]);
				const answer = seal(roads, [...rings, ...rest], { mode }, memory);
				expect(answer.rings.find(({ ring }) => ring === suggestions[i].ring)?.sealed).toBe(false);
			}
		});

		test('with some posts standing, no way out meets one, and the number of leaks is what is left to close', () => {
			const [, rings] = plans;
			const memory = new SealMemory(roads);
			const posts = applied(seal(roads, rings, { mode, suggest: true }, memory).suggestions);
			const standing = posts.filter((_, i) => i % 3 !== 0);
			const answer = seal(roads, [...rings, ...standing], { mode, suggest: true }, memory);
			expect(answer.leaks.length).toBeGreaterThan(0);
			for (const { ring: id, route } of answer.leaks) {
				expectOut(rings.find((ring) => ring.id === id) as ControlRing, route);
				for (const post of standing) {
					for (const { at } of post.properties.controls ?? []) {
						expect(distanceToLineM(at, route)).toBeGreaterThan(0.5);
					}
				}
			}
			const closed = [...standing, ...applied(answer.suggestions)];
			expect(seal(roads, [...rings, ...closed], { mode }, memory).rings.every(({ sealed }) => sealed)).toBe(
				true
			);
		});

		test('what is remembered changes no answer, nor does the order of items', () => {
			const [, , rings] = plans;
			const memory = new SealMemory(roads);
			const posts = applied(seal(roads, rings, { mode, suggest: true }, memory).suggestions).map((post) => ({
				...post,
				properties: {}
			}));
			const walk = seededRandom(23);
			for (let step = 0; step < 25; step++) {
				const k = Math.floor(walk() * posts.length);
				const [lng, lat] = posts[k].geometry.coordinates;
				const moved = [lng + (walk() - 0.5) * 4e-3, lat + (walk() - 0.5) * 4e-3];
				posts[k] = { ...posts[k], geometry: { type: 'Point', coordinates: moved } };
				const kept = seal(roads, [...rings, ...posts], { mode }, memory);
				expect(unnumbered(kept)).toEqual(unnumbered(seal(roads, [...posts, ...rings].reverse(), { mode })));
			}
		});
	});
});

describe.runIf(hasNetworkx())('cuts agree with networkx', () => {
	test.each(CITIES.filter(([, graph]) => graph !== null))('in %s, bare and with posts', (_, graph) => {
		const roads = prepareRoads(graph as NonNullable<typeof graph>);
		const random = seededRandom(29);
		const rings = Array.from({ length: 6 }, (__, n) =>
			crookedRing(roads, random, `ring-${n}`, 0.05 + 0.05 * n, 1)
		);
		const posts = rings.map((ring) => {
			const { stretchesOfEdge } = ringGround(roads, ring, 'drive', {
				insideM: 25,
				outsideM: 120
			}) as RingGround;
			return seal(roads, [ring])
				.crossings.filter(({ edge }) => {
					const [first, end] = stretchesOfEdge.get(edge) as readonly [number, number];
					return end - first === 1 && random() < 0.6;
				})
				.map(({ at, edge }, i) => postOn(at, graph?.edgeWay[edge] as number, i));
		});
		const closed = posts.map(
			(list) => new Set(list.flatMap((post) => controlsOf(roads, post).map(({ edge }) => edge)))
		);
		const theirs = networkxCuts([
			...rings.map((ring) => plainNetwork(roads.graph, ring, 'drive')),
			...rings.map((ring, n) => plainNetwork(roads.graph, ring, 'drive', closed[n]))
		]);
		const bare = rings.map((ring) => seal(roads, [ring]).rings[0].minimumCut);
		const left = rings.map((ring, n) => seal(roads, [ring, ...posts[n]]).rings[0].leaks);
		expect([...bare, ...left]).toEqual(theirs);
		expect(Math.max(...bare)).toBeGreaterThan(20);
		expect(Math.max(...left)).toBeGreaterThan(3);
	});

	test('in random towns of long bent roads', () => {
		const random = seededRandom(31);
		const spot = (reach: number): Spot => [
			Math.round((random() - 0.5) * 2 * reach),
			Math.round((random() - 0.5) * 2 * reach)
		];
		const drawn = Array.from({ length: 120 }, () => {
			const names = Array.from({ length: 9 }, (_, i) => `n${i}`);
			const graph = town({
				nodes: Object.fromEntries(names.map((name) => [name, spot(random() < 0.7 ? 400 : 1200)])),
				roads: Array.from({ length: 13 }, () => {
					const [from, to] = [names[Math.floor(random() * 9)], names[Math.floor(random() * 9)]];
					const bends = Array.from({ length: Math.floor(random() * 3) }, () => spot(700));
					return { line: [from, ...bends, to] };
				}).filter(({ line }) => line[0] !== line.at(-1)),
				ends: names.filter(() => random() < 0.15),
				locked: names.filter(() => random() < 0.08)
			});
			const corners = 4 + Math.floor(random() * 5);
			const corner = Array.from({ length: corners }, (_, k): Spot => {
				const reach = 120 + 200 * random();
				const angle = (k / corners) * 2 * Math.PI;
				return [Math.round(reach * Math.cos(angle)), Math.round(reach * Math.sin(angle))];
			});
			const about = ring('ring', corner);
			return { graph, ring: about, plain: plainNetwork(graph, about, 'drive') };
		});
		const scenes = drawn.filter(({ plain }) => !plain.isBorderline);
		expect(scenes.length).toBeGreaterThan(60);
		const theirs = networkxCuts(scenes.map(({ plain }) => plain));
		const answers = scenes.map((scene) => seal(prepareRoads(scene.graph), [scene.ring]));
		expect(answers.map(({ rings }) => rings[0].minimumCut)).toEqual(theirs);
		for (const { rings, depth } of answers) {
			expect(rings[0].open > 0).toBe(rings[0].leaks > 0);
			expect(depth).toBe(rings[0].leaks > 0 ? 0 : null);
		}
		const twice = answers.filter(
			({ crossings }) => new Set(crossings.map(({ edge }) => edge)).size < crossings.length
		);
		expect(twice.length).toBeGreaterThan(10);
		expect(theirs.filter((cut) => cut > 0).length).toBeGreaterThan(40);
	});
});

function postOn(at: readonly [number, number], way: number, i: number): Checkpoint {
	return {
		id: `post-${i}` as ItemId,
		kind: 'checkpoint',
		rank: i,
		geometry: { type: 'Point', coordinates: [...at] },
		properties: { controls: [{ way, at: [at[0], at[1]] }] }
	};
}

/** The way starts deep inside and ends far outside, or where the map data does. */
function expectOut(ring: ControlRing, route: readonly (readonly [number, number])[]): void {
	const [start, end] = [route[0], route[route.length - 1]];
	expect(depthM(ring, start[0] * 1e7, start[1] * 1e7)).toBeGreaterThan(24.9);
	expect(depthM(ring, end[0] * 1e7, end[1] * 1e7)).toBeLessThan(-119.9);
}

function distanceToLineM(at: readonly number[], line: readonly (readonly [number, number])[]): number {
	const { metresPerLng, metresPerLat } = localPlane([at[0], at[1]]);
	let best = Infinity;
	for (let i = 1; i < line.length; i++) {
		const ax = (line[i - 1][0] - at[0]) * metresPerLng;
		const ay = (line[i - 1][1] - at[1]) * metresPerLat;
		const dx = (line[i][0] - line[i - 1][0]) * metresPerLng;
		const dy = (line[i][1] - line[i - 1][1]) * metresPerLat;
		const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
	}
	return best;
}
