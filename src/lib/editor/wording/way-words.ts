import type { EscapeRoute, NoEscape, RingEscape } from '../../domain/findings/escape.ts';
import { m } from '../../paraglide/messages.js';
import { countText, lengthText, withUnit } from './quantity.ts';

/** How long something takes: seconds below a minute, then minutes. */
export function durationText(seconds: number): string {
	const whole = Math.round(seconds);
	return whole < 60 ? withUnit(whole, 's') : withUnit(Math.round(seconds / 60), 'min');
}

/** A way in one line, as it stands along it on the map. */
export function wayLine(name: string, { lengthM, seenM, durationS }: EscapeRoute): string {
	const time = durationText(durationS);
	return m.way_label({ name, length: lengthText(lengthM), seen: lengthText(seenM), time });
}

/** Why there is no way between two places. */
export function noEscapeText(why: NoEscape): string {
	if (why.reason === 'no-way') return m.way_no_way();
	const within = lengthText(why.withinM);
	return why.end === 'from' ? m.way_no_road_from({ within }) : m.way_no_road_to({ within });
}

/** What the least-exposed way gains over the shortest, in a sentence. */
export function gainText(quiet: EscapeRoute, short: EscapeRoute): string {
	const longerM = quiet.lengthM - short.lengthM;
	const lessM = short.seenM - quiet.seenM;
	if (Math.round(lessM) <= 0) return m.way_words_same();
	return m.way_words_saved({ longer: lengthText(longerM), less: lengthText(lessM) });
}

/** How a ring can be left, in a sentence. */
export function ringWayText({ leastExposed, unseenWays }: RingEscape): string {
	if (!leastExposed) return m.ring_way_shut();
	if (unseenWays > 0) return m.ring_way_unseen({ count: unseenWays, n: countText(unseenWays) });
	return m.ring_way_seen({ length: lengthText(leastExposed.seenM) });
}
