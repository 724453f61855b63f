import { splittingRoads } from '../../analysis/follow/splitting-roads.ts';
import type { Study } from './study.ts';

/** The roads of the chosen classes that may part a zone; none where the region has no roads. */
export const splittingRoadsStudy: Study<'splitting-roads'> = async (ground, ask) =>
	splittingRoads(ground.hasRoads ? await ground.roads() : null, ask);
