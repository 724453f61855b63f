import { PRESENT, type Assumptions } from '../../domain/assumptions.ts';
import { dutyChanges } from '../../domain/duty-changes.ts';
import type { DutyWeek, RingWeek, WeekAsk, WeekSpan } from '../../domain/findings/duty-week.ts';
import type { RingVerdict } from '../../domain/findings/sealing.ts';
import type { Checkpoint, Item } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { wallDate, wallText } from '../../domain/wall-clock.ts';
import type { Roads } from '../../network/roads.ts';
import { seal } from '../sealing/seal.ts';
import { SealMemory } from '../sealing/seal-memory.ts';

/**
 * When each ring is sealed over seven days from `ask.from`, by the duty hours of checkpoints.
 *
 * Between two moments at which somebody goes on or off duty nothing changes, and the rings are answered
 * once for every set of checkpoints on duty: a rota has few. All other assumptions are kept. Yields the
 * part done. Throws a `RangeError` where `ask.from` is no moment.
 */
export function* answerWeek(
	roads: Roads,
	items: readonly Item[],
	ask: WeekAsk,
	assumptions: Assumptions = PRESENT
): Generator<number, DutyWeek, undefined> {
	const from = wallDate(ask.from);
	// seven days on the calendar, so that a change of clocks does not move midnight
	const to = new Date(from);
	to.setDate(to.getDate() + 7);

	const moments = new Map<number, Date>([[from.getTime(), from]]);
	const timed = items.filter((item) => item.kind === 'checkpoint' || item.kind === 'control-ring');
	const hours = new Set(
		timed.flatMap(({ properties }) => (isText(properties.hours) ? [properties.hours] : []))
	);
	for (const text of hours) for (const at of dutyChanges(text, from, to)) moments.set(at.getTime(), at);
	const steps = [...moments.values()].sort((a, b) => a.getTime() - b.getTime());

	const memory = new SealMemory(roads);
	const known = new Map<string, { verdicts: readonly RingVerdict[]; onDuty: number }>();
	const spansOf = new Map<string, { verdict: RingVerdict; spans: WeekSpan[] }>();
	for (const [k, at] of steps.entries()) {
		yield k / steps.length;
		const now = { ...assumptions, at: wallText(at) };
		const book = new DutyBook(now);
		const counted = timed.filter((item) => book.isCounted(item));
		const key = counted.map(({ id }) => id).join('\n');
		let answer = known.get(key);
		if (!answer) {
			answer = {
				verdicts: seal(roads, counted, { assumptions: now }, memory).rings,
				onDuty: counted.filter((item): item is Checkpoint => item.kind === 'checkpoint').length
			};
			known.set(key, answer);
		}
		const span = { from: wallText(at), to: wallText(steps[k + 1] ?? to), onDuty: answer.onDuty };
		for (const verdict of answer.verdicts) {
			const ring = spansOf.get(verdict.ring) ?? { verdict, spans: [] };
			append(ring.spans, { ...span, leaks: verdict.leaks });
			spansOf.set(verdict.ring, ring);
		}
	}
	return {
		from: wallText(from),
		to: wallText(to),
		rings: [...spansOf.values()].map(({ verdict, spans }) => ringWeek(verdict, spans)),
		changes: steps.length - 1,
		answered: known.size
	};
}

function isText(hours: unknown): hours is string {
	return typeof hours === 'string' && hours.trim() !== '';
}

function append(spans: WeekSpan[], span: WeekSpan): void {
	const last = spans.at(-1);
	const isSame = last && last.to === span.from && last.leaks === span.leaks && last.onDuty === span.onDuty;
	if (isSame) spans[spans.length - 1] = { ...last, to: span.to };
	else spans.push(span);
}

function ringWeek({ ring, name, level }: RingVerdict, spans: readonly WeekSpan[]): RingWeek {
	let sealedMs = 0;
	let wholeMs = 0;
	for (const span of spans) {
		const ms = wallDate(span.to).getTime() - wallDate(span.from).getTime();
		wholeMs += ms;
		if (span.leaks === 0) sealedMs += ms;
	}
	return { ring, name, level, spans, sealedShare: wholeMs > 0 ? sealedMs / wholeMs : 0 };
}
