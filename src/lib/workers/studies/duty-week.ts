import { dutyWeek } from '../../analysis/duty-week/duty-week.ts';
import { SealMemory } from '../../analysis/sealing/seal-memory.ts';
import type { Roads } from '../../network/roads.ts';
import type { Study } from './study.ts';

/** What stays of a ring from one week to the next. */
const memories = new WeakMap<Roads, SealMemory>();

/** When each ring is sealed in the week that begins at `from`. */
export const dutyWeekStudy: Study<'duty-week'> = async (ground, { from }, run) => {
	const roads = await ground.roads();
	const memory = memories.get(roads) ?? new SealMemory(roads);
	memories.set(roads, memory);
	const steps = dutyWeek(
		roads,
		ground.items,
		from,
		{ ...ground.options.seal, assumptions: ground.options.assumptions },
		memory
	);
	for (;;) {
		await run.breathe();
		const step = steps.next();
		if (step.done) return step.value;
		run.progress(step.value.done, step.value.total);
	}
};
