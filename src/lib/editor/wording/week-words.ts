import type { DutySpan, DutyWeek, RingWeek } from '../../domain/findings/duty-week.ts';
import { wallClock } from '../../domain/wall-clock.ts';
import { m } from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { leaksAt } from '../week.ts';
import { ringText, verdictText } from './finding-words.ts';
import { countText, shareText } from './quantity.ts';

const tag = (): string => (getLocale() === 'zh' ? 'zh-CN' : 'en-GB');

/** The week that begins at `from`: "4–10 May 2026". */
export function weekText(from: string): string {
	const start = wallClock(from);
	const end = new Date(start);
	end.setDate(end.getDate() + 6);
	const format = new Intl.DateTimeFormat(tag(), { year: 'numeric', month: 'short', day: 'numeric' });
	return format.formatRange(start, end);
}

/** A day of a week: "Mon 4". */
export function dayOfWeekText(from: string, day: number): string {
	const at = wallClock(from);
	at.setDate(at.getDate() + day);
	return new Intl.DateTimeFormat(tag(), { weekday: 'short', day: 'numeric' }).format(at);
}

/** A moment of a week: "Mon 22:00". */
export function momentOfWeekText(at: string): string {
	const day = new Intl.DateTimeFormat(tag(), { weekday: 'short' }).format(wallClock(at));
	return `${day} ${at.slice(11, 16)}`;
}

/** A ring by its name, or by its level where it has none. */
export function ringNameText({ name, level }: Pick<RingWeek, 'name' | 'level'>): string {
	return ringText(name, level);
}

/** A ring in a word: "Core ring, sealed 71 %". */
export function ringWeekText(ring: RingWeek): string {
	return m.week_ring({ ring: ringNameText(ring), share: shareText(ring.sealedShare) });
}

/** A stretch of the week: "Mon 22:00 to Tue 06:00: 3 leaks". */
export function spanText({ from, to, leaks }: DutySpan): string {
	return m.week_span({ from: momentOfWeekText(from), to: momentOfWeekText(to), state: leaksText(leaks) });
}

/** What holds at a moment, ring by ring. */
export function whenText(week: DutyWeek, at: string): string {
	const states = week.rings.map((ring) => {
		const leaks = leaksAt(ring, at);
		if (leaks === null) return '';
		return m.week_ring_state({ ring: ringNameText(ring), state: leaksText(leaks) });
	});
	return [momentOfWeekText(at), ...states.filter((state) => state !== '')].join(', ');
}

/** "sealed", "3 leaks". */
function leaksText(leaks: number): string {
	return verdictText({ sealed: leaks === 0, leaks }).toLocaleLowerCase();
}

/** "sealed → 3 leaks". */
export function openingText(before: number, leaks: number): string {
	return `${leaksText(before)} → ${leaksText(leaks)}`;
}

/** Checkpoints that went off duty: "without A, B and 3 more". */
export function goneText(names: readonly string[]): string {
	const named = names.slice(0, 2);
	const more = names.length - named.length;
	const list = new Intl.ListFormat(tag()).format(
		more > 0 ? [...named, m.week_more({ n: countText(more) })] : named
	);
	return m.week_without({ names: list });
}
