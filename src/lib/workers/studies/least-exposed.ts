import { closedRoads } from '../../analysis/road-gaps/closed-roads.ts';
import { leastExposed } from '../../analysis/road-gaps/least-exposed.ts';
import { inBreaths } from '../breath.ts';
import { memoriesOf, watchInBreaths } from './road-memories.ts';
import type { Study } from './study.ts';

/** The way between two places that is least seen, beside the shortest. */
export const leastExposedStudy: Study<'least-exposed'> = async (ground, ends, run) => {
	const memories = memoriesOf(await ground.roads());
	const watch = await watchInBreaths(memories, ground, run);
	const closures = closedRoads(memories.sealing, ground.items, ground.options.assumptions);
	return inBreaths(leastExposed(memories.watching, watch, { ...ends, closures }), run.signal);
};
