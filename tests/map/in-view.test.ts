import { describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { groundAbout, inView } from '../../src/lib/map/plan/in-view.ts';

const SCREEN: Bbox = [71.4, 51.1, 71.42, 51.11];

function zone(i: number, west: number, south: number): Item {
	const ring = [
		[west, south],
		[west + 0.01, south],
		[west + 0.01, south + 0.01],
		[west, south + 0.01],
		[west, south]
	];
	return {
		id: `zone-${i}` as ItemId,
		kind: 'patrol-zone',
		geometry: { type: 'Polygon', coordinates: [ring] },
		properties: { level: 'city' },
		rank: i
	};
}

describe('what the sources of the map hold', () => {
	const many = Array.from({ length: 400 }, (_, i) =>
		zone(i, 71.2 + 0.02 * (i % 20), 51 + 0.015 * Math.floor(i / 20))
	);

	test('is what touches the ground, to the last of it', () => {
		const about = groundAbout(SCREEN, null);
		const held = inView(new Map([['zones', many]]), about).get('zones') ?? [];
		const touching = many.filter((item) => {
			const [[a, b], , [c, d]] = (item.geometry as { coordinates: number[][][] }).coordinates[0];
			return a <= about[2] && c >= about[0] && b <= about[3] && d >= about[1];
		});
		expect(held).toEqual(touching);
		expect(held.length).toBeGreaterThan(3);
		expect(held.length).toBeLessThan(40);
	});

	test('is everything where there is little, or no screen yet', () => {
		const few = many.slice(0, 50);
		const drawn = new Map([['zones' as const, few]]);
		expect(inView(drawn, SCREEN).get('zones')).toBe(few);
		expect(inView(new Map([['zones', many]]), null).get('zones')).toBe(many);
	});

	test('stays while the screen moves about in it, and follows beyond it and far in', () => {
		const about = groundAbout(SCREEN, null);
		expect(about.map((side) => side.toFixed(3))).toEqual(['71.380', '51.090', '71.440', '51.120']);
		const aside: Bbox = [71.415, 51.105, 71.435, 51.115];
		expect(groundAbout(aside, about)).toBe(about);
		const beyond: Bbox = [71.43, 51.1, 71.45, 51.11];
		expect(groundAbout(beyond, about)[2]).toBeCloseTo(71.47, 9);
		const closeUp: Bbox = [71.41, 51.105, 71.411, 51.1055];
		expect(groundAbout(closeUp, about)[2]).toBeCloseTo(71.412, 9);
	});
});
