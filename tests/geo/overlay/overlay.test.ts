import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Faces } from '../../../src/lib/geo/overlay/faces.ts';
import { Overlay } from '../../../src/lib/geo/overlay/overlay.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { polygonFault, sideOf, signedArea } from '../../support/valid-polygon.ts';
import { HOSTILE_SCENES, SIZE, sector } from './hostile-scenes.ts';

interface Claim {
	ring: number[];
	layer: number;
}

const BARE = 5;
const ALL = 0b111110;
const frame = [0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE];
const overlay = new Overlay();

describe('hostile scenes', () => {
	test.each(Object.entries(HOSTILE_SCENES))('%s', (_, scene) => {
		const random = seeded(1);
		for (const rings of scene().slice(0, 20)) {
			// spread over the layers, so that faces of several labels meet
			const claims = rings.map((ring, i) => ({ ring, layer: 1 + (i % 3) }));
			checkScene([{ ring: frame, layer: 0 }, ...claims], random, 60);
			checkScene([{ ring: frame, layer: 0 }, ...rings.map((ring) => ({ ring, layer: 1 }))], random, 60);
		}
	});
});

describe('the order of rings', () => {
	test.each(Object.entries(HOSTILE_SCENES))('does not change a byte: %s', (_, scene) => {
		const random = seeded(2);
		for (const rings of scene().slice(0, 10)) {
			const claims = rings.map((ring, i) => ({ ring, layer: 1 + (i % 2) }));
			const first = facesOf([{ ring: frame, layer: 0 }, ...claims]);
			const again = facesOf(shuffled([{ ring: frame, layer: 0 }, ...claims], random));
			expect(again).toEqual(first);
		}
	});
});

describe('named cases', () => {
	test('nothing at all has no faces', () => {
		expect(facesOf([]).label).toHaveLength(0);
	});

	test('ground outside the subject is no face', () => {
		expect(facesOf([{ ring: frame, layer: 1 }]).label).toHaveLength(0);
	});

	test('a hole that touches the rim at one point stays one polygon', () => {
		const faces = facesOf([
			{ ring: frame, layer: 0 },
			{ ring: [0, 10000, 5000, 8000, 5000, 12000], layer: 1 }
		]);
		const bare = facesOfLabel(faces, BARE);
		expect(bare).toHaveLength(1);
		expect(bare[0]).toHaveLength(2);
	});

	test('a band across makes two', () => {
		const faces = facesOf([
			{ ring: frame, layer: 0 },
			{ ring: [-5000, 9000, 30000, 9500, 30000, 9900, -5000, 9600], layer: 1 }
		]);
		expect(facesOfLabel(faces, BARE)).toHaveLength(2);
	});

	test('the first layer that holds wins', () => {
		const faces = facesOf([
			{ ring: frame, layer: 0 },
			{ ring: [0, 0, 10000, 0, 10000, SIZE, 0, SIZE], layer: 3 },
			{ ring: [5000, 0, 15000, 0, 15000, SIZE, 5000, SIZE], layer: 1 }
		]);
		expect(areaOf(faces, 1)).toBe(10000 * SIZE);
		expect(areaOf(faces, 3)).toBe(5000 * SIZE);
		expect(areaOf(faces, BARE)).toBe(5000 * SIZE);
	});

	test('a clockwise ring is a hole in its own layer only', () => {
		const faces = facesOf([
			{ ring: frame, layer: 0 },
			{ ring: [2000, 2000, 8000, 2000, 8000, 8000, 2000, 8000], layer: 1 },
			{ ring: [4000, 4000, 4000, 6000, 6000, 6000, 6000, 4000], layer: 1 },
			{ ring: [3000, 3000, 5000, 3000, 5000, 5000, 3000, 5000], layer: 1 }
		]);
		expect(areaOf(faces, 1)).toBe(6000 * 6000 - 2000 * 2000 + 1000 * 1000);
	});

	test('a cell as wide as 2^22 is refused', () => {
		expect(() => overlay.begin(0, 0, 1 << 22, 2)).toThrow(/2\^22/);
	});
});

test('any scene of sectors and triangles, partly outside the cell, far from the origin', () => {
	const place = fc.integer({ min: -3000, max: SIZE + 3000 });
	const claim = fc.record({
		ring: fc.oneof(
			fc
				.tuple(
					place,
					place,
					fc.integer({ min: 3, max: 9000 }),
					fc.integer({ max: 359, min: 0 }),
					fc.constantFrom(20, 90, 200, 360)
				)
				.map(([x, y, reach, az, span]) => sector(x, y, reach, az, span, 12)),
			fc
				.tuple(place, place, place, place, place, place)
				.filter(([ax, ay, bx, by, cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) !== 0)
				.map((t) =>
					(t[2] - t[0]) * (t[5] - t[1]) - (t[3] - t[1]) * (t[4] - t[0]) > 0
						? t
						: [t[0], t[1], t[4], t[5], t[2], t[3]]
				)
		),
		layer: fc.integer({ min: 1, max: 4 })
	});
	fc.assert(
		fc.property(fc.array(claim, { maxLength: 25 }), (claims) => {
			checkScene([{ ring: frame, layer: 0 }, ...claims], seeded(claims.length), 40);
		}),
		{ numRuns: 150, seed: 7 }
	);
});

/** Valid faces that fill the subject, and each point has the label that counting windings gives it. */
function checkScene(claims: Claim[], random: () => number, samples: number): void {
	const faces = facesOf(claims);
	const polygons: { label: number; rings: Int32Array[] }[] = [];
	let area = 0;
	for (let f = 0; f < faces.label.length; f++) {
		const rings = ringsOf(faces, f);
		expect(polygonFault(rings)).toBe(null);
		for (const ring of rings) area += signedArea(ring);
		polygons.push({ label: faces.label[f], rings });
	}
	expect(area).toBe(SIZE * SIZE);

	for (let s = 0; s < samples; s++) {
		const x = Math.floor(random() * SIZE) + 0.5;
		const y = Math.floor(random() * SIZE) + 0.5;
		if (claims.some(({ ring }) => distance(x, y, ring) < 3)) continue;
		const inside = polygons.filter(({ rings }) => isWithin(x, y, rings));
		expect(inside.map(({ label }) => label)).toEqual([expectedLabel(x, y, claims)]);
	}
}

function firstLayer(present: number): number {
	for (let layer = 1; layer < BARE; layer++) if ((present >> layer) & 1) return layer;
	return BARE;
}

function facesOf(claims: Claim[]): Faces {
	overlay.begin(1_200_000_000, -300_000_000, SIZE, 5);
	for (const { ring, layer } of claims) {
		const coords = Int32Array.from(ring, (v, i) => v + (i % 2 === 0 ? 1_200_000_000 : -300_000_000));
		overlay.addRing(coords, 0, coords.length / 2, layer);
	}
	return overlay.faces(firstLayer, ALL);
}

function ringsOf(faces: Faces, f: number): Int32Array[] {
	const rings: Int32Array[] = [];
	for (let r = faces.faceStart[f]; r < faces.faceStart[f + 1]; r++) {
		rings.push(
			faces.coords
				.slice(2 * faces.ringStart[r], 2 * faces.ringStart[r + 1])
				.map((v, i) => v - (i % 2 === 0 ? 1_200_000_000 : -300_000_000))
		);
	}
	return rings;
}

function facesOfLabel(faces: Faces, label: number): Int32Array[][] {
	return [...faces.label.keys()].filter((f) => faces.label[f] === label).map((f) => ringsOf(faces, f));
}

function areaOf(faces: Faces, label: number): number {
	return facesOfLabel(faces, label)
		.flat()
		.reduce((sum, ring) => sum + signedArea(ring), 0);
}

function isWithin(x: number, y: number, rings: Int32Array[]): boolean {
	return sideOf(x, y, rings[0]) > 0 && rings.slice(1).every((hole) => sideOf(x, y, hole) < 0);
}

function expectedLabel(x: number, y: number, claims: Claim[]): number {
	for (let layer = 1; layer < BARE; layer++) {
		if (claims.some((claim) => claim.layer === layer && sideOf(x, y, claim.ring) > 0)) return layer;
	}
	return BARE;
}

function distance(x: number, y: number, ring: number[]): number {
	let best = Infinity;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		const dx = ring[i] - ring[j];
		const dy = ring[i + 1] - ring[j + 1];
		const lengthSq = dx * dx + dy * dy;
		const t =
			lengthSq === 0 ? 0 : Math.max(0, Math.min(1, ((x - ring[j]) * dx + (y - ring[j + 1]) * dy) / lengthSq));
		best = Math.min(best, Math.hypot(x - ring[j] - t * dx, y - ring[j + 1] - t * dy));
	}
	return best;
}
