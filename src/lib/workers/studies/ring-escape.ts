import { closedRoads } from '../../analysis/road-gaps/closed-roads.ts';
import { ringEscape } from '../../analysis/road-gaps/ring-escape.ts';
import type { RingEscape } from '../../domain/findings/escape.ts';
import type { ControlRing } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { inBreaths } from '../breath.ts';
import { memoriesOf, watchInBreaths } from './road-memories.ts';
import type { Study } from './study.ts';

/** How one gets out of each ring unseen, or seen least. */
export const ringEscapeStudy: Study<'ring-escape'> = async (ground, { lawful }, run) => {
	const memories = memoriesOf(await ground.roads());
	const watch = await watchInBreaths(memories, ground, run);
	const { assumptions } = ground.options;
	const duty = new DutyBook(assumptions);
	const rings = ground.items
		.filter((item): item is ControlRing => item.kind === 'control-ring' && duty.isCounted(item))
		.sort((a, b) => a.properties.level - b.properties.level || a.rank - b.rank);
	const closures = closedRoads(memories.sealing, ground.items, assumptions);
	const { watching, sealing } = memories;
	const answers: RingEscape[] = [];
	for (const ring of rings) {
		answers.push(
			await inBreaths(ringEscape(watching, sealing, watch, ring, { closures, lawful }), run.signal)
		);
		run.progress(answers.length, rings.length);
		await run.breathe();
	}
	return answers;
};
