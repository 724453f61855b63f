import type { LngLat } from '../../../src/lib/geo/coordinates.ts';

/**
 * Where the lines of the demo plan run: stops that the streets between are looked up for, and, at
 * the city's rim, corners drawn by hand. Counter-clockwise. All of it is made up over real streets.
 */

/** Junctions of the main streets, by a short name. */
export const STOPS = {
	alash: [71.4045, 51.1752],
	sarayarkaBridge: [71.4085, 51.1615],
	turanKurgalzhin: [71.412, 51.1462],
	riverSouth: [71.4225, 51.1472],
	turanSyganak: [71.4105, 51.137],
	kabanbaySyganak: [71.441, 51.1325],
	embankment: [71.4435, 51.1515],
	republicSouth: [71.4305, 51.1515],
	east: [71.455, 51.155],
	eastMarket: [71.4545, 51.1685],
	abayEast: [71.4475, 51.1705],
	abayMiddle: [71.4395, 51.1697],
	republicNorth: [71.437, 51.1785],
	stationEast: [71.4485, 51.1855],
	stationWest: [71.4065, 51.192],
	tlendievWest: [71.4685, 51.161],
	tlendievMiddle: [71.4775, 51.157],
	tlendievEast: [71.525, 51.1395],
	koshkarbaevMiddle: [71.4835, 51.1735],
	koshkarbaevEast: [71.534, 51.1545],
	southEast: [71.485, 51.1255],
	leftBankEast: [71.4705, 51.127],
	turkestan: [71.467, 51.117],
	kabanbaySouth: [71.437, 51.121],
	turanSouth: [71.403, 51.127],
	expoWest: [71.3925, 51.0998],
	expoEast: [71.4255, 51.0955],
	westFarm: [71.362, 51.1325],
	westKurgalzhin: [71.369, 51.1485],
	westBridge: [71.3775, 51.172],
	alashWest: [71.38, 51.179],
	northWest: [71.365, 51.1945],
	northRoad: [71.43, 51.197],
	northVillage: [71.411, 51.199],
	northCorner: [71.378, 51.2055]
} as const satisfies Record<string, LngLat>;

export type Stop = keyof typeof STOPS;

export const CORE_RING: readonly Stop[] = [
	'alash',
	'sarayarkaBridge',
	'turanKurgalzhin',
	'turanSyganak',
	'kabanbaySyganak',
	'embankment',
	'east',
	'eastMarket',
	'abayEast',
	'republicNorth'
];

export const OUTER_RING: readonly Stop[] = [
	'westBridge',
	'westFarm',
	'turanSouth',
	'expoWest',
	'expoEast',
	'kabanbaySouth',
	'turkestan',
	'southEast',
	'tlendievEast',
	'koshkarbaevEast',
	'stationEast',
	'northRoad',
	'northVillage',
	'northCorner',
	'northWest',
	'alashWest'
];

/** Round the built-up city, across open ground and every road that leads out. */
export const BORDER_RING: readonly LngLat[] = [
	[71.372, 51.222],
	[71.345, 51.2225],
	[71.318, 51.209],
	[71.3135, 51.19],
	[71.343, 51.174],
	[71.3545, 51.158],
	[71.345, 51.14],
	[71.351, 51.1215],
	[71.381, 51.117],
	[71.3835, 51.1],
	[71.3755, 51.0825],
	[71.4045, 51.0765],
	[71.438, 51.0775],
	[71.463, 51.087],
	[71.489, 51.0925],
	[71.507, 51.1045],
	[71.541, 51.1065],
	[71.545, 51.125],
	[71.5565, 51.1345],
	[71.55, 51.158],
	[71.5455, 51.1725],
	[71.5285, 51.187],
	[71.508, 51.2055],
	[71.4855, 51.2125],
	[71.4495, 51.2145],
	[71.4255, 51.2285],
	[71.382, 51.2295]
];

export interface ZoneLine {
	readonly name: string;
	readonly stops: readonly Stop[];
	readonly level: 'city' | 'county' | 'township';
	readonly hours?: string;
}

/** Twelve patrol zones between main streets; their hours do not quite meet. */
export const ZONES: readonly ZoneLine[] = [
	{
		name: 'Old centre north 老城北',
		stops: ['alash', 'sarayarkaBridge', 'abayMiddle', 'republicNorth'],
		level: 'city'
	},
	{
		name: 'Old centre south 老城南',
		stops: ['sarayarkaBridge', 'turanKurgalzhin', 'riverSouth', 'republicSouth', 'abayMiddle'],
		level: 'city',
		hours: 'Mo-Su 06:00-24:00'
	},
	{
		name: 'Embankment 滨河',
		stops: ['abayMiddle', 'republicSouth', 'embankment', 'east', 'eastMarket', 'abayEast'],
		level: 'city',
		hours: 'Mo-Su 07:00-23:00'
	},
	{
		name: 'Station quarter 车站片区',
		stops: ['alash', 'republicNorth', 'stationEast', 'stationWest'],
		level: 'county'
	},
	{
		name: 'Government quarter 政务区',
		stops: ['turanSyganak', 'turanSouth', 'kabanbaySouth', 'kabanbaySyganak'],
		level: 'city'
	},
	{
		name: 'Left bank west 左岸西',
		stops: ['turanKurgalzhin', 'westKurgalzhin', 'westFarm', 'turanSouth', 'turanSyganak'],
		level: 'county',
		hours: 'Mo-Su 08:00-20:00'
	},
	{
		name: 'Left bank south 左岸南',
		stops: ['turanSouth', 'expoWest', 'expoEast', 'kabanbaySouth'],
		level: 'county',
		hours: 'Mo-Su 07:00-22:00'
	},
	{
		name: 'Market quarter 市场片区',
		stops: ['abayEast', 'eastMarket', 'east', 'tlendievWest', 'koshkarbaevMiddle', 'stationEast'],
		level: 'county',
		hours: 'Mo-Sa 07:00-21:00; Su 09:00-18:00'
	},
	{
		name: 'Right bank middle 右岸中',
		stops: ['east', 'leftBankEast', 'tlendievMiddle'],
		level: 'county',
		hours: 'Mo-Su 06:00-22:00'
	},
	{
		name: 'Works quarter 工业区',
		stops: ['tlendievMiddle', 'tlendievEast', 'koshkarbaevEast', 'koshkarbaevMiddle'],
		level: 'township',
		hours: 'Mo-Fr 08:00-18:00'
	},
	{
		name: 'South-east 东南片区',
		stops: ['tlendievMiddle', 'leftBankEast', 'southEast', 'tlendievEast'],
		level: 'township',
		hours: 'Mo-Su 19:00-07:00'
	},
	{
		name: 'North-west 西北片区',
		stops: ['alashWest', 'alash', 'stationWest', 'northWest'],
		level: 'township',
		hours: 'Mo-Su 08:00-20:00'
	}
];

/** Stations and street posts. */
export const STATIONS: readonly {
	readonly name: string;
	readonly at: LngLat;
	readonly level: 'city' | 'county' | 'township';
	readonly teams: number;
}[] = [
	{ name: 'City command 市局指挥中心', at: [71.4285, 51.1585], level: 'city', teams: 4 },
	{ name: 'Saryarka station 萨雷阿尔卡派出所', at: [71.4155, 51.1725], level: 'county', teams: 3 },
	{ name: 'Station square post 站前街面警务站', at: [71.4195, 51.187], level: 'county', teams: 2 },
	{ name: 'Almaty station 阿拉木图派出所', at: [71.4745, 51.1495], level: 'county', teams: 3 },
	{ name: 'Market post 市场街面警务站', at: [71.4625, 51.1665], level: 'county', teams: 1 },
	{ name: 'Esil station 叶西尔派出所', at: [71.4245, 51.1265], level: 'county', teams: 3 },
	{ name: 'Expo post 世博街面警务站', at: [71.4145, 51.0925], level: 'township', teams: 1 },
	{ name: 'Works post 工业区街面警务站', at: [71.506, 51.1575], level: 'township', teams: 1 },
	{ name: 'North-west post 西北街面警务站', at: [71.3795, 51.1915], level: 'township', teams: 1 },
	{ name: 'Airport road post 机场路街面警务站', at: [71.4575, 51.1015], level: 'township', teams: 1 }
];
