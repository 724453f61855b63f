import { linesNear } from '../../analysis/follow/lines-near.ts';
import type { Study } from './study.ts';

/** The lines of the region on screen, for points to be drawn to. */
export const linesNearStudy: Study<'lines-near'> = async (ground, { bbox }) =>
	linesNear(ground.hasRoads ? await ground.roads() : null, await ground.borders(), bbox);
