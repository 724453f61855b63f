import type { CheckpointStatus, Health, RingLevel, TeamLevel } from '../domain/items.ts';
import type { GapReason } from '../domain/findings/gaps.ts';
import type { CrossingState } from '../domain/findings/sealing.ts';

/**
 * What every thing of a plan looks like, as data: the map draws from this table and so does the
 * legend. Colours are Okabe and Ito's where they carry meaning; nothing is told by colour alone.
 */

export type Theme = 'light' | 'dark';

/** How many cameras see a place; 3 stands for three and more. */
export type Watchers = 1 | 2 | 3;
export const WATCHERS: readonly Watchers[] = [1, 2, 3];

export interface PlanColours {
	readonly ring: Readonly<Record<RingLevel, string>>;
	/** Sealed, held. */
	readonly held: string;
	/** Leak, open, broken. */
	readonly leak: string;
	/** Covered, pocket, planned. */
	readonly neutral: string;
	readonly crossing: Readonly<Record<CrossingState, string>>;
	readonly checkpoint: Readonly<Record<CheckpointStatus, string>>;
	readonly coverage: string;
	/** Of the coverage fill, 0 to 1. */
	readonly coverageOpacity: number;
	readonly camera: Readonly<Record<Health, string>>;
	/** Ground that one, two, three or more cameras see: viridis, more is farther from the map's ground. */
	readonly watchers: Readonly<Record<Watchers, string>>;
	/** Of areas by a figure, least to most. */
	readonly areaFigures: readonly [string, string, string, string, string];
	readonly gap: string;
	/** Of the hatch, 0 to 1. */
	readonly gapOpacity: number;
	readonly zone: string;
	readonly patrolRoute: string;
	readonly station: string;
	readonly keySite: string;
	readonly area: string;
	readonly unseen: string;
	readonly suggestion: string;
	/** Selection, hover and handles. */
	readonly accent: string;
	/** Round every symbol, so that it stands off the map. */
	readonly casing: string;
	/** Text on the map. */
	readonly text: string;
}

/** The colours of the plan over the light and the dark basemap. */
export const PLAN_COLOURS: Readonly<Record<Theme, PlanColours>> = {
	light: {
		ring: { 1: '#D55E00', 2: '#B07D00', 3: '#0072B2' },
		held: '#007A5A',
		leak: '#C2185B',
		neutral: '#6B7280',
		crossing: { held: '#007A5A', covered: '#6B7280', pocket: '#6B7280', open: '#C2185B' },
		checkpoint: { staffed: '#007A5A', built: '#0072B2', planned: '#6B7280', broken: '#C2185B' },
		coverage: '#56B4E9',
		coverageOpacity: 0.22,
		camera: { working: '#0072B2', impaired: '#B07D00', broken: '#C2185B' },
		watchers: { 1: '#A8D843', 2: '#1F9E89', 3: '#443983' },
		areaFigures: ['#E3EEF4', '#B5D5E2', '#79B3CC', '#3A87AC', '#0F5378'],
		gap: '#C2185B',
		gapOpacity: 0.45,
		zone: '#4A5FA5',
		patrolRoute: '#4A5FA5',
		station: '#1E3A8A',
		keySite: '#374151',
		area: '#475569',
		unseen: '#7A3E9D',
		suggestion: '#2563EB',
		accent: '#2563EB',
		casing: '#FFFFFF',
		text: '#1F2937'
	},
	dark: {
		ring: { 1: '#FF8A3D', 2: '#F0C14B', 3: '#56B4E9' },
		held: '#2BC79A',
		leak: '#FF5C8A',
		neutral: '#9CA3AF',
		crossing: { held: '#2BC79A', covered: '#9CA3AF', pocket: '#9CA3AF', open: '#FF5C8A' },
		checkpoint: { staffed: '#2BC79A', built: '#56B4E9', planned: '#9CA3AF', broken: '#FF5C8A' },
		coverage: '#56B4E9',
		coverageOpacity: 0.28,
		camera: { working: '#56B4E9', impaired: '#F0C14B', broken: '#FF5C8A' },
		watchers: { 1: '#5A4FB0', 2: '#22A58C', 3: '#E2E04A' },
		areaFigures: ['#24384A', '#2C5672', '#3A7DA3', '#62ABD0', '#B4DDF2'],
		gap: '#FF5C8A',
		gapOpacity: 0.45,
		zone: '#9DB2FF',
		patrolRoute: '#9DB2FF',
		station: '#A5C4FF',
		keySite: '#E5E7EB',
		area: '#A3B1C6',
		unseen: '#D2A8FF',
		suggestion: '#7AA7FF',
		accent: '#7AA7FF',
		casing: '#0B0F17',
		text: '#E5E7EB'
	}
};

/**
 * A hatch that repeats every `size` pixels both ways: lines of `width` pixels across the tile in
 * the given directions, or discs of that diameter.
 */
export interface Hatch {
	readonly size: number;
	readonly width: number;
	readonly strokes: readonly HatchStroke[];
}
/** `rise` climbs to the right, `fall` drops to the right. */
export type HatchStroke = 'rise' | 'fall' | 'vertical' | 'horizontal' | 'dot' | 'circle';

/** The pattern of a gap by its reason. */
export const HATCHES: Readonly<Record<GapReason, Hatch>> = {
	'no-camera': { size: 10, width: 1.2, strokes: ['rise'] },
	broken: { size: 8, width: 3, strokes: ['dot'] },
	'not-integrated': { size: 12, width: 1.1, strokes: ['rise', 'fall'] },
	'off-duty': { size: 7, width: 1.2, strokes: ['vertical'] },
	occluded: { size: 7, width: 1.2, strokes: ['horizontal'] },
	'too-coarse': { size: 12, width: 1.3, strokes: ['circle'] },
	'no-patrol': { size: 10, width: 1.2, strokes: ['vertical', 'horizontal'] }
};

/** Outline of a patrol zone by its level: dash and space in widths of the line; empty is solid. */
export const ZONE_DASHES: Readonly<Record<TeamLevel, readonly number[]>> = {
	city: [],
	county: [6, 3],
	township: [2, 2]
};

/** Ticks across the line of a ring. */
export const RING_TICKS: Readonly<Record<RingLevel, number>> = { 1: 1, 2: 2, 3: 3 };

/** Radius in pixels of the dot that stands for a number of cameras; between them it follows the power of ten. */
export const COUNT_RADII: readonly (readonly [count: number, radiusPx: number])[] = [
	[1, 4],
	[10, 8],
	[100, 14],
	[1000, 21],
	[10_000, 28]
];

/** Colours of patrol rounds and proposed zones, in the order in which they are given (Okabe and Ito 2008). */
export const PATROL_COLOURS: Readonly<Record<Theme, readonly string[]>> = {
	light: ['#0072B2', '#B34E00', '#007A5A', '#8F3F71', '#8A6100', '#3B4CC0'],
	dark: ['#56B4E9', '#FF8A3D', '#2BC79A', '#E69AC4', '#F0C14B', '#9AA8FF']
};
