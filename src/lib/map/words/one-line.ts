import type { Item } from '../../domain/items.ts';
import type { GapReason } from '../../domain/findings/gaps.ts';
import type { RingVerdict, Suggestion } from '../../domain/findings/sealing.ts';
import { drawnFeature } from '../../editor/drawings.ts';
import type { Editor } from '../../editor/editor.svelte.ts';
import type { Selection } from '../../editor/selection.ts';
import {
	leakText,
	REASON_WORDS,
	ringOfPlanText,
	STATE_WORDS,
	verdictText
} from '../../editor/wording/finding-words.ts';
import { itemTitle } from '../../editor/wording/item-title.ts';
import { kindText } from '../../editor/wording/kind-words.ts';
import { areaText, countText, lengthText } from '../../editor/wording/quantity.ts';
import { VALUE_WORDS } from '../../editor/wording/value-words.ts';
import { m } from '../../paraglide/messages.js';

type Answers = Pick<Editor, 'shown' | 'seal' | 'coverage' | 'routes' | 'drawn'>;

/** The verdict as it stands along the line of a ring: "sealed", "7 leaks". */
export function verdictOnLine(verdict: Pick<RingVerdict, 'sealed' | 'leaks'>): string {
	return verdictText(verdict).toLocaleLowerCase();
}

/**
 * What something is in one line, for a tooltip or a menu; null where it is there no more. `reason`
 * is what the map knows of a gap that the list does not have yet.
 */
export function selectionLine(selection: Selection, answers: Answers, reason?: GapReason): string | null {
	switch (selection.what) {
		case 'item': {
			const item = answers.shown.items.get(selection.id);
			return item ? itemLine(item, answers) : null;
		}
		case 'items':
			return m.map_selected_many({ count: countText(selection.ids.length) });
		case 'crossing': {
			const crossing = answers.seal?.crossings.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			if (!crossing) return null;
			return line(
				m.map_crossing({ number: crossing.number }),
				STATE_WORDS[crossing.state].name(),
				crossing.road,
				crossing.bridge && m.map_bridge(),
				crossing.tunnel && m.map_tunnel(),
				ringOfPlanText(answers.shown, crossing.ring)
			);
		}
		case 'leak': {
			const leak = answers.seal?.leaks.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			if (!leak) return null;
			return line(
				m.map_leak({ number: leak.number }),
				ringOfPlanText(answers.shown, leak.ring),
				leakText(leak)
			);
		}
		case 'gap': {
			const row = answers.coverage?.gaps.find(({ id }) => id === selection.id);
			const why = row?.reason ?? reason;
			return why ? line(m.map_gap(), REASON_WORDS[why].name(), row && areaText(row.areaM2)) : null;
		}
		case 'unseen': {
			const stretch = answers.routes?.stretches.find(({ id }) => id === selection.id);
			return line(m.map_unseen(), stretch?.road, stretch && lengthText(stretch.lengthM));
		}
		case 'drawn':
			return drawnFeature(answers.drawn, selection.by, selection.id)?.title ?? null;
	}
}

/** What a suggested checkpoint would do, in one line. */
export function suggestionLine({ leaks, road }: Pick<Suggestion, 'leaks' | 'road'>): string {
	return line(leaks === 1 ? m.map_suggestion_one() : m.map_suggestion({ count: leaks }), road);
}

function itemLine(item: Item, answers: Answers): string {
	const title = itemTitle(item);
	const kind = kindText(item.kind);
	return line(title, !title.includes(kind) && kind, ...facts(item, answers));
}

function facts(item: Item, { seal }: Answers): (string | undefined | false)[] {
	switch (item.kind) {
		case 'area':
			return [];
		case 'control-ring': {
			const verdict = seal?.rings.find(({ ring }) => ring === item.id);
			return [VALUE_WORDS.ringLevel[item.properties.level](), verdict && verdictOnLine(verdict)];
		}
		case 'checkpoint':
			return [VALUE_WORDS.status[item.properties.status ?? 'staffed'](), item.properties.hours];
		case 'patrol-zone':
		case 'patrol-route':
			return [item.properties.team, item.properties.hours];
		case 'station':
			return [(item.properties.teams ?? 1) > 1 && m.map_teams({ count: item.properties.teams ?? 1 })];
		case 'camera':
			return [
				VALUE_WORDS.health[item.properties.health ?? 'working'](),
				item.properties.integrated === false && m.map_not_integrated(),
				item.properties.owner
			];
		case 'key-site':
			return [VALUE_WORDS.category[item.properties.category]()];
	}
}

function line(...parts: (string | null | false | undefined)[]): string {
	return parts.filter((part) => part).join(' · ');
}
