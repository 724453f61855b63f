import OpeningHours from 'opening_hours';
import { wallClock, wallClockText } from './wall-clock.ts';

/**
 * Moments within `days` days from `from` at which any of `hours` begins or ends, on the wall clock, in
 * order and each once; the first is `from` itself. Hours that cannot be read never change anything.
 */
export function dutyChanges(hours: Iterable<string>, from: string, days: number): string[] {
	const start = wallClock(from);
	const end = new Date(start);
	end.setDate(end.getDate() + days);
	const changes = new Set([wallClockText(start)]);
	for (const one of new Set(hours)) {
		for (const at of boundsOf(one, start, end)) if (at > start && at < end) changes.add(wallClockText(at));
	}
	// digits of one form: their order is that of time
	return [...changes].sort();
}

function boundsOf(hours: string, start: Date, end: Date): Date[] {
	try {
		return new OpeningHours(hours, null).getOpenIntervals(start, end).flatMap(([from, to]) => [from, to]);
	} catch {
		return [];
	}
}
