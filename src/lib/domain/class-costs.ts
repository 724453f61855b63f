import type { RoadClass } from '../network/road-graph.ts';

/** What it costs to close a road, by class, in units of the least of roads. Wider and busier roads take more staff and barriers. */
export const DEFAULT_CLASS_COST: Readonly<Record<RoadClass, number>> = {
	motorway: 8,
	trunk: 6,
	primary: 4,
	secondary: 3,
	tertiary: 2,
	unclassified: 1,
	residential: 1,
	living_street: 1,
	service: 1,
	track: 1,
	pedestrian: 1,
	cycleway: 1,
	footway: 1,
	path: 1,
	steps: 1,
	bridleway: 1,
	ferry: 2,
	other: 1
};

/** The classes whose cost is worth setting, greatest roads first. */
export const COSTED_CLASSES: readonly RoadClass[] = [
	'motorway',
	'trunk',
	'primary',
	'secondary',
	'tertiary',
	'residential',
	'unclassified',
	'service'
];
