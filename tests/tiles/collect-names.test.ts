import { describe, expect, test } from 'vitest';
import { NAME_KINDS, type PlaceNames } from '../../src/lib/domain/place-names.ts';
import { readGeoJsonRoads } from '../../src/lib/formats/osm/geojson-roads.ts';
import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import { collectNames } from '../../tiles/build/collect-names.ts';
import { nameOf } from '../../tiles/build/name-of.ts';
import { SourceStore } from '../../tiles/build/source-store.ts';

const BOX = [71, 51, 72, 52] as const;

/** A source of ways, each a line of places in degrees with its tags. */
function storeOf(ways: readonly (readonly [Tags, readonly (readonly [number, number])[]])[]): SourceStore {
	const store = new SourceStore();
	let node = 0;
	const refs = ways.map(([, line]) =>
		line.map(([lng, lat]) => {
			store.node(++node, Math.round(lng * 1e7), Math.round(lat * 1e7), null);
			return node;
		})
	);
	store.nodes.finish();
	ways.forEach(([tags], i) => store.way(i + 1, Float64Array.from(refs[i]), refs[i].length, tags));
	return store;
}
const rows = ({ kind, texts }: PlaceNames) =>
	texts.map(({ local }, n) => `${NAME_KINDS[kind[n]]} ${local}`).sort();

describe('collectNames', () => {
	const main = { highway: 'primary', name: 'Abai' };

	test('the pieces of a road in one neighbourhood are one name, of the greatest class, that holds them all', () => {
		const names = collectNames(
			storeOf([
				[
					{ highway: 'residential', name: 'Abai' },
					[
						[71.4, 51.1],
						[71.401, 51.1]
					]
				],
				[
					main,
					[
						[71.4012, 51.1],
						[71.41, 51.1],
						[71.42, 51.1]
					]
				],
				[
					main,
					[
						[71.422, 51.1],
						[71.43, 51.1]
					]
				]
			]),
			BOX
		);
		expect(rows(names)).toEqual(['road Abai']);
		expect([...names.box]).toEqual([714000000, 511000000, 714300000, 511000000]);
		// a point of its longest piece
		expect([...names.at]).toEqual([714100000, 511000000]);
	});

	test('two roads of one name in different places are two', () => {
		const names = collectNames(
			storeOf([
				[
					main,
					[
						[71.4, 51.1],
						[71.41, 51.1]
					]
				],
				[
					main,
					[
						[71.6, 51.4],
						[71.61, 51.4]
					]
				]
			]),
			BOX
		);
		expect(rows(names)).toEqual(['road Abai', 'road Abai']);
	});

	test('a road and a square of one name are two, and what lies outside the pack is left out', () => {
		const names = collectNames(
			storeOf([
				[
					main,
					[
						[71.4, 51.1],
						[71.41, 51.1]
					]
				],
				[
					{ place: 'square', name: 'Abai' },
					[
						[71.4, 51.1],
						[71.401, 51.1],
						[71.401, 51.101],
						[71.4, 51.1]
					]
				],
				[
					main,
					[
						[75.4, 51.1],
						[75.41, 51.1]
					]
				]
			]),
			BOX
		);
		expect(rows(names)).toEqual(['road Abai', 'square Abai']);
	});

	test('a pair of pieces with different languages knows them all', () => {
		const { texts } = collectNames(
			storeOf([
				[
					{ ...main, 'name:en': 'Abai Avenue' },
					[
						[71.4, 51.1],
						[71.41, 51.1]
					]
				],
				[
					{ ...main, 'name:zh': '阿拜大街', old_name: 'Lenin; Mira' },
					[
						[71.41, 51.1],
						[71.42, 51.1]
					]
				]
			]),
			BOX
		);
		expect(texts).toEqual([
			{ local: 'Abai', en: 'Abai Avenue', zh: '阿拜大街', ru: '', ref: '', others: ['Lenin', 'Mira'] }
		]);
	});

	test('roads of a GeoJSON file have names too', () => {
		const store = new SourceStore();
		readGeoJsonRoads(
			JSON.stringify({
				type: 'FeatureCollection',
				features: [
					{
						type: 'Feature',
						properties: { highway: 'secondary', name: 'Hamngatan', 'name:zh': '港街' },
						geometry: {
							type: 'LineString',
							coordinates: [
								[71.1, 51.1],
								[71.2, 51.1]
							]
						}
					}
				]
			}),
			store
		);
		store.nodes.finish();
		const names = collectNames(store, BOX);
		expect(rows(names)).toEqual(['road Hamngatan']);
		expect(names.texts[0].zh).toBe('港街');
	});
});

describe('nameOf', () => {
	test.each<[string, Tags, string | null]>([
		['a shop is nothing to find', { shop: 'kiosk', name: 'X' }, null],
		[
			'nor is the practice of a doctor, which bears a name of a person',
			{ amenity: 'doctors', name: 'Dr. X' },
			null
		],
		['nor a road with no name', { highway: 'primary' }, null],
		['a road may have only a number', { highway: 'trunk', ref: 'M-36' }, 'road'],
		['a stop', { highway: 'bus_stop', name: 'Stop' }, 'bus-stop'],
		['a bridge', { man_made: 'bridge', name: 'Arch' }, 'bridge'],
		['a district', { boundary: 'administrative', admin_level: '6', name: 'Almaty' }, 'district'],
		['a whole country is none', { boundary: 'administrative', admin_level: '2', name: 'Land' }, null],
		['a house with a name', { building: 'yes', name: 'Tower' }, 'building'],
		['a house with a number only', { building: 'yes', 'addr:housenumber': '5' }, null],
		['a substation', { power: 'substation', name: 'North' }, 'power']
	])('%s', (_, tags, kind) => {
		expect(nameOf(tags)?.kind ?? null).toBe(kind);
	});
});
