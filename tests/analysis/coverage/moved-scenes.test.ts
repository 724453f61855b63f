import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import type { CameraProperties, Item } from '../../../src/lib/domain/items.ts';
import type { Buildings } from '../../../src/lib/geo/buildings.ts';
import { area, at, camera, ring, zone } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { finished } from './finished.ts';

type Point = [x: number, y: number];

/** A way to lay a plan out anew: where points go, and which way a compass bearing then points. */
interface Move {
	readonly point: (x: number, y: number) => Point;
	readonly bearingDeg: (deg: number) => number;
	/** Rings run the other way round. */
	readonly isMirror?: boolean;
}

function turned(deg: number): Move {
	const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
	// clockwise, as bearings count
	return { point: (x, y) => [x * cos + y * sin, y * cos - x * sin], bearingDeg: (of) => of + deg };
}

const STAY: Move = { point: (x, y) => [x, y], bearingDeg: (deg) => deg };
const MOVES: [string, Move][] = [
	['turned by a quarter', turned(90)],
	['turned half round', turned(180)],
	['turned by 33 degrees', turned(33)],
	['mirrored east to west', { point: (x, y) => [-x, y], bearingDeg: (deg) => -deg, isMirror: true }],
	['mirrored north to south', { point: (x, y) => [x, -y], bearingDeg: (deg) => 180 - deg, isMirror: true }],
	['mirrored corner to corner', { point: (x, y) => [y, x], bearingDeg: (deg) => 90 - deg, isMirror: true }],
	['moved within its cells', { ...STAY, point: (x, y) => [x + 73.4, y - 41.7] }],
	['moved off the corner of cells', { ...STAY, point: (x, y) => [x + 900, y + 700] }]
];

/** A yard 240 m wide with cameras, zones and houses, drawn once in metres and laid out by `move`. */
function scene(seed: number, move: Move): { items: Item[]; houses: Buildings } {
	const random = seeded(seed);
	const outline = (points: Point[]): Point[] => {
		const moved = points.map(([x, y]) => move.point(x, y));
		return move.isMirror ? moved.reverse() : moved;
	};
	const boxOf = (x: number, y: number, width: number, depth: number): Point[] =>
		outline([
			[x, y],
			[x + width, y],
			[x + width, y + depth],
			[x, y + depth]
		]);
	const rim: Point[] = [
		[-120, -100],
		[90, -120],
		[120, 80],
		[-60, 120],
		[-70, 20]
	];
	const items: Item[] = [area('yard', ring(...outline(rim)))];
	const houses: Point[][] = [];
	for (let i = 0; i < 7; i++) {
		houses.push(boxOf(-100 + 28 * i, (random() - 0.5) * 160, 8 + random() * 12, 6 + random() * 12));
	}
	for (let i = 0; i < 26; i++) {
		const [x, y] = move.point((random() - 0.5) * 240, (random() - 0.5) * 240);
		const isRound = random() < 0.2;
		const properties: CameraProperties = {
			azimuthDeg: move.bearingDeg(random() * 360),
			hfovDeg: isRound ? 360 : 50 + random() * 70,
			rangeM: 20 + random() * 40,
			...(random() < 0.25 && { health: 'broken' as const }),
			...(random() < 0.2 && { integrated: false }),
			...(random() < 0.2 && { azimuthToleranceDeg: 15 }),
			...(random() < 0.4 && { resolutionPx: 1920 })
		};
		items.push(camera(`c${i}`, x, y, properties));
	}
	for (let i = 0; i < 2; i++) {
		items.push(zone(`z${i}`, ring(...boxOf((random() - 0.5) * 160, (random() - 0.5) * 160, 24, 15))));
	}
	return { items, houses: packOf(houses) };
}

function packOf(outlines: readonly Point[][]): Buildings {
	const coords = outlines.flat().flatMap(([x, y]) => at(x, y).map((deg) => Math.round(deg * 1e7)));
	return {
		coords: Int32Array.from(coords),
		ringStart: Uint32Array.from({ length: outlines.length + 1 }, (_, i) => 4 * i),
		ringHeightDm: new Uint16Array(outlines.length)
	};
}

function answerOf(seed: number, move: Move) {
	const { items, houses } = scene(seed, move);
	const assumptions: Assumptions = { ...PRESENT, minPxPerM: 40 };
	return finished(items, { assumptions, walls: new Walls(houses), minAreaM2: 0 }).answer();
}

describe.each([41, 42, 43])('a whole scene (%i)', (seed) => {
	const plain = answerOf(seed, STAY);
	const listOf = ({ features }: typeof plain): [string, number][] =>
		features
			.map(({ properties }): [string, number] => [String(properties?.reason), Number(properties?.areaM2)])
			.filter(([, m2]) => m2 > 25)
			.sort((a, b) => b[1] - a[1]);

	test('is made so that there is much to agree on', () => {
		const reasons = new Set(listOf(plain).map(([reason]) => reason));
		expect(reasons.size).toBeGreaterThan(3);
		expect(listOf(plain).length).toBeGreaterThan(12);
		expect(plain.summary.coveredShare).toBeGreaterThan(0.1);
	});

	test.each(MOVES)('%s has the same answer', (_, move) => {
		const moved = answerOf(seed, move);
		const { summary } = moved;
		// corners are rounded to the centimetre, and a degree is not as wide a hundred metres on
		const slackM2 = 6;
		expect(Math.abs(summary.areaM2 - plain.summary.areaM2)).toBeLessThan(slackM2);
		expect(Math.abs(summary.coveredM2 - plain.summary.coveredM2)).toBeLessThan(slackM2);
		expect(Math.abs(summary.likelyM2 - plain.summary.likelyM2)).toBeLessThan(slackM2);
		summary.whatIf.forEach(({ what, coveredM2 }, i) => {
			expect(Math.abs(coveredM2 - plain.summary.whatIf[i].coveredM2), what).toBeLessThan(slackM2);
		});
		const totals = (answer: typeof plain): Map<string, number> => {
			const sums = new Map<string, number>();
			for (const { properties } of answer.features) {
				const reason = String(properties?.reason);
				sums.set(reason, (sums.get(reason) ?? 0) + Number(properties?.areaM2));
			}
			return sums;
		};
		const before = totals(plain);
		const after = totals(moved);
		expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
		for (const [reason, m2] of before) {
			expect(Math.abs((after.get(reason) ?? 0) - m2), reason).toBeLessThan(slackM2);
		}
		const list = listOf(moved);
		expect(Math.abs(list.length - listOf(plain).length)).toBeLessThanOrEqual(1);
		expect(Math.abs(list[0][1] - listOf(plain)[0][1])).toBeLessThan(slackM2);
	});
});
