import { RoadMemory } from '../../analysis/road-gaps/road-memory.ts';
import { watchRoads, type RoadWatch } from '../../analysis/road-gaps/watch-roads.ts';
import { SealMemory } from '../../analysis/sealing/seal-memory.ts';
import type { Roads } from '../../network/roads.ts';
import { SLICE_MS } from '../breath.ts';
import type { StudyGround, StudyRun } from './study.ts';

/** What studies of the same roads keep from one to the next. */
export interface RoadMemories {
	readonly roads: Roads;
	readonly watching: RoadMemory;
	readonly sealing: SealMemory;
}

const known = new WeakMap<Roads, RoadMemories>();

/** The memories of `roads`, made when first asked for and gone with them. */
export function memoriesOf(roads: Roads): RoadMemories {
	const found = known.get(roads) ?? {
		roads,
		watching: new RoadMemory(roads),
		sealing: new SealMemory(roads)
	};
	known.set(roads, found);
	return found;
}

/** Who watches the roads, with breaths and progress; quick where little has changed since it was last asked. */
export async function watchInBreaths(
	{ watching }: RoadMemories,
	{ items, options, walls }: StudyGround,
	run: StudyRun
): Promise<RoadWatch> {
	const { assumptions, by } = options;
	const steps = watchRoads(watching, items, { assumptions, by, walls: await walls() });
	let until = performance.now() + SLICE_MS;
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() < until) continue;
		if (typeof step.value === 'number') run.progress(step.value, items.length);
		await run.breathe();
		until = performance.now() + SLICE_MS;
	}
}
