import type { RingWeek, WeekSpan } from '../domain/findings/duty-week.ts';
import { wallDate, wallText } from '../domain/wall-clock.ts';

/** A moment at which the verdict of a ring changes, and what it becomes. */
export interface WeekChange {
	readonly at: string;
	readonly ring: RingWeek;
	readonly leaks: number;
}

/** Spans in which the number of leaks is the same, joined whoever is on duty. */
export function verdictSpans(spans: readonly WeekSpan[]): WeekSpan[] {
	const joined: WeekSpan[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (last && last.leaks === span.leaks) joined[joined.length - 1] = { ...last, to: span.to };
		else joined.push(span);
	}
	return joined;
}

/** All changes of verdict in the week, in order; rings that change together stand in their order. */
export function weekChanges(rings: readonly RingWeek[]): WeekChange[] {
	return rings
		.flatMap((ring) =>
			verdictSpans(ring.spans)
				.slice(1)
				.map(({ from, leaks }) => ({ at: from, ring, leaks }))
		)
		.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** How often a ring opens that was sealed before. */
export function timesOpened({ spans }: RingWeek): number {
	return verdictSpans(spans).filter(({ leaks }, k, all) => leaks > 0 && k > 0 && all[k - 1].leaks === 0)
		.length;
}

/** Where a moment lies in the time from `from` to `to`, 0 to 1. */
export function partOfWeek(at: string, from: string, to: string): number {
	const start = wallDate(from).getTime();
	return (wallDate(at).getTime() - start) / (wallDate(to).getTime() - start);
}

/** The moment at a part of the time from `from` to `to`, to the quarter of an hour. */
export function momentAt(part: number, from: string, to: string): string {
	const start = wallDate(from).getTime();
	const at = new Date(start + part * (wallDate(to).getTime() - start));
	at.setMinutes(Math.round(at.getMinutes() / 15) * 15, 0, 0);
	return wallText(at);
}
