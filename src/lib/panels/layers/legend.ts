import { GAP_REASONS, type GapReason } from '../../domain/findings/gaps.ts';
import type { CrossingState } from '../../domain/findings/sealing.ts';
import type {
	CheckpointStatus,
	Health,
	Kind,
	KeySiteCategory,
	RingLevel,
	TeamLevel
} from '../../domain/items.ts';
import type { LayerGroup } from '../../editor/layers.ts';
import { COUNT_RADII, WATCHERS, type Watchers } from '../../editor/symbols.ts';
import { REASON_WORDS, STATE_WORDS } from '../../editor/wording/finding-words.ts';
import { countText } from '../../editor/wording/quantity.ts';
import { VALUE_WORDS } from '../../editor/wording/value-words.ts';
import { m } from '../../paraglide/messages.js';

/** One symbol of the map, small enough for a list. */
export type Mark =
	| { type: 'ring'; level: RingLevel }
	| { type: 'checkpoint'; status: CheckpointStatus }
	| { type: 'crossing'; state: CrossingState }
	| { type: 'leak-route' }
	| { type: 'protected'; part: 'ground' | 'lost' | 'beyond' }
	| { type: 'suggestion' }
	| { type: 'gap'; reason: GapReason }
	| { type: 'coverage' }
	| { type: 'watchers'; watchers: Watchers }
	| { type: 'area-class'; colour: number }
	| { type: 'camera-count'; radiusPx: number; isOff: boolean }
	| { type: 'camera-hoped' }
	| { type: 'camera'; health: Health; isIntegrated: boolean }
	| { type: 'zone'; level: TeamLevel }
	| { type: 'patrol-route' }
	| { type: 'station' }
	| { type: 'key-site'; category: KeySiteCategory }
	| { type: 'area' }
	| { type: 'unseen' }
	| { type: 'buildings' }
	| { type: 'labels' };

export interface LegendEntry {
	readonly mark: Mark;
	readonly text: () => string;
}

/** The symbol that stands for a whole layer. */
export function layerMark(group: LayerGroup): Mark {
	return LAYER_MARKS[group];
}

/** The symbol of a thing whose kind alone is known. */
export function kindMark(kind: Kind): Mark {
	return KIND_MARKS[kind];
}

/** Every symbol of a layer with its words; empty where the layer's own mark says it all. */
export function legendOf(group: LayerGroup): LegendEntry[] {
	return LEGENDS[group]?.() ?? [];
}

const KIND_MARKS: Record<Kind, Mark> = {
	area: { type: 'area' },
	'control-ring': { type: 'ring', level: 1 },
	checkpoint: { type: 'checkpoint', status: 'staffed' },
	'patrol-zone': { type: 'zone', level: 'city' },
	'patrol-route': { type: 'patrol-route' },
	station: { type: 'station' },
	camera: { type: 'camera', health: 'working', isIntegrated: true },
	'key-site': { type: 'key-site', category: 'other' }
};

const LAYER_MARKS: Record<LayerGroup, Mark> = {
	rings: KIND_MARKS['control-ring'],
	checkpoints: KIND_MARKS.checkpoint,
	crossings: { type: 'crossing', state: 'held' },
	leaks: { type: 'leak-route' },
	protected: { type: 'protected', part: 'ground' },
	gaps: { type: 'gap', reason: 'no-camera' },
	coverage: { type: 'coverage' },
	watchers: { type: 'watchers', watchers: 2 },
	cameras: KIND_MARKS.camera,
	patrols: KIND_MARKS['patrol-zone'],
	stations: { type: 'station' },
	'key-sites': { type: 'key-site', category: 'hospital' },
	areas: { type: 'area' },
	'area-figures': { type: 'area-class', colour: 3 },
	'unseen-roads': { type: 'unseen' },
	buildings: { type: 'buildings' },
	labels: { type: 'labels' }
};

const LEGENDS: Partial<Record<LayerGroup, () => LegendEntry[]>> = {
	rings: () =>
		([1, 2, 3] as const).map((level) => ({
			mark: { type: 'ring', level },
			text: VALUE_WORDS.ringLevel[level]
		})),
	checkpoints: () =>
		(['staffed', 'built', 'planned', 'broken'] as const).map((status) => ({
			mark: { type: 'checkpoint', status },
			text: VALUE_WORDS.status[status]
		})),
	crossings: () =>
		(['held', 'covered', 'pocket', 'open'] as const).map((state) => ({
			mark: { type: 'crossing', state },
			text: STATE_WORDS[state].name
		})),
	leaks: () => [
		{ mark: { type: 'crossing', state: 'open' }, text: m.legend_leak },
		{ mark: { type: 'leak-route' }, text: m.legend_leak_route },
		{ mark: { type: 'suggestion' }, text: m.legend_suggestion }
	],
	protected: () => [
		{ mark: { type: 'protected', part: 'ground' }, text: m.legend_protected },
		{ mark: { type: 'protected', part: 'lost' }, text: m.legend_lost },
		{ mark: { type: 'protected', part: 'beyond' }, text: m.legend_beyond }
	],
	gaps: () =>
		GAP_REASONS.map((reason) => ({ mark: { type: 'gap', reason }, text: REASON_WORDS[reason].name })),
	coverage: () => [{ mark: { type: 'coverage' }, text: m.legend_seen }],
	watchers: () =>
		WATCHERS.map((watchers) => ({
			mark: { type: 'watchers', watchers },
			text: { 1: m.legend_watchers_1, 2: m.legend_watchers_2, 3: m.legend_watchers_3 }[watchers]
		})),
	cameras: () => [
		...(['working', 'impaired', 'broken'] as const).map((health): LegendEntry => ({
			mark: { type: 'camera', health, isIntegrated: true },
			text: VALUE_WORDS.health[health]
		})),
		{ mark: { type: 'camera', health: 'working', isIntegrated: false }, text: m.integrated_no },
		{ mark: { type: 'camera-hoped' }, text: m.legend_camera_hoped },
		...COUNT_RADII.slice(1, 4).map(([count, radiusPx]): LegendEntry => ({
			// the list has less room than the map
			mark: { type: 'camera-count', radiusPx: radiusPx / 2, isOff: false },
			text: () => m.legend_camera_count({ count: countText(count) })
		})),
		{ mark: { type: 'camera-count', radiusPx: 7, isOff: true }, text: m.legend_camera_count_off }
	],
	patrols: () => [
		...(['city', 'county', 'township'] as const).map((level): LegendEntry => ({
			mark: { type: 'zone', level },
			text: () => m.legend_zone({ level: VALUE_WORDS.teamLevel[level]() })
		})),
		{ mark: { type: 'patrol-route' }, text: m.legend_patrol_route }
	],
	'key-sites': () =>
		(['bus', 'rail', 'water', 'power', 'gas', 'school', 'hospital', 'government', 'other'] as const).map(
			(category) => ({ mark: { type: 'key-site', category }, text: VALUE_WORDS.category[category] })
		),
	'unseen-roads': () => [{ mark: { type: 'unseen' }, text: m.legend_unseen }]
};
