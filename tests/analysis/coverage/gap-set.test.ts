import { describe, expect, test } from 'vitest';
import {
	FIGURE,
	FIGURES,
	gapsOfCell,
	joinQuarters,
	NO_GAP_SET,
	PLACE,
	PLACES,
	type GapSet
} from '../../../src/lib/analysis/coverage/gap-set.ts';
import { parallelAt } from '../../../src/lib/geo/parallel.ts';

/** Cells of 100 by 100 about the equator; four make a square of 200 at (0, 0). */
const SIZE = 100;
const { metresPerX, metresPerY } = parallelAt(SIZE);
const CORNERS = [
	[0, 0],
	[SIZE, 0],
	[0, SIZE],
	[SIZE, SIZE]
] as const;

type Box = readonly [west: number, south: number, east: number, north: number];
type Face = readonly [label: number, ...box: Box];

/** The gaps of quarter `q` whose faces are boxes, in units of the whole square; areas are in units squared. */
function quarter(q: number, ...faces: Face[]): GapSet {
	const coords = faces.flatMap(([, w, s, e, n]) => [w, s, e, s, e, n, w, n]);
	const sizes = faces.map(([, w, s, e, n]) => [e - w, n - s]);
	return gapsOfCell(
		{
			faces: {
				label: Uint8Array.from(faces, ([label]) => label),
				faceStart: Uint32Array.from({ length: faces.length + 1 }, (_, f) => f),
				ringStart: Uint32Array.from({ length: faces.length + 1 }, (_, f) => 4 * f),
				coords: Int32Array.from(coords)
			},
			areaM2: Float64Array.from(sizes, ([width, height]) => width * height),
			perimeterM: Float64Array.from(
				sizes,
				([width, height]) => 2 * (width * metresPerX + height * metresPerY)
			),
			closes: Float64Array.from(sizes.flatMap(([width, height]) => [width, height, 1]))
		},
		CORNERS[q][0],
		CORNERS[q][1],
		SIZE
	);
}

function joined(...quarters: (GapSet | null)[]): GapSet {
	return joinQuarters(quarters, 0, 2 * SIZE);
}

const areas = ({ count, figures }: GapSet): number[] =>
	Array.from({ length: count }, (_, gap) => figures[gap * FIGURES + FIGURE.AREA]);
const figure = (set: GapSet, gap: number, which: number): number => set.figures[gap * FIGURES + which];
const place = (set: GapSet, gap: number, which: number): number => set.place[gap * PLACES + which];

describe('gaps of quarters joined', () => {
	const middleW: Face = [2, 40, 20, 100, 60];
	const middleE: Face = [2, 100, 30, 150, 80];
	test.each([
		['a stretch of side shared makes one', [[middleW], [middleE], [], []], [1200 * 2 + 2500]],
		['of other labels they stay apart', [[middleW], [[3, 100, 30, 150, 80]], [], []], [2400, 2500]],
		[
			'a corner shared joins nothing',
			[[[2, 50, 50, 100, 100]], [], [], [[2, 100, 100, 150, 150]]],
			[2500, 2500]
		],
		[
			'end to end along a side joins nothing',
			[[[2, 50, 0, 100, 30]], [[2, 100, 30, 150, 60]], [], []],
			[1500, 1500]
		],
		[
			'two that are one beyond the side are one',
			[
				[
					[2, 50, 10, 100, 20],
					[2, 50, 70, 100, 80]
				],
				[[2, 100, 0, 120, 90]],
				[],
				[]
			],
			[500 + 500 + 1800]
		],
		[
			'a chain through all four quarters',
			[[[2, 90, 40, 100, 100]], [[2, 100, 40, 110, 50]], [[2, 95, 100, 99, 180]], [[2, 150, 100, 160, 110]]],
			[600 + 100 + 320, 100]
		],
		['from south to north', [[[2, 10, 90, 20, 100]], [], [[2, 10, 100, 20, 105]], []], [150]],
		['from south to north in the east', [[], [[2, 110, 90, 120, 100]], [], [[2, 110, 100, 120, 105]]], [150]],
		['from west to east in the north', [[], [], [[2, 90, 110, 100, 120]], [[2, 100, 110, 105, 120]]], [150]]
	] as [string, Face[][], number[]][])('%s', (_, faces, expected) => {
		const set = joined(...faces.map((of, q) => (of.length > 0 ? quarter(q, ...of) : null)));
		expect(areas(set)).toEqual(expected);
	});

	test('what is known of the parts is added up, the shared side left out of the rim', () => {
		const set = joined(quarter(0, middleW), quarter(1, middleE), null, null);
		expect(set.count).toBe(1);
		expect(figure(set, 0, FIGURE.LARGEST)).toBe(2500);
		expect(figure(set, 0, FIGURE.LIKELY)).toBe(60 + 50);
		expect(figure(set, 0, FIGURE.POSSIBLE)).toBe(40 + 50);
		expect(figure(set, 0, FIGURE.PLANNED)).toBe(2);
		// 110 wide both ways; up 40 in the west, 50 in the east, 10 and 20 beside the shared 30
		const rimM = 220 * metresPerX + (40 + 50 + 10 + 20) * metresPerY;
		expect(figure(set, 0, FIGURE.PERIMETER)).toBeCloseTo(rimM, 6);
		expect(['X', 'Y', 'SOUTH', 'EAST', 'NORTH'].map((key) => place(set, 0, PLACE[key as 'X']))).toEqual([
			40, 20, 20, 150, 80
		]);
	});

	test('a gap off all sides stays with its quarter', () => {
		const set = joined(quarter(0, [2, 10, 10, 20, 20], [2, 0, 50, 100, 60]), null, null, null);
		expect(areas(set)).toEqual([1000]);
		expect([...(set.from?.[0] ?? [])]).toEqual([-1, 0]);
		expect(set.from?.[1]).toBe(null);
		const none = joined(quarter(3, [2, 110, 110, 120, 120]), null, null, null);
		expect(none.count).toBe(0);
	});

	test('only what touches a side of the whole stays open, and its stretches are drawn together', () => {
		const set = joined(
			quarter(0, [2, 0, 60, 30, 100], [2, 80, 80, 100, 100]),
			quarter(1, [2, 100, 80, 110, 100]),
			quarter(2, [2, 0, 100, 30, 140]),
			NO_GAP_SET
		);
		expect([...set.isOpen]).toEqual([1, 0]);
		expect([...set.west]).toEqual([60, 140, 0]);
		for (const side of [set.east, set.south, set.north]) expect(side).toHaveLength(0);
	});

	test.each([
		['west', 0, [2, 0, 20, 10, 30], [20, 30, 0]],
		['south', 0, [2, 20, 0, 30, 10], [20, 30, 0]],
		['east', 3, [2, 190, 120, 200, 130], [120, 130, 0]],
		['north', 3, [2, 120, 190, 130, 200], [120, 130, 0]]
	] as ['west' | 'south' | 'east' | 'north', number, Face, number[]][])(
		'a gap is known to touch the %s',
		(side, q, face, expected) => {
			const quarters: (GapSet | null)[] = [null, null, null, null];
			quarters[q] = quarter(q, face);
			const set = joined(...quarters);
			for (const other of ['west', 'south', 'east', 'north'] as const)
				expect([...set[other]]).toEqual(other === side ? expected : []);
		}
	);

	test('gaps that begin at one point are told apart, within a cell and across its northern side', () => {
		// two in the south-west that begin at (0, 100), one in the north-west that does
		const south = gapsOfCell(
			{
				faces: {
					label: Uint8Array.of(2, 3),
					faceStart: Uint32Array.of(0, 1, 2),
					ringStart: Uint32Array.of(0, 3, 6),
					coords: Int32Array.of(0, 100, 30, 50, 40, 60, 0, 100, 60, 80, 60, 90)
				},
				areaM2: Float64Array.of(1, 1),
				perimeterM: Float64Array.of(1, 1),
				closes: null
			},
			0,
			0,
			SIZE
		);
		const north = quarter(2, [2, 0, 100, 20, 110]);
		const ties = [...south.place, ...north.place].filter((_, i) => i % PLACES === PLACE.TIE);
		expect(new Set(ties).size).toBe(3);
	});

	test('a gap that begins at one point in two cells is named by the one in the north', () => {
		const set = joined(quarter(0, [2, 50, 50, 60, 100]), null, quarter(2, [2, 50, 100, 70, 120]), null);
		expect(set.count).toBe(1);
		expect([PLACE.X, PLACE.Y, PLACE.TIE].map((key) => place(set, 0, key))).toEqual([50, 50, 0]);
		const high = joined(quarter(0, [2, 50, 90, 60, 100]), null, quarter(2, [2, 40, 100, 70, 120]), null);
		expect([PLACE.X, PLACE.Y].map((key) => place(high, 0, key))).toEqual([40, 100]);
	});

	test('a gap of two arms begins at the lower of their first points, and touches a side twice', () => {
		const arms = quarter(0, [2, 0, 70, 100, 80], [2, 0, 10, 100, 20]);
		const set = joined(arms, quarter(1, [2, 100, 0, 110, 90]), null, null);
		expect(areas(set)).toEqual([1000 + 1000 + 900]);
		expect([PLACE.X, PLACE.Y, PLACE.TIE].map((key) => place(set, 0, key))).toEqual([0, 10, 0]);
		// what lies between the arms is no part of it
		expect([...set.west]).toEqual([10, 20, 0, 70, 80, 0]);
	});

	test('nothing joined is nothing', () => {
		expect(joined(null, null, null, null)).toMatchObject({ count: 0 });
		expect(quarter(0)).toBe(NO_GAP_SET);
	});
});
