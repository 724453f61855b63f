/** The layers a person can switch, from top to bottom of the layer list. */
export const LAYER_GROUPS = [
	'rings',
	'checkpoints',
	'crossings',
	'leaks',
	'gaps',
	'coverage',
	'cameras',
	'patrols',
	'stations',
	'key-sites',
	'areas',
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

/** How layers stand when a plan is opened: all that carries the verdict is on, unseen roads are off. */
export const DEFAULT_LAYERS: LayerSettings = Object.fromEntries(
	LAYER_GROUPS.map((group) => [group, { visible: group !== 'unseen-roads', opacity: 1 }])
) as unknown as LayerSettings;
