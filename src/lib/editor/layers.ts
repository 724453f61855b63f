/** The layers a person can switch, from top to bottom of the layer list. */
export const LAYER_GROUPS = [
	'rings',
	'checkpoints',
	'crossings',
	'leaks',
	'protected',
	'gaps',
	'coverage',
	'watchers',
	'cameras',
	'patrols',
	'stations',
	'key-sites',
	'areas',
	'area-figures',
	'unseen-roads',
	'buildings',
	'labels'
] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

export interface LayerSetting {
	readonly visible: boolean;
	/** 0 to 1. */
	readonly opacity: number;
}

export type LayerSettings = Readonly<Record<LayerGroup, LayerSetting>>;

/** What is looked at now and then, and lies over the ground that carries the verdict. */
const OFF_AT_FIRST: readonly LayerGroup[] = ['protected', 'watchers', 'area-figures', 'unseen-roads'];

/** How layers stand when a plan is opened: all that carries the verdict is on. */
export const DEFAULT_LAYERS: LayerSettings = Object.fromEntries(
	LAYER_GROUPS.map((group) => [group, { visible: !OFF_AT_FIRST.includes(group), opacity: 1 }])
) as unknown as LayerSettings;
