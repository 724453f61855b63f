import type { GapReason, GapRow } from '../../domain/findings/gaps.ts';
import type { UnseenStretch } from '../../domain/findings/routes.ts';
import type { Crossing, Leak, RingVerdict, Suggestion } from '../../domain/findings/sealing.ts';
import { areaText, lengthText } from '../../editor/wording/quantity.ts';
import { m } from '../../paraglide/messages.js';
import type { MapLocale } from '../style/map-look.ts';

/** The verdict as it stands along the line of a ring: "sealed", "1 leak", "7 leaks". */
export function verdictText(verdict: Pick<RingVerdict, 'sealed' | 'leaks'>, locale: MapLocale): string {
	if (verdict.sealed) return m.map_verdict_sealed({}, { locale });
	if (verdict.leaks === 1) return m.map_verdict_one_leak({}, { locale });
	return m.map_verdict_leaks({ count: verdict.leaks }, { locale });
}

/** A crossing in one line: number, state, road and what carries it. */
export function crossingLine(crossing: Crossing, ringName: string, locale: MapLocale): string {
	const state = {
		held: m.map_crossing_held,
		covered: m.map_crossing_covered,
		pocket: m.map_crossing_pocket,
		open: m.map_crossing_open
	}[crossing.state];
	return line(
		m.map_crossing({ number: crossing.number }, { locale }),
		state({}, { locale }),
		crossing.road,
		crossing.bridge && m.map_bridge({}, { locale }),
		crossing.tunnel && m.map_tunnel({}, { locale }),
		ringName
	);
}

/** A leak in one line: number, ring, length of the way out and the first roads along it. */
export function leakLine(leak: Leak, ringName: string, locale: MapLocale): string {
	const length = lengthText(leak.lengthM);
	const roads = leak.roads.slice(0, 3).join(m.map_list_comma({}, { locale }));
	return line(
		m.map_leak({ number: leak.number }, { locale }),
		ringName,
		roads ? m.map_leak_way({ length, roads }, { locale }) : m.map_leak_way_unnamed({ length }, { locale })
	);
}

/** A gap in one line: why it is open and, where the list has it, how large it is. */
export function gapLine(reason: GapReason, row: GapRow | undefined, locale: MapLocale): string {
	return line(
		m.map_gap({}, { locale }),
		GAP_REASON_TEXTS[reason]({}, { locale }),
		row && areaText(row.areaM2)
	);
}

/** An unwatched stretch in one line; `stretch` is undefined where the list has not come yet. */
export function unseenLine(stretch: UnseenStretch | undefined, locale: MapLocale): string {
	return line(m.map_unseen({}, { locale }), stretch?.road, stretch && lengthText(stretch.lengthM));
}

/** What a suggested checkpoint would do. */
export function suggestionLine(suggestion: Pick<Suggestion, 'leaks' | 'road'>, locale: MapLocale): string {
	const closes =
		suggestion.leaks === 1
			? m.map_suggestion_one({}, { locale })
			: m.map_suggestion({ count: suggestion.leaks }, { locale });
	return line(closes, suggestion.road);
}

const GAP_REASON_TEXTS = {
	'no-camera': m.map_gap_no_camera,
	broken: m.map_gap_broken,
	'not-integrated': m.map_gap_not_integrated,
	'off-duty': m.map_gap_off_duty,
	occluded: m.map_gap_occluded,
	'too-coarse': m.map_gap_too_coarse,
	'no-patrol': m.map_gap_no_patrol
} satisfies Record<GapReason, unknown>;

function line(...parts: (string | null | false | undefined)[]): string {
	return parts.filter((part) => part).join(' · ');
}
