import { roadArms } from '../../analysis/poles/road-arms.ts';
import type { Study } from './study.ts';

/** The directions in which roads lead away from a place; none where the region has no roads. */
export const roadArmsStudy: Study<'road-arms'> = async (ground, { at }) =>
	ground.hasRoads ? roadArms(await ground.roads(), at) : [];
