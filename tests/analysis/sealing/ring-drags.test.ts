import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ringGround, type RingGround } from '../../../src/lib/analysis/sealing/ring-ground.ts';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Checkpoint, ControlRing, ItemId, RingLevel } from '../../../src/lib/domain/items.ts';
import type { RoadGraph, TravelMode } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { seededRandom } from '../../bench/synthetic-city.ts';
import { liechtenstein } from '../../support/liechtenstein.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { unnumbered } from '../../support/unnumbered.ts';
import { gridTown, ring, squareRing, town, type Spot } from '../../support/towns.ts';

type Corner = readonly [lng: number, lat: number];

const BAND = { insideM: 25, outsideM: 120 };

/** Dead ends, a gate, a road that leaves the map, one that dips deep into the ring in mid-edge and comes back. */
const crookedTown = town({
	nodes: {
		a: [0, 0],
		b: [0, 400],
		c: [400, 400],
		d: [400, 0],
		e: [900, 200],
		far: [2600, 200],
		gate: [-300, 200],
		west: [-900, 200],
		dipFrom: [-700, -260],
		dipTo: [700, -260],
		end: [200, 700]
	},
	roads: [
		{ name: 'round', line: ['a', 'b', 'c', 'd', 'a'] },
		{ name: 'out', line: ['d', 'e', 'far'] },
		{ name: 'gated', line: ['a', 'gate', 'west', 'dipFrom'] },
		{ name: 'dips in', line: ['dipFrom', [-100, -40], [0, 120], [100, -40], 'dipTo', 'e'] },
		{ name: 'path', line: ['c', 'end'], walkOnly: true },
		{ name: 'bows', line: ['b', [-200, 600], [200, 760], 'end', [420, 520], 'c'] }
	],
	ends: ['far'],
	locked: ['gate']
});

/** A ring of unequal corners about a place inside the roads' box. */
function someRing(roads: Roads, random: () => number, level: RingLevel, share: number): ControlRing {
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<Roads['segments']>;
	const centre = [
		minX + (maxX - minX) * (0.4 + 0.2 * random()),
		minY + (maxY - minY) * (0.4 + 0.2 * random())
	];
	const count = 5 + Math.floor(random() * 14);
	const corners = Array.from({ length: count }, (_, k): Corner => {
		const angle = (k / count) * 2 * Math.PI;
		const reach = share * (0.6 + 0.6 * random());
		return [
			(centre[0] + (maxX - minX) * reach * Math.cos(angle)) / 1e7,
			(centre[1] + (maxY - minY) * reach * Math.sin(angle)) / 1e7
		];
	});
	return ringOf(`ring-${level}`, corners, level);
}

function ringOf(id: string, corners: readonly Corner[], level: RingLevel): ControlRing {
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]].map(([x, y]) => [x, y])] },
		properties: { level }
	};
}

const cornersOf = (ring: ControlRing) => ring.geometry.coordinates[0].slice(0, -1) as unknown as Corner[];

/** The next shape in a drag: mostly a corner moved a little, now and then far, taken out, put in, or the whole ring moved. */
function dragged(ring: ControlRing, random: () => number, stepDeg: number): ControlRing {
	const corners = cornersOf(ring).slice();
	const k = Math.floor(random() * corners.length);
	const what = random();
	const far = what < 0.1 ? 20 : 1;
	const moved: Corner = [
		corners[k][0] + (random() - 0.5) * stepDeg * far,
		corners[k][1] + (random() - 0.5) * stepDeg * far
	];
	if (what < 0.72) corners[k] = moved;
	else if (what < 0.8 && corners.length > 3) corners.splice(k, 1);
	else if (what < 0.88) corners.splice(k, 0, moved);
	else if (what < 0.94) {
		const other = Math.floor(random() * corners.length);
		corners[k] = moved;
		corners[other] = [corners[other][0] + stepDeg / 3, corners[other][1]];
	} else if (what < 0.97) corners.push(corners.shift() as Corner);
	else corners.forEach(([x, y], i) => (corners[i] = [x + stepDeg / 5, y - stepDeg / 7]));
	return ringOf(ring.id, corners, ring.properties.level);
}

/** All of a ground but what it was made from. */
function plain(ground: RingGround | null): unknown {
	if (!ground) return null;
	const { survey, ...rest } = ground;
	return { ...rest, ends: [...survey.ends].sort((a, b) => a - b) };
}

/** `toEqual` is slow; it is asked only for where they differ. */
function expectSame(answer: unknown, fresh: unknown): void {
	if (!isDeepStrictEqual(answer, fresh)) expect(answer).toStrictEqual(fresh);
}

function dragRings(roads: Roads, frames: number, seed: number, stepDeg: number, mode: TravelMode): void {
	const random = seededRandom(seed);
	let ring = someRing(roads, random, 1, 0.2);
	let ground = ringGround(roads, ring, mode, BAND);
	let kept = 0;
	let all = 0;
	let changed = 0;
	for (let frame = 0; frame < frames; frame++) {
		const before = ground;
		ring = dragged(ring, random, stepDeg);
		ground = ringGround(roads, ring, mode, BAND, before);
		expectSame(plain(ground), plain(ringGround(roads, ring, mode, BAND)));
		const rows = new Set(before?.survey.rows);
		const live = ground?.survey.rows.filter((row) => row !== null) ?? [];
		kept += live.filter((row) => rows.has(row)).length;
		all += live.length;
		if (ground?.stretches.length !== before?.stretches.length) changed++;
	}
	// a frame that kept nothing, or changed nothing, would prove nothing
	expect(kept).toBeGreaterThan(0.3 * all);
	expect(changed).toBeGreaterThan(frames / 8);
}

const CITIES: readonly (readonly [string, RoadGraph | null, number, number])[] = [
	['a grid of streets', gridTown(21), 50, 2e-3],
	['a crooked town', crookedTown, 200, 4e-3],
	['Gothenburg', gothenburg(), 15, 4e-3],
	['the demo city', demoRoads(), 18, 4e-3],
	['Liechtenstein', await liechtenstein(), 30, 4e-3]
];

describe.each(CITIES.filter(([, graph]) => graph !== null))('in %s', (_, graph, frames, stepDeg) => {
	const roads = prepareRoads(graph as RoadGraph);

	test.each(['drive', 'walk'] as const)(
		'the ground of a dragged ring is that of a fresh one, by %s',
		(mode) => {
			for (const seed of [1, 2]) dragRings(roads, frames, seed, stepDeg, mode);
		}
	);

	test('the whole answer of a dragged plan is that of a fresh one', () => {
		const random = seededRandom(5);
		let rings = [someRing(roads, random, 1, 0.14), someRing(roads, random, 2, 0.26)];
		let posts: Checkpoint[] = seal(roads, rings, { suggest: true })
			.suggestions.filter((_, i) => i % 5 > 0)
			.map(({ at, controls }, i) => ({
				id: `post-${i}` as ItemId,
				kind: 'checkpoint',
				rank: 10 + i,
				geometry: { type: 'Point', coordinates: [...at] },
				properties: { controls }
			}));
		const memory = new SealMemory(roads);
		let leaking = 0;
		for (let frame = 0; frame < 24; frame++) {
			if (frame % 3 > 0 || posts.length === 0) {
				rings = rings.map((ring, i) => (i === frame % 2 ? dragged(ring, random, stepDeg / 2) : ring));
			} else {
				const k = Math.floor(random() * posts.length);
				const [lng, lat] = posts[k].geometry.coordinates;
				const coordinates = [lng + (random() - 0.5) * 2e-3, lat + (random() - 0.5) * 2e-3] as [
					number,
					number
				];
				posts = posts.map((post, i) =>
					i === k ? { ...post, geometry: { type: 'Point', coordinates }, properties: {} } : post
				);
			}
			const answer = seal(roads, [...rings, ...posts], {}, memory);
			// numbers are kept, see steady-numbers.test.ts
			expectSame(unnumbered(answer), unnumbered(seal(roads, [...rings, ...posts])));
			if (answer.leaks.length > 0) leaking++;
		}
		expect(leaking).toBeGreaterThan(8);
	});
});

test('roads equally near to several sides are closed at the same place whatever the rest of the ring does', () => {
	const roads = prepareRoads(gridTown(21));
	// more sides than one node of the index holds, ten of them on each line of streets and 30 m from the next
	const spots = Array.from({ length: 40 }, (_, k): Spot => {
		const along = (k % 10) * 46 - 230;
		return [
			[along, -230],
			[230, along],
			[-along, 230],
			[-230, -along]
		][Math.floor(k / 10)] as unknown as Spot;
	});
	let before = ringGround(roads, ring('ring', spots), 'drive', BAND);
	for (let k = 0; k < 40; k++) {
		const moved = ring(
			'ring',
			spots.map(([x, y], i): Spot => (i === k ? [x * 3, y * 2.5] : [x, y]))
		);
		before = ringGround(roads, moved, 'drive', BAND, before);
		expectSame(plain(before), plain(ringGround(roads, moved, 'drive', BAND)));
	}
});

test('a ring whose name changes keeps all of its survey', () => {
	const roads = prepareRoads(gridTown(21));
	const ring = squareRing('ring', 350);
	const before = ringGround(roads, ring, 'drive', BAND);
	const after = ringGround(roads, { ...ring, properties: { level: 1, name: 'new' } }, 'drive', BAND, before);
	expect(after?.survey.rows).toBe(before?.survey.rows);
	expect(after?.ring.properties.name).toBe('new');
});

test('what was surveyed for other roads, by another mode or for another band is not taken over', () => {
	const roads = prepareRoads(gridTown(21));
	const ring = squareRing('ring', 350);
	const before = ringGround(roads, ring, 'drive', BAND);
	for (const [on, mode, band] of [
		[prepareRoads(gridTown(21)), 'drive', BAND],
		[roads, 'walk', BAND],
		[roads, 'drive', { insideM: 26, outsideM: 120 }],
		[roads, 'drive', { insideM: 25, outsideM: 130 }]
	] as const) {
		const after = ringGround(on, ring, mode, band, before);
		const rows = new Set(before?.survey.rows.filter((row) => row !== null));
		expect(rows.size).toBeGreaterThan(10);
		expect(after?.survey.rows.some((row) => row !== null && rows.has(row))).toBe(false);
		expect(after?.band).toEqual(band);
	}
});
