import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Faces } from '../../../src/lib/geo/overlay/faces.ts';
import { Overlay } from '../../../src/lib/geo/overlay/overlay.ts';
import { seeded } from '../../support/random.ts';
import { sideOf } from '../../support/valid-polygon.ts';
import { HOSTILE_SCENES, SIZE, sector } from './hostile-scenes.ts';

/** A ring of one layer, counted `weight` times. */
interface Claim {
	ring: number[];
	layer: number;
	weight: number;
}

const LAYERS = 30;
const IDS = 29;
/** Grid steps beside a segment at which its two sides are looked at. */
const OFF = 3.5;
const frame: Claim = { ring: [0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE], layer: 0, weight: 1 };
const overlay = new Overlay();

describe('labels by sets of layers', () => {
	const quarter = (layer: number, x: number, y: number): Claim => {
		const half = SIZE / 2;
		return { ring: [x, y, x + half, y, x + half, y + half, x, y + half], layer, weight: 1 };
	};

	test('the rule is asked for sets that lie in the subject, once a set', () => {
		const asked: number[] = [];
		faces([frame, quarter(3, 0, 0), quarter(17, 5000, 0)], (present) => {
			asked.push(present);
			return 1;
		});
		expect(asked.sort((a, b) => a - b)).toEqual(
			[1, 1 | (1 << 3), 1 | (1 << 17), 1 | (1 << 3) | (1 << 17)].sort((a, b) => a - b)
		);
	});

	test('ground of one label is one face, whatever holds it', () => {
		const found = faces([frame, quarter(3, 0, 0), quarter(17, 5000, 0)], () => 3);
		expect([...found.label]).toEqual([3]);
		expect(found.ringStart).toEqual(Uint32Array.of(0, found.coords.length / 2));
	});

	test('another rule is not answered with the labels of the one before', () => {
		expect([...faces([frame], () => 1).label]).toEqual([1]);
		expect([...faces([frame], () => 3).label]).toEqual([3]);
	});

	test.each([0, 32, NaN])('a label of %s is refused', (label) => {
		expect(() => faces([frame], () => label)).toThrow(/1 to 31/);
	});

	test('31 layers are refused', () => {
		expect(() => overlay.begin(0, 0, SIZE, 31)).toThrow(/30 layers/);
	});
});

describe('above every segment', () => {
	test.each(Object.entries(HOSTILE_SCENES))(
		'layers, sums and the face are those of its place: %s',
		(_, scene) => {
			const random = seeded(6);
			for (const rings of scene().slice(0, 4)) {
				checkScene([frame, ...rings.slice(0, 60).flatMap((ring, i) => claimed(ring, i))], random);
			}
		}
	);

	test('any sectors', () => {
		const place = fc.integer({ min: -2000, max: SIZE + 2000 });
		const ring = fc
			.tuple(place, place, fc.integer({ min: 50, max: 7000 }), fc.integer({ min: 0, max: 359 }))
			.map(([x, y, reach, az]) => sector(x, y, reach, az, 75, 9));
		fc.assert(
			fc.property(fc.array(ring, { minLength: 1, maxLength: 16 }), (rings) => {
				checkScene([frame, ...rings.flatMap((r, i) => claimed(r, i))], seeded(rings.length));
			}),
			{ numRuns: 60, seed: 3 }
		);
	});
});

/** Each ring holds a layer of its own kind, and adds its number to the sum of ids. */
function claimed(ring: number[], i: number): Claim[] {
	return [
		{ ring, layer: 1 + (i % 5), weight: 1 },
		{ ring, layer: IDS, weight: 1000 + i }
	];
}

function labelOf(present: number): number {
	return (present & 0b111110) === 0 ? 1 : 2 + ((present >> 1) & 1);
}

function faces(claims: readonly Claim[], rule: (present: number) => number): Faces {
	overlay.begin(0, 0, SIZE, LAYERS);
	for (const { ring, layer, weight } of claims) {
		overlay.addRing(Int32Array.from(ring), 0, ring.length / 2, layer, weight);
	}
	return overlay.faces(rule, (1 << 1) | (1 << 3));
}

/** Compares what the sweep knows of points straight above segments with counting rings about them. */
function checkScene(claims: readonly Claim[], random: () => number): void {
	const found = faces(claims, labelOf);
	const { segments, presentAbove, presentBelow } = overlay.arrangement;
	let checked = 0;
	for (let e = 0; e < segments.count; e++) {
		const { x1, y1, x2, y2 } = segments;
		const dx = x2[e] - x1[e];
		const dy = y2[e] - y1[e];
		const length = Math.hypot(dx, dy);
		const middleX = (x1[e] + x2[e]) / 2;
		const middleY = (y1[e] + y2[e]) / 2;
		if (length < 40 || random() < 0.4 || isNearAnother(middleX, middleY, e)) continue;
		// rounding moves segments by less than this, and nothing else is as near
		for (const [side, present] of [
			[OFF, presentAbove[e]],
			[-OFF, presentBelow[e]]
		]) {
			const x = middleX - (side * dy) / length;
			const at = middleY + (side * dx) / length;
			if (x < 0 || x > SIZE || at < 0 || at > SIZE) continue;
			const holding = claims.filter(({ ring }) => sideOf(x, at, ring) > 0);
			expect(present).toBe(holding.reduce((bits, { layer }) => bits | (1 << layer), 0));
			if (side < 0) continue;
			for (const layer of [0, 1, 2, IDS]) {
				const sum = holding.reduce((all, claim) => all + (claim.layer === layer ? claim.weight : 0), 0);
				expect(overlay.countAbove(e, layer)).toBe(sum);
			}
			expect(overlay.faceAbove(e)).toBe(faceAt(found, x, at));
			checked++;
		}
	}
	if (segments.count > 200) expect(checked).toBeGreaterThan(0);
}

/** Whether a segment other than `e` comes within three times `OFF` of (`x`, `y`). */
function isNearAnother(x: number, y: number, e: number): boolean {
	const { x1, y1, x2, y2, count } = overlay.arrangement.segments;
	for (let f = 0; f < count; f++) {
		if (f === e || x1[f] > x + 3 * OFF || x2[f] < x - 3 * OFF) continue;
		const dx = x2[f] - x1[f];
		const dy = y2[f] - y1[f];
		const t = Math.max(0, Math.min(1, ((x - x1[f]) * dx + (y - y1[f]) * dy) / (dx * dx + dy * dy)));
		if (Math.hypot(x - x1[f] - t * dx, y - y1[f] - t * dy) < 3 * OFF) return true;
	}
	return false;
}

function faceAt({ label, faceStart, ringStart, coords }: Faces, x: number, y: number): number {
	for (let f = 0; f < label.length; f++) {
		let isIn = true;
		for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
			const side = sideOf(x, y, coords.slice(2 * ringStart[r], 2 * ringStart[r + 1]));
			if (r === faceStart[f] ? side <= 0 : side >= 0) isIn = false;
		}
		if (isIn) return f;
	}
	return -1;
}
