import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import type { Setting } from '../../../src/lib/domain/items.ts';
import { STOPS, type Stop } from './city-lines.ts';

/**
 * Where districts and townships of the demo meet: the river, main streets, and a rim drawn by hand. Every
 * border is one list of corners that both sides share, so each level tiles the city. All of it is made up.
 */

/** The river parts the left bank. */
const RIVER: readonly LngLat[] = [
	[71.3335, 51.152],
	[71.37, 51.1605],
	[71.4095, 51.1575],
	[71.4255, 51.1525],
	[71.4405, 51.1455],
	[71.4475, 51.132],
	[71.4505, 51.121],
	[71.4625, 51.1105],
	[71.481, 51.1],
	[71.523, 51.0905]
];
const PARTING: readonly LngLat[] = [
	[71.4255, 51.1525],
	[71.4305, 51.1655],
	[71.4235, 51.1815],
	[71.4365, 51.2105],
	[71.44, 51.236]
];
const WEST_RIM: readonly LngLat[] = [
	[71.37, 51.2385],
	[71.33, 51.2305],
	[71.301, 51.215],
	[71.2965, 51.18]
];
const EAST_RIM: readonly LngLat[] = [
	[71.56, 51.1],
	[71.5685, 51.14],
	[71.56, 51.185],
	[71.52, 51.216]
];
const SOUTH_RIM: readonly LngLat[] = [
	[71.5, 51.083],
	[71.47, 51.0735],
	[71.366, 51.0735],
	[71.335, 51.113]
];

export interface AreaLine {
	readonly id: string;
	readonly name: string;
	readonly ring: readonly LngLat[];
}

/** Three districts that share their borders point for point. */
export const DISTRICTS: readonly AreaLine[] = [
	{
		id: 'area-saryarka',
		name: 'Saryarka district 萨雷阿尔卡区',
		ring: [...PARTING, ...WEST_RIM, ...RIVER.slice(0, 3)]
	},
	{
		id: 'area-almaty',
		name: 'Almaty district 阿拉木图区',
		ring: [...RIVER.slice(3), ...EAST_RIM, ...PARTING.slice(1).reverse()]
	},
	{
		id: 'area-esil',
		name: 'Esil district 叶西尔区',
		ring: [...[...RIVER].reverse(), ...[...SOUTH_RIM].reverse()]
	}
];

const street = (...stops: Stop[]): LngLat[] => stops.map((stop) => STOPS[stop]);

/** Three townships of each district, one of them urban, most of them worse off farther out. */
export const TOWNSHIPS: readonly (AreaLine & { readonly setting: Setting })[] = [
	{
		id: 'township-old-centre',
		name: 'Old centre 老城街道',
		setting: 'urban',
		ring: [...PARTING.slice(0, 3), ...street('alash'), RIVER[2]]
	},
	{
		id: 'township-station',
		name: 'Station 车站街道',
		setting: 'mixed',
		ring: [...PARTING.slice(2), ...WEST_RIM.slice(0, 2), ...street('northWest', 'alashWest', 'alash')]
	},
	{
		id: 'township-west-villages',
		name: 'West villages 西郊乡',
		setting: 'rural',
		ring: [...WEST_RIM.slice(1), ...RIVER.slice(0, 3), ...street('alash', 'alashWest', 'northWest')]
	},
	{
		id: 'township-market',
		name: 'Market 市场街道',
		setting: 'urban',
		ring: [
			...RIVER.slice(3, 6),
			...street('tlendievMiddle', 'koshkarbaevMiddle', 'stationEast'),
			PARTING[2],
			PARTING[1]
		]
	},
	{
		id: 'township-south-east',
		name: 'South-east 东南镇',
		setting: 'mixed',
		ring: [...RIVER.slice(5), EAST_RIM[0], EAST_RIM[1], ...street('tlendievEast', 'tlendievMiddle')]
	},
	{
		id: 'township-east-villages',
		name: 'East villages 东郊乡',
		setting: 'rural',
		ring: [
			...EAST_RIM.slice(1),
			...PARTING.slice(2).reverse(),
			...street('stationEast', 'koshkarbaevMiddle', 'tlendievMiddle', 'tlendievEast')
		]
	},
	{
		id: 'township-government',
		name: 'Government 政务街道',
		setting: 'urban',
		ring: [
			...RIVER.slice(2, 7).reverse(),
			...street('turanKurgalzhin', 'turanSyganak', 'turanSouth', 'kabanbaySouth')
		]
	},
	{
		id: 'township-expo',
		name: 'Expo 世博镇',
		setting: 'mixed',
		ring: [
			...RIVER.slice(6).reverse(),
			...street('kabanbaySouth', 'turanSouth', 'expoWest'),
			...SOUTH_RIM.slice(0, 3).reverse()
		]
	},
	{
		id: 'township-left-bank-villages',
		name: 'Left bank villages 左岸乡',
		setting: 'rural',
		ring: [
			...RIVER.slice(0, 3).reverse(),
			SOUTH_RIM[3],
			SOUTH_RIM[2],
			...street('expoWest', 'turanSouth', 'turanSyganak', 'turanKurgalzhin')
		]
	}
];
