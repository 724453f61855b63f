import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGeoJsonRoads } from '../../../src/lib/formats/osm/geojson-roads.ts';
import { GOTHENBURG_ROADS } from '../../support/map-samples.ts';
import { OsmRecord } from '../../support/osm-record.ts';

const line = (coordinates: number[][], properties = {}) => ({
	type: 'Feature',
	geometry: { type: 'LineString', coordinates },
	properties: { highway: 'residential', ...properties }
});
const read = (...features: unknown[]) => {
	const record = new OsmRecord();
	readGeoJsonRoads(JSON.stringify({ type: 'FeatureCollection', features }), record);
	return record;
};
const shared = (record: OsmRecord, a: number, b: number) =>
	record.ways[a].refs.filter((ref) => record.ways[b].refs.includes(ref)).length;

describe('where lines join', () => {
	const main = [
		[0, 0],
		[1, 1],
		[2, 2]
	];
	const across = [
		[0, 2],
		[1, 1],
		[2, 0]
	];
	test.each([
		[
			'end to end',
			line(main),
			line([
				[2, 2],
				[3, 3]
			]),
			1
		],
		[
			'an end on a vertex inside',
			line(main),
			line([
				[1, 1],
				[1, 0]
			]),
			1
		],
		[
			'an end on a bridge',
			line(main, { bridge: 'yes', layer: 1 }),
			line([
				[2, 2],
				[3, 3]
			]),
			1
		],
		[
			'crossing with no vertex',
			line([
				[0, 0],
				[2, 2]
			]),
			line([
				[0, 2],
				[2, 0]
			]),
			0
		],
		['a vertex inside both, on one level', line(main), line(across), 1],
		['a vertex inside both, one a bridge', line(main), line(across, { bridge: 'yes' }), 0],
		['a vertex inside both, one a layer up', line(main), line(across, { layer: '1' }), 0],
		[
			'a centimetre apart',
			line(main),
			line([
				[2.0000002, 2],
				[3, 3]
			]),
			0
		]
	])('%s', (_, a, b, joints) => {
		expect(shared(read(a, b), 0, 1)).toBe(joints);
	});
});

test('ids and truth values are taken as OpenStreetMap writes them', () => {
	const record = read(
		{
			...line(
				[
					[0, 0],
					[1, 1]
				],
				{ oneway: true, bridge: false, lanes: 2 }
			),
			id: 'way/77'
		},
		line(
			[
				[0, 0],
				[1, 1]
			],
			{ '@id': 'way/78' }
		),
		line([
			[0, 0],
			[1, 1]
		])
	);
	expect(record.ways.map((way) => way.id)).toEqual([77, 78, 3]);
	expect(record.ways[0].tags).toEqual({ highway: 'residential', oneway: 'yes', bridge: 'no', lanes: '2' });
});

test.each([
	['no JSON', '{"type": "FeatureColl', /text: .*, wanted GeoJSON/],
	[
		'one geometry',
		'{"type":"LineString","coordinates":[]}',
		/JSON of type "LineString", wanted a FeatureCollection/
	],
	['null', 'null', /JSON of type null/],
	[
		'no road in it',
		'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":null}]}',
		/1 features, none a line with "highway"/
	],
	[
		'metres instead of degrees',
		JSON.stringify({
			type: 'FeatureCollection',
			features: [
				line([
					[674_000, 6_580_000],
					[0, 0]
				])
			]
		}),
		/feature 1: coordinates \[674000,6580000\], wanted longitude and latitude/
	]
])('%s is refused', (_, text, message) => {
	expect(() => readGeoJsonRoads(text, new OsmRecord())).toThrow(message);
});

test('Gothenburg joins up', () => {
	const record = new OsmRecord();
	readGeoJsonRoads(readFileSync(GOTHENBURG_ROADS, 'utf8'), record);
	expect(record.ways).toHaveLength(20_227);
	expect(record.ways.find((way) => way.id === 5016127)?.tags?.name).toBe('Sveaplan');
});
