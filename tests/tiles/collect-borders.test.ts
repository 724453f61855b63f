import { expect, test } from 'vitest';
import { BORDER_KINDS, borderLine, type Borders } from '../../src/lib/geo/borders.ts';
import { doubleArea } from '../../src/lib/geo/grid-ring.ts';
import { collectBorders } from '../../tiles/build/collect-borders.ts';
import { FeatureStore } from '../../tiles/build/feature-store.ts';
import { lineKind } from '../../tiles/build/line-kind.ts';
import { areaKind } from '../../tiles/build/area-kind.ts';
import type { MapKind } from '../../tiles/build/map-kind.ts';
import { worldX, worldY } from '../../tiles/build/world.ts';

/** Points in 1e-7 degrees about the Esil, as the builder keeps them. */
const path = (...points: readonly (readonly [number, number])[]): number[] =>
	points.flatMap(([x, y]) => [worldX(714_000_000 + x), worldY(511_000_000 + y)]);
/** A closed ring of a box, clockwise to the eye as exteriors of the store are. */
const box = (x: number, y: number, width: number, height: number): number[] =>
	path([x, y], [x, y + height], [x + width, y + height], [x + width, y], [x, y]);
const kindsOf = ({ lineKind: kinds }: Borders): string[] => [...kinds].map((kind) => BORDER_KINDS[kind]);
const river = areaKind({ natural: 'water', water: 'river', name: 'Esil' }) as MapKind;
const water = areaKind({ natural: 'water' }) as MapKind;

test('a river cut at tile borders is one body, with the name that one of its pieces has', () => {
	const store = new FeatureStore();
	store.add(water, 3, [box(0, 0, 20_000, 10_000)]);
	store.add(river, 3, [box(20_000, 0, 30_000, 10_000)]);
	// touches only at a corner of the other tile
	store.add(river, 3, [box(20_000, 10_000, 5_000, 20_000)]);
	store.add(water, 3, [box(200_000, 0, 10_000, 10_000)]);
	const borders = collectBorders(store);
	expect(kindsOf(borders)).toEqual(['water', 'water']);
	expect([...borders.lineName].map((name) => borders.names[name])).toEqual(['Esil', undefined]);
	const exterior = borderLine(borders, 0);
	expect(doubleArea(exterior) / 2).toBe(5e8 + 1e8);
	// no side runs along the seam
	for (let i = 0; i < exterior.length; i += 2) {
		const next = (i + 2) % exterior.length;
		const isSeam = exterior[i] === 714_020_000 && exterior[next] === 714_020_000;
		expect(isSeam && Math.min(exterior[i + 1], exterior[next + 1]) < 511_010_000).toBe(false);
	}
});

test('islands stay, ponds and islets do not', () => {
	const store = new FeatureStore();
	const island = box(4000, 4000, 8000, 8000).reverse();
	const turned = Array.from({ length: island.length }, (_, i) => island[i % 2 === 0 ? i + 1 : i - 1]);
	store.add(water, 3, [box(0, 0, 30_000, 30_000), turned]);
	store.add(water, 3, [box(100_000, 0, 1000, 1000)]);
	const borders = collectBorders(store);
	expect(kindsOf(borders)).toEqual(['water', 'water']);
	expect(doubleArea(borderLine(borders, 0))).toBeGreaterThan(0);
	expect(doubleArea(borderLine(borders, 1))).toBe(-2 * 64e6);
});

test('railways above ground, rivers and streams are lines; sidings, trams, tunnels and culverts are none', () => {
	const store = new FeatureStore();
	const add = (tags: Record<string, string>): void => {
		const kind = lineKind(tags);
		if (kind) store.add(kind, 2, [path([0, 0], [500, 500])]);
	};
	add({ railway: 'rail', name: 'Main line' });
	add({ railway: 'rail', service: 'siding' });
	add({ railway: 'rail', tunnel: 'yes' });
	add({ railway: 'tram' });
	add({ railway: 'rail', bridge: 'yes' });
	add({ waterway: 'river', name: 'Esil' });
	add({ waterway: 'drain' });
	add({ waterway: 'stream', tunnel: 'culvert' });
	add({ highway: 'primary' });
	const borders = collectBorders(store);
	expect(kindsOf(borders)).toEqual(['railway', 'railway', 'river', 'stream']);
	expect(borders.names).toEqual(['Main line', 'Esil']);
	expect([...borderLine(borders, 0)]).toEqual([714_000_000, 511_000_000, 714_000_500, 511_000_500]);
});
