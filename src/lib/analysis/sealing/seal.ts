import { PRESENT, type Assumptions } from '../../domain/assumptions.ts';
import type { SealAdvice, SealAnswer, SealVerdicts } from '../../domain/findings/sealing.ts';
import type { Checkpoint, ControlRing, Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { LawfulView } from '../../network/travel-mode.ts';
import { atOnce } from '../at-once.ts';
import type { Closures } from './closures.ts';
import { sealDepth } from './seal-depth.ts';
import { SealMemory } from './seal-memory.ts';
import { sealRing, type RingResult } from './seal-ring.ts';
import { sealWarnings, staleWarnings } from './seal-warnings.ts';
import { suggestInSteps } from './suggestions.ts';

export interface SealOptions {
	/** For whom a road is a road; cars where absent. */
	readonly mode?: TravelMode | undefined;
	/** How far beyond a ring outside begins; 120 m where absent. */
	readonly bandM?: number | undefined;
	/** How deep within a ring inside begins; 25 m where absent. */
	readonly insideM?: number | undefined;
	/** Whether cars keep to one-way signs on the way out or in; where absent they hold no one back. */
	readonly lawful?: LawfulView | undefined;
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
	const judged = judgeRings(roads, items, options, memory);
	return { ...verdictsOf(judged, options), ...atOnce(advise(judged, options)) };
}

/** Verdicts, crossings and leaks alone, as while something is dragged: a few milliseconds where `memory` knows the rest. */
export function sealVerdicts(
	roads: Roads,
	items: Iterable<Item>,
	options: SealOptions,
	memory: SealMemory
): SealVerdicts {
	return verdictsOf(judgeRings(roads, items, options, memory), options);
}

/** Depth and suggestions alone, in steps of a few milliseconds; worth no more once the plan or `memory` has changed. */
export function sealAdvice(
	roads: Roads,
	items: Iterable<Item>,
	options: SealOptions,
	memory: SealMemory
): Iterator<void, SealAdvice> {
	return advise(judgeRings(roads, items, options, memory), options);
}

/** All rings of a plan, answered, with what further questions about them need. */
export interface JudgedRings {
	readonly roads: Roads;
	readonly memory: SealMemory;
	readonly mode: TravelMode;
	readonly lawful: LawfulView;
	readonly closures: Closures;
	/** How many checkpoints are on duty. */
	readonly onDuty: number;
	readonly results: readonly RingResult[];
	/** Those asked about. */
	readonly asked: readonly RingResult[];
	/** Checkpoints, on duty or not, that store what they close. */
	readonly storing: readonly Checkpoint[];
}

/** Judges every ring of a plan; throws as `seal` does. */
export function judgeRings(
	roads: Roads,
	items: Iterable<Item>,
	options: SealOptions,
	memory: SealMemory
): JudgedRings {
	const { mode = 'drive', bandM = 120, insideM = 25, lawful = 'no', assumptions = PRESENT } = options;
	if (memory.roads !== roads) throw new RangeError('the memory is of other roads than those asked about');
	if (!(bandM >= 0 && insideM >= 0)) {
		throw new RangeError(`a band of ${insideM} m inside and ${bandM} m outside, wanted both 0 or more`);
	}
	const { rings, checkpoints, storing } = pickItems(items, assumptions);
	if (options.ring !== undefined && !rings.some((ring) => ring.id === options.ring)) {
		throw new RangeError(`no control ring has the id ${JSON.stringify(options.ring)}`);
	}

	const closures = memory.closuresOf(checkpoints, assumptions.without);
	const results: RingResult[] = [];
	for (const ring of rings) {
		const known = memory.ring(ring, mode, { insideM, outsideM: bandM });
		known.result = sealRing(roads, ring, known.ground, closures, lawful, known.result, known.numbers);
		results.push(known.result);
	}

	memory.keepOnly(rings);

	const asked = results.filter(({ verdict }) => options.ring === undefined || verdict.ring === options.ring);
	const onDuty = checkpoints.length;
	return { roads, memory, mode, lawful, closures, onDuty, results, asked, storing };
}

function verdictsOf(
	{ results, asked, mode, storing, memory }: JudgedRings,
	options: SealOptions
): SealVerdicts {
	return {
		rings: asked.map(({ verdict }) => verdict),
		crossings: asked.flatMap(({ crossings }) => crossings),
		leaks: asked.flatMap(({ leaks }) => leaks),
		warnings: [
			...sealWarnings(results, mode).filter(
				(warning) => options.ring === undefined || !('ring' in warning) || warning.ring === options.ring
			),
			...staleWarnings(storing, memory)
		]
	};
}

function* advise(judged: JudgedRings, options: SealOptions): Generator<void, SealAdvice> {
	const { roads, memory, mode, lawful, closures, results, asked } = judged;
	const grounds = results.flatMap(({ ground }) => (ground ? [ground] : []));
	const drawn = memory.drawnTogether(grounds, mode, closures.removed);
	yield;
	const depth = sealDepth(roads, results, closures, drawn);
	yield;
	if (!options.suggest) return { suggestions: [], depth };
	const { suggestions } = yield* suggestInSteps(roads, asked, closures, lawful);
	return { suggestions, depth };
}

/**
 * Rings, innermost level first, and the checkpoints on duty, both in the order of the plan; with all
 * checkpoints that store what they close.
 */
function pickItems(
	items: Iterable<Item>,
	assumptions: Assumptions
): { rings: ControlRing[]; checkpoints: Checkpoint[]; storing: Checkpoint[] } {
	const duty = new DutyBook(assumptions);
	const rings: ControlRing[] = [];
	const checkpoints: Checkpoint[] = [];
	const storing: Checkpoint[] = [];
	for (const item of items) {
		if (item.kind !== 'control-ring' && item.kind !== 'checkpoint') continue;
		if (item.kind === 'checkpoint' && item.properties.controls) storing.push(item);
		if (!duty.isCounted(item)) continue;
		if (item.kind === 'checkpoint') checkpoints.push(item);
		else rings.push(item);
	}
	rings.sort((a, b) => a.properties.level - b.properties.level || a.rank - b.rank);
	checkpoints.sort((a, b) => a.rank - b.rank);
	return { rings, checkpoints, storing };
}
