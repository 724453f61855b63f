import { PRESENT, type Assumptions } from '../../domain/assumptions.ts';
import type { SealAnswer } from '../../domain/findings/sealing.ts';
import type { Checkpoint, ControlRing, Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { gatherClosures, NOTHING_REMOVED } from './closures.ts';
import { sealDepth } from './seal-depth.ts';
import { SealMemory } from './seal-memory.ts';
import { sealRing, type RingResult } from './seal-ring.ts';
import { sealWarnings } from './seal-warnings.ts';
import { suggestSeals } from './suggestions.ts';

export interface SealOptions {
	/** For whom a road is a road; cars where absent. */
	readonly mode?: TravelMode | undefined;
	/** How far beyond a ring outside begins; 120 m where absent. */
	readonly bandM?: number | undefined;
	/** How deep within a ring inside begins; 25 m where absent. */
	readonly insideM?: number | undefined;
	/** Cars keep to one-way signs; where absent they hold no one back. */
	readonly lawful?: boolean | undefined;
	/** Work out checkpoints that would seal; where absent `suggestions` is empty. */
	readonly suggest?: boolean | undefined;
	/** Answer this ring only; depth is still that of all rings. */
	readonly ring?: ItemId | undefined;
	readonly assumptions?: Assumptions | undefined;
}

/**
 * Does each ring close? Crossings, leaks with their ways out, verdicts, and what would seal them.
 *
 * `items` in any order; only rings and checkpoints are looked at. `memory`, made for the same roads,
 * makes the next answer cheap: what was not touched is not worked out again. Throws a `RangeError` where
 * `options.ring` is no ring of the plan, a width is below zero, or `assumptions.at` is no moment.
 */
export function seal(
	roads: Roads,
	items: Iterable<Item>,
	options: SealOptions = {},
	memory: SealMemory = new SealMemory(roads)
): SealAnswer {
	const { mode = 'drive', bandM = 120, insideM = 25, lawful = false, assumptions = PRESENT } = options;
	if (memory.roads !== roads) throw new RangeError('the memory is of other roads than those asked about');
	if (!(bandM >= 0 && insideM >= 0)) {
		throw new RangeError(`a band of ${insideM} m inside and ${bandM} m outside, wanted both 0 or more`);
	}
	const { rings, checkpoints } = pickItems(items, assumptions);
	if (options.ring !== undefined && !rings.some((ring) => ring.id === options.ring)) {
		throw new RangeError(`no control ring has the id ${JSON.stringify(options.ring)}`);
	}

	const closures = gatherClosures(
		checkpoints.map((checkpoint) => [checkpoint.id, memory.controlsOf(checkpoint)] as const),
		removedEdges(roads, assumptions.without)
	);
	const results: RingResult[] = [];
	for (const ring of rings) {
		const known = memory.ring(ring, mode, { insideM, outsideM: bandM });
		known.result = sealRing(roads, ring, known.ground, closures, lawful, known.result);
		results.push(known.result);
	}

	memory.keepOnly(rings);

	const grounds = results.flatMap(({ ground }) => (ground ? [ground] : []));
	const asked = results.filter(({ verdict }) => options.ring === undefined || verdict.ring === options.ring);
	return {
		rings: asked.map(({ verdict }) => verdict),
		crossings: asked.flatMap(({ crossings }) => crossings),
		leaks: asked.flatMap(({ leaks }) => leaks),
		suggestions: options.suggest ? suggestSeals(roads, asked, closures, lawful) : [],
		depth: sealDepth(roads, results, closures, memory.drawnTogether(grounds, mode, closures.removed)),
		warnings: sealWarnings(results, mode).filter(
			({ ring }) => options.ring === undefined || ring === options.ring
		)
	};
}

/** Rings, innermost level first, and the checkpoints on duty, both in the order of the plan. */
export function pickItems(
	items: Iterable<Item>,
	assumptions: Assumptions
): { rings: ControlRing[]; checkpoints: Checkpoint[] } {
	const duty = new DutyBook(assumptions);
	const rings: ControlRing[] = [];
	const checkpoints: Checkpoint[] = [];
	for (const item of items) {
		if (item.kind !== 'control-ring' && item.kind !== 'checkpoint') continue;
		if (!duty.isCounted(item)) continue;
		if (item.kind === 'checkpoint') checkpoints.push(item);
		else rings.push(item);
	}
	rings.sort((a, b) => a.properties.level - b.properties.level || a.rank - b.rank);
	checkpoints.sort((a, b) => a.rank - b.rank);
	return { rings, checkpoints };
}

/** Edges of the ways named as `way/ID`. */
export function removedEdges(roads: Roads, without: readonly string[]): ReadonlySet<number> {
	const ways = new Set(without.flatMap((id) => (/^way\/-?\d+$/.test(id) ? [Number(id.slice(4))] : [])));
	if (ways.size === 0) return NOTHING_REMOVED;
	const removed = new Set<number>();
	const { edgeWay } = roads.graph;
	for (let e = 0; e < edgeWay.length; e++) if (ways.has(edgeWay[e])) removed.add(e);
	return removed;
}
