import { describe, expect, test } from 'vitest';
import { EDGE, ROAD_CLASSES } from '../../src/lib/network/road-graph.ts';
import { roadAttributes } from '../../src/lib/network/road-tags.ts';

const { FORWARD, BACKWARD, DRIVE, WALK, PRIVATE, BRIDGE, TUNNEL, LINK, ROUNDABOUT } = EDGE;
const BOTH = FORWARD | BACKWARD;

describe('for whom a road is, and which way', () => {
	test.each<[string, Record<string, string>, number]>([
		['a street', { highway: 'residential' }, BOTH | DRIVE | WALK],
		['a motorway', { highway: 'motorway' }, FORWARD | DRIVE],
		['a motorway for both ways', { highway: 'motorway', oneway: 'no' }, BOTH | DRIVE],
		['a trunk road with a pavement', { highway: 'trunk', sidewalk: 'both' }, BOTH | DRIVE | WALK],
		['a ramp', { highway: 'motorway_link', oneway: 'yes' }, FORWARD | DRIVE | LINK],
		['one way', { highway: 'tertiary', oneway: 'yes' }, FORWARD | DRIVE | WALK],
		['one way against its drawing', { highway: 'tertiary', oneway: '-1' }, BACKWARD | DRIVE | WALK],
		['a roundabout', { highway: 'primary', junction: 'roundabout' }, FORWARD | DRIVE | WALK | ROUNDABOUT],
		['a footpath', { highway: 'footway' }, BOTH | WALK],
		['a footpath open to cars', { highway: 'footway', motor_vehicle: 'yes' }, BOTH | DRIVE | WALK],
		['a private drive', { highway: 'service', access: 'private' }, BOTH | DRIVE | WALK | PRIVATE],
		[
			'private but cars allowed',
			{ highway: 'service', access: 'private', motor_vehicle: 'yes' },
			BOTH | DRIVE | WALK
		],
		['a street without cars', { highway: 'residential', motor_vehicle: 'no' }, BOTH | DRIVE | WALK | PRIVATE],
		['a bridge', { highway: 'primary', bridge: 'yes' }, BOTH | DRIVE | WALK | BRIDGE],
		['no bridge', { highway: 'primary', bridge: 'no' }, BOTH | DRIVE | WALK],
		['a tunnel', { highway: 'primary', tunnel: 'yes' }, BOTH | DRIVE | WALK | TUNNEL],
		['a ferry', { route: 'ferry' }, BOTH | DRIVE | WALK],
		['a ferry for feet', { route: 'ferry', motor_vehicle: 'no', foot: 'yes' }, BOTH | WALK],
		['a ferry for cars alone', { route: 'ferry', foot: 'no' }, BOTH | DRIVE]
	])('%s', (_, tags, flags) => {
		expect(roadAttributes(tags)?.flags).toBe(flags);
	});
});

test.each<[string, Record<string, string>]>([
	['a building', { building: 'yes' }],
	['a square', { highway: 'pedestrian', area: 'yes' }],
	['under construction', { highway: 'construction' }],
	['a platform', { highway: 'platform' }],
	['a river', { waterway: 'river' }]
])('%s is no road', (_, tags) => {
	expect(roadAttributes(tags)).toBe(null);
});

test.each<[Record<string, string>, number]>([
	[{}, 0],
	[{ bridge: 'yes' }, 1],
	[{ tunnel: 'yes' }, -1],
	[{ tunnel: 'building_passage' }, 0],
	[{ bridge: 'yes', layer: '2' }, 2],
	[{ bridge: 'yes', layer: '0' }, 0],
	[{ layer: '-9' }, -5],
	[{ layer: 'up' }, 0]
])('layer of %o is %i', (tags, layer) => {
	expect(roadAttributes({ highway: 'primary', ...tags })?.layer).toBe(layer);
});

test.each<[string | undefined, number]>([
	['60', 60],
	['30 mph', 48],
	['walk', 5],
	['none', 65],
	[undefined, 65],
	['999', 200]
])('maxspeed %s on a primary road is %i km/h', (maxspeed, speed) => {
	expect(roadAttributes({ highway: 'primary', ...(maxspeed ? { maxspeed } : {}) })?.speedKmh).toBe(speed);
});

test('class and name', () => {
	const classOf = (highway: string) => ROAD_CLASSES[roadAttributes({ highway })?.roadClass ?? -1];
	expect(['trunk_link', 'road', 'escape', 'steps'].map(classOf)).toEqual([
		'trunk',
		'unclassified',
		'other',
		'steps'
	]);
	expect(roadAttributes({ route: 'ferry' })?.roadClass).toBe(ROAD_CLASSES.indexOf('ferry'));
	expect(roadAttributes({ highway: 'primary', ref: 'A28' })?.name).toBe('A28');
});
