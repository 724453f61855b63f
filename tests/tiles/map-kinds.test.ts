import { describe, expect, test } from 'vitest';
import { areaKind } from '../../tiles/build/area-kind.ts';
import { buildingHeightM } from '../../tiles/build/building-height.ts';
import { lineKind } from '../../tiles/build/line-kind.ts';
import { namesOf } from '../../tiles/build/map-names.ts';
import { pointKind } from '../../tiles/build/point-kind.ts';

describe('lines', () => {
	test.each<[string, Record<string, string>, object]>([
		['a motorway', { highway: 'motorway' }, { kind: 'highway', kind_detail: 'motorway' }],
		['its ramp', { highway: 'motorway_link' }, { kind: 'highway', is_link: true }],
		[
			'a bridge',
			{ highway: 'primary', bridge: 'viaduct', layer: '2' },
			{ kind: 'major_road', is_bridge: true, level: 2 }
		],
		['a tunnel', { highway: 'service', tunnel: 'yes' }, { kind: 'minor_road', is_tunnel: true }],
		['one way', { highway: 'residential', oneway: 'yes' }, { oneway: 'yes' }],
		['a railway', { railway: 'rail' }, { kind: 'rail' }],
		['a river', { waterway: 'river', 'name:zh': '伊希姆河' }, { kind: 'river', 'name:zh-Hans': '伊希姆河' }]
	])('%s', (_, tags, properties) => {
		expect(lineKind(tags)?.properties).toMatchObject(properties);
	});

	test.each([
		{ highway: 'construction' },
		{ railway: 'abandoned' },
		{ waterway: 'dam' },
		{ power: 'line' },
		{ highway: 'pedestrian', area: 'yes' }
	])('%o is not drawn as a line', (tags) => {
		expect(lineKind(tags as Record<string, string>)).toBe(null);
	});
});

test.each<[string, Record<string, string>, string, string]>([
	['a lake', { natural: 'water' }, 'water', 'lake'],
	['a river bank', { natural: 'water', water: 'river' }, 'water', 'river'],
	['a park', { leisure: 'park' }, 'landuse', 'park'],
	['a school ground', { amenity: 'school', building: 'no' }, 'landuse', 'school'],
	['a building', { building: 'yes', amenity: 'school' }, 'buildings', 'building'],
	['a part of one', { 'building:part': 'yes' }, 'buildings', 'building_part'],
	['a square', { highway: 'pedestrian', area: 'yes' }, 'landuse', 'pedestrian']
])('area: %s', (_, tags, layer, kind) => {
	expect(areaKind(tags)).toMatchObject({ layer, properties: { kind } });
});

test.each<[Record<string, string>, number]>([
	[{ height: '12.5' }, 12.5],
	[{ height: '12 m' }, 12],
	[{ height: "40'" }, 12.2],
	[{ 'building:levels': '5' }, 15],
	[{ 'building:levels': '5', 'roof:levels': '1' }, 16.5],
	[{ height: 'tall', 'building:levels': '2' }, 6],
	[{ 'building:levels': '9000' }, 0],
	[{}, 0]
])('height of %o is %f m', (tags, heightM) => {
	expect(buildingHeightM(tags)).toBe(heightM);
});

test.each<[string, Record<string, string>, object]>([
	['Latin', { name: 'Vaduz' }, { name: 'Vaduz' }],
	[
		'Cyrillic',
		{ name: 'Астана', 'name:en': 'Astana' },
		{ name: 'Астана', script: 'Cyrillic', 'name:en': 'Astana' }
	],
	['Chinese', { name: '哈密市' }, { name: '哈密市', script: 'Han' }],
	[
		'simplified before plain Chinese',
		{ name: 'X', 'name:zh': '漢', 'name:zh-Hans': '汉' },
		{ name: 'X', 'name:zh-Hans': '汉' }
	],
	['only English', { 'name:en': 'Old Town' }, { name: 'Old Town', 'name:en': 'Old Town' }]
])('names: %s', (_, tags, names) => {
	expect(namesOf(tags)).toEqual(names);
});

test.each<[string, Record<string, string>, object | null]>([
	[
		'a city by its people',
		{ place: 'city', name: 'A', population: '1136008' },
		{ kind: 'locality', population_rank: 11 }
	],
	['a village that does not say', { place: 'village', name: 'B' }, { kind: 'locality', population_rank: 5 }],
	['a station', { railway: 'station', name: 'C' }, { kind: 'station' }],
	['a nameless café', { amenity: 'cafe' }, null],
	['a gate', { barrier: 'gate', name: 'D' }, null]
])('point: %s', (_, tags, properties) => {
	if (properties) expect(pointKind(tags)?.properties).toMatchObject(properties);
	else expect(pointKind(tags)).toBe(null);
});
