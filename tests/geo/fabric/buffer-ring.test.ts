import fc from 'fast-check';
import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { bufferRing, type BufferCorners } from '../../../src/lib/geo/fabric/buffer-ring.ts';
import { shapeOfParts, toGrid } from '../../../src/lib/geo/fabric/ground-shape.ts';
import { isSound } from '../../../src/lib/geo/fabric/is-sound.ts';
import { areaOfAllM2 } from '../../../src/lib/geo/fabric/set-ground.ts';
import { windingOf } from '../../../src/lib/geo/fabric/winding-of.ts';
import { fromPlane, localPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';
import { MITRE_LIMIT } from '../../../src/lib/geo/mitre-ring.ts';
import { jstsFault } from '../../support/jsts-oracle.ts';

type Shape = Point | LineString | Polygon | MultiPolygon;

const PLANE = localPlane([71.43, 51.13]);
const at = (x: number, y: number): Position => [...fromPlane(PLANE, { x, y })];
const xy = (p: Position) => toPlane(PLANE, [p[0], p[1]]);

function linesOf(shape: Shape): Position[][] {
	if (shape.type === 'Point') return [[shape.coordinates]];
	if (shape.type === 'LineString') return [shape.coordinates];
	return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

/** Metres from a place to the nearest point of a line or an outline: the slow, obvious way. */
function awayM(shape: Shape, p: Position): number {
	const { x, y } = xy(p);
	let least = Infinity;
	for (const line of linesOf(shape)) {
		for (let i = 0; i < line.length; i++) {
			const [a, b] = [xy(line[Math.max(0, i - 1)]), xy(line[i])];
			const [dx, dy] = [b.x - a.x, b.y - a.y];
			const lengthSq = dx * dx + dy * dy;
			const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / lengthSq));
			least = Math.min(least, Math.hypot(a.x + t * dx - x, a.y + t * dy - y));
		}
	}
	return least;
}
const holds = (parts: Position[][][], [lng, lat]: Position): boolean =>
	windingOf(shapeOfParts(parts).rings, toGrid(lng), toGrid(lat)) > 0;
const isIn = (shape: Shape, p: Position): boolean =>
	shape.type === 'Polygon'
		? holds([shape.coordinates], p)
		: shape.type === 'MultiPolygon' && holds(shape.coordinates, p);

/** Corners of an outline and the middles of its sides. */
function outline(parts: Position[][][]): Position[] {
	return parts
		.flat()
		.flatMap((ring) =>
			ring.slice(1).flatMap((b, i) => [b, [(ring[i][0] + b[0]) / 2, (ring[i][1] + b[1]) / 2]])
		);
}

const reach = fc.double({ min: 5, max: 400, noNaN: true });
const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
/** A star around a place: simple, with corners that point in and out. */
const star = fc
	.tuple(place, fc.array(fc.integer({ min: 60, max: 700 }), { minLength: 4, maxLength: 9 }))
	.map(([[x, y], radii]): Position[] => {
		const ring = radii.map((r, i) => {
			const angle = (2 * Math.PI * i) / radii.length;
			return at(x + r * Math.cos(angle), y + r * Math.sin(angle));
		});
		return [...ring, ring[0]];
	});
const holed = fc.tuple(star, fc.boolean()).map(([ring, hasHole]): Polygon => {
	const middle = ring
		.slice(1)
		.reduce(
			(sum, p) => ({ x: sum.x + xy(p).x / (ring.length - 1), y: sum.y + xy(p).y / (ring.length - 1) }),
			{ x: 0, y: 0 }
		);
	const inner = ring.map((p) => at(middle.x + (xy(p).x - middle.x) / 3, middle.y + (xy(p).y - middle.y) / 3));
	const isWithin =
		inner.every((p) => holds([[ring]], p)) && awayM({ type: 'LineString', coordinates: ring }, inner[0]) > 1;
	return { type: 'Polygon', coordinates: hasHole && isWithin ? [ring, [...inner].reverse()] : [ring] };
});
const shape: fc.Arbitrary<Shape> = fc.oneof(
	place.map(([x, y]): Point => ({ type: 'Point', coordinates: at(x, y) })),
	fc
		.array(place, { minLength: 2, maxLength: 6 })
		.map((places): LineString => ({ type: 'LineString', coordinates: places.map(([x, y]) => at(x, y)) })),
	holed
);
/** Metres that a round end may leave the arc, and a part in a thousand. */
const slackM = (reachM: number): number => 0.3 + 1.5e-3 * reachM;

describe('ground within a distance', () => {
	test('holds what is nearer, and nothing that is farther away', () => {
		let near = 0;
		let all = 0;
		fc.assert(
			fc.property(shape, reach, fc.array(place, { minLength: 30, maxLength: 30 }), (one, reachM, places) => {
				const parts = bufferRing(one, reachM);
				for (const p of places.map(([x, y]) => at(0.7 * x, 0.7 * y))) {
					const far = isIn(one, p) ? 0 : awayM(one, p);
					if (Math.abs(far - reachM) < slackM(reachM)) continue;
					all++;
					if (far < reachM) near++;
					expect(holds(parts, p)).toBe(far < reachM);
				}
			}),
			{ numRuns: 150 }
		);
		expect(near / all).toBeGreaterThan(0.1);
	});

	test('has its border at the distance', () => {
		fc.assert(
			fc.property(shape, reach, (one, reachM) => {
				for (const p of outline(bufferRing(one, reachM))) {
					expect(Math.abs(awayM(one, p) - reachM)).toBeLessThan(slackM(reachM));
				}
			}),
			{ numRuns: 80 }
		);
	});

	test('inwards has its border at the distance, within the ground', () => {
		let left = 0;
		fc.assert(
			fc.property(holed, fc.double({ min: 5, max: 60, noNaN: true }), (one, reachM) => {
				const parts = bufferRing(one, -reachM);
				if (parts.length > 0) left++;
				for (const p of outline(parts)) {
					expect(isIn(one, p)).toBe(true);
					expect(Math.abs(awayM(one, p) - reachM)).toBeLessThan(slackM(reachM));
				}
			}),
			{ numRuns: 80 }
		);
		expect(left).toBeGreaterThan(40);
	});

	test.each(['round', 'mitred'] as const)('is valid, %s, to us and to JSTS', (corners: BufferCorners) => {
		fc.assert(
			fc.property(shape, fc.double({ min: -60, max: 300, noNaN: true }), (one, reachM) => {
				const parts = bufferRing(one, reachM, corners);
				if (parts.length === 0) return;
				expect(isSound(shapeOfParts(parts).parts)).toBe(true);
				expect(jstsFault({ type: 'MultiPolygon', coordinates: parts })).toBeNull();
			}),
			{ numRuns: 80 }
		);
	});

	test('mitred holds the round one and reaches no farther than its limit', () => {
		fc.assert(
			fc.property(shape, reach, (one, reachM) => {
				const mitred = bufferRing(one, reachM, 'mitred');
				for (const p of outline(mitred)) {
					const far = awayM(one, p);
					expect(far).toBeGreaterThan(reachM - slackM(reachM));
					expect(far).toBeLessThan(MITRE_LIMIT * reachM + slackM(reachM));
				}
			}),
			{ numRuns: 80 }
		);
	});

	const square = [at(-100, -100), at(100, -100), at(100, 100), at(-100, 100), at(-100, -100)];
	test.each([
		['out, mitred', 50, 'mitred', 300 * 300],
		['out, round', 50, 'round', 200 * 200 + 4 * 200 * 50 + Math.PI * 2500],
		['in', -50, 'round', 100 * 100]
	] as const)('of a square, %s, has the area it should have', (_, reachM, corners, wanted) => {
		const parts = bufferRing({ type: 'Polygon', coordinates: [square] }, reachM, corners);
		const ratio = areaOfAllM2([shapeOfParts(parts).rings]) / wanted;
		expect(Math.abs(ratio - 1)).toBeLessThan(3e-3);
	});

	test('inwards, mitred, keeps the corner of a bend', () => {
		const bend = [at(0, 0), at(300, 0), at(300, 100), at(100, 100), at(100, 300), at(0, 300), at(0, 0)];
		const parts = bufferRing({ type: 'Polygon', coordinates: [bend] }, -20, 'mitred');
		expect(parts).toHaveLength(1);
		// a round one would leave 86 m² less
		expect(Math.abs(areaOfAllM2([shapeOfParts(parts).rings]) - 27_600)).toBeLessThan(20);
	});

	test('leaves nothing of what is too thin, and refuses a reach that is no number', () => {
		expect(bufferRing({ type: 'Polygon', coordinates: [square] }, -101)).toEqual([]);
		expect(() => bufferRing({ type: 'Polygon', coordinates: [square] }, NaN)).toThrow(RangeError);
	});
});
