import type { DutyWeek, RingWeek } from '../domain/findings/duty-week.ts';
import { wallClock, wallClockText } from '../domain/wall-clock.ts';

const STEP_MIN = 15;

/** The Monday of the week of `at`, at midnight on the wall clock. */
export function mondayOf(at: Date): string {
	const monday = new Date(at.getFullYear(), at.getMonth(), at.getDate());
	monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
	return wallClockText(monday);
}

/** The Monday `weeks` later. */
export function mondayAfter(from: string, weeks: number): string {
	const at = wallClock(from);
	at.setDate(at.getDate() + 7 * weeks);
	return wallClockText(at);
}

/** How far along the week a moment is, 0 to 1; null where it is none of the week. */
export function shareOf({ from, to }: Pick<DutyWeek, 'from' | 'to'>, at: string): number | null {
	const share = (digitsMs(at) - digitsMs(from)) / (digitsMs(to) - digitsMs(from));
	return share >= 0 && share < 1 ? share : null;
}

/**
 * The moment `share` along the week: a change of the rota that is no farther than `reach` off, else the
 * nearest quarter of an hour.
 */
export function momentAt(
	week: Pick<DutyWeek, 'from' | 'to' | 'changes'>,
	share: number,
	reach: number
): string {
	const near = week.changes
		.map((at) => ({ at, off: Math.abs((shareOf(week, at) ?? 0) - share) }))
		.reduce((a, b) => (b.off < a.off ? b : a));
	if (near.off <= reach) return near.at;
	const minutes = (digitsMs(week.to) - digitsMs(week.from)) / 60_000;
	const last = minutes - STEP_MIN;
	const minute = Math.max(0, Math.min(last, Math.round((share * minutes) / STEP_MIN) * STEP_MIN));
	return new Date(digitsMs(week.from) + minute * 60_000).toISOString().slice(0, 16);
}

/** The next change of the rota after `at`, or before it; null where there is none. */
export function changeBeside(
	changes: readonly string[],
	at: string | undefined,
	step: 1 | -1
): string | null {
	if (at === undefined) return (step > 0 ? changes[0] : changes.at(-1)) ?? null;
	const beside = step > 0 ? changes.find((one) => one > at) : changes.findLast((one) => one < at);
	return beside ?? null;
}

/** Leaks of a ring at a moment; null where that is none of the week. */
export function leaksAt({ spans }: Pick<RingWeek, 'spans'>, at: string): number | null {
	return spans.find(({ from, to }) => from <= at && at < to)?.leaks ?? null;
}

/** The digits of a wall clock as if it stood in Greenwich: days of 24 hours, whatever the zone. */
function digitsMs(at: string): number {
	return Date.parse(`${at.slice(0, 16)}Z`);
}
