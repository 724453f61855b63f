import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { RoutesAnswer } from '../../domain/findings/routes.ts';
import type { ControlRing, Item } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { Roads } from '../../network/roads.ts';
import type { Walls } from '../coverage/walls.ts';
import { removedEdges } from '../sealing/removed-edges.ts';
import { atOnce } from '../at-once.ts';
import { RoadMemory } from './road-memory.ts';
import { unseenIn } from './unseen-roads.ts';
import { watchRoads, type RoadWatch, type WatchOptions } from './watch-roads.ts';

/**
 * The whole answer to `routes`: the stretches of road within the area of the plan that nothing
 * counted holds, and how they hang together; cameras do not see past `walls`. Without an area or a ring, all roads of the region are asked about. Patrols hold
 * tunnels and what is under bridges too; cameras do not. Roads taken out (`way/123`) are no roads.
 */
export function answerRoutes(
	roads: Roads,
	items: readonly Item[],
	assumptions: Assumptions,
	by: CoverageBy,
	walls: Walls | null = null
): RoutesAnswer {
	return atOnce(answerRoads(new RoadMemory(roads), items, { assumptions, by, walls })).answer;
}

/** The answer, and who watches the roads, for what is asked next. */
export interface RoadsAnswered {
	readonly answer: RoutesAnswer;
	readonly watch: RoadWatch;
}

/** The same step by step, with what `memory` knows taken from it; a step is a few milliseconds of work. */
export function* answerRoads(
	memory: RoadMemory,
	items: readonly Item[],
	options: WatchOptions
): Generator<number | void, RoadsAnswered> {
	const duty = new DutyBook(options.assumptions);
	const watch = yield* watchRoads(memory, items, options);
	const asked = yield* memory.areaOf(items);
	yield;
	const rings = items
		.filter((item): item is ControlRing => item.kind === 'control-ring' && duty.isCounted(item))
		.map((ring) => memory.meetsOf(ring));
	yield;
	const removed = removedEdges(memory.roads, options.assumptions.without);
	const answer = yield* unseenIn(memory, watch.held, { asked, removed, rings });
	return { answer, watch };
}
