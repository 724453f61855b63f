import { PRESENT } from '../../domain/assumptions.ts';
import { dutyChanges } from '../../domain/duty-changes.ts';
import type { DutySpan, DutyWeek, RingOpening, RingWeek } from '../../domain/findings/duty-week.ts';
import type { RingVerdict, SealAnswer } from '../../domain/findings/sealing.ts';
import type { Checkpoint, Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { wallClock, wallClockText } from '../../domain/wall-clock.ts';
import type { Roads } from '../../network/roads.ts';
import { SealMemory } from '../sealing/seal-memory.ts';
import { seal, type SealOptions } from '../sealing/seal.ts';

const DAYS = 7;

/** How far a week is worked out. */
export interface WeekProgress {
	readonly done: number;
	readonly total: number;
}

/** What stands between two changes of the rota. */
interface Watch {
	readonly answer: Pick<SealAnswer, 'rings' | 'crossings'>;
	readonly onDuty: ReadonlySet<ItemId>;
}

/**
 * When each ring is sealed in the seven days from `from` (wall clock), in steps, one for each change of
 * the rota. `options` are those of `seal`; its moment is not looked at.
 *
 * Between two changes of the hours of any checkpoint nothing differs, and the same checkpoints on duty
 * give the same answer, so each set of them is asked about once. Throws as `seal` does, and a
 * `RangeError` where `from` is no moment.
 */
export function* dutyWeek(
	roads: Roads,
	items: readonly Item[],
	from: string,
	options: SealOptions = {},
	memory: SealMemory = new SealMemory(roads)
): Generator<WeekProgress, DutyWeek> {
	const { assumptions = PRESENT } = options;
	const checkpoints = items.filter((item) => item.kind === 'checkpoint');
	const changes = dutyChanges(
		checkpoints.flatMap(({ properties: { hours } }) => hours ?? []),
		from,
		DAYS
	);
	const known = new Map<string, Watch>();
	const watches: Watch[] = [];
	for (const at of changes) {
		const then = { ...assumptions, at };
		const duty = new DutyBook(then);
		const onDuty = new Set(checkpoints.filter((one) => duty.isCounted(one)).map(({ id }) => id));
		const key = JSON.stringify([...onDuty]);
		const watch = known.get(key) ?? {
			answer: seal(roads, items, { ...options, suggest: false, assumptions: then }, memory),
			onDuty
		};
		known.set(key, watch);
		watches.push(watch);
		yield { done: watches.length, total: changes.length };
	}
	const to = endOf(from);
	const rings = watches[0]?.answer.rings ?? [];
	return {
		from: changes[0] as string,
		to,
		changes,
		rings: rings.map((verdict, r) => ringWeek(verdict, r, changes, watches, to))
	};
}

function endOf(from: string): string {
	const end = wallClock(from);
	end.setDate(end.getDate() + DAYS);
	return wallClockText(end);
}

function ringWeek(
	{ ring, name, level }: RingVerdict,
	r: number,
	changes: readonly string[],
	watches: readonly Watch[],
	to: string
): RingWeek {
	const spans: DutySpan[] = [];
	const openings: RingOpening[] = [];
	watches.forEach((watch, i) => {
		const leaks = (watch.answer.rings[r] as RingVerdict).leaks;
		const at = changes[i] as string;
		const end = changes[i + 1] ?? to;
		const last = spans.at(-1);
		if (last && leaks > last.leaks) {
			openings.push({ at, before: last.leaks, leaks, gone: goneFrom(watches[i - 1] as Watch, watch, ring) });
		}
		if (last?.leaks === leaks) spans[spans.length - 1] = { ...last, to: end };
		else spans.push({ from: at, to: end, leaks });
	});
	let sealedMs = 0;
	let wholeMs = 0;
	for (const { from, to: end, leaks } of spans) {
		const ms = Date.parse(`${end}Z`) - Date.parse(`${from}Z`);
		wholeMs += ms;
		if (leaks === 0) sealedMs += ms;
	}
	return { ring, name, level, spans, openings, sealedShare: sealedMs / wholeMs };
}

/** Checkpoints that held crossings of `ring` in one watch and are off duty in the next. */
function goneFrom({ answer, onDuty }: Watch, next: Watch, ring: ItemId): Checkpoint['id'][] {
	const gone = new Set<ItemId>();
	for (const crossing of answer.crossings) {
		const { checkpoint } = crossing;
		if (crossing.ring !== ring || checkpoint === null) continue;
		if (onDuty.has(checkpoint) && !next.onDuty.has(checkpoint)) gone.add(checkpoint);
	}
	return [...gone];
}
