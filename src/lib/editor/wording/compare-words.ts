import type { ItemChange } from '../../domain/diff-plans.ts';
import type { RingVerdict } from '../../domain/findings/sealing.ts';
import { m } from '../../paraglide/messages.js';
import { ringText } from './finding-words.ts';
import { countText, shareText } from './quantity.ts';

/** How a plan is judged, as far as two of them are set against each other. */
export interface Judged {
	/** Null while it is not known. */
	readonly rings: readonly RingVerdict[] | null;
	readonly coveredShare: number | null;
}

/** How the other plan does next to the open one, a sentence for each thing that differs; null while either is not judged. */
export function compareTexts(open: Judged, other: Judged): string[] | null {
	if (!open.rings || !other.rings) return null;
	const texts = other.rings.flatMap((ring) => {
		const before = open.rings?.find((one) => one.ring === ring.ring);
		return ringDifference(ringText(ring.name, ring.level), before, ring);
	});
	for (const ring of open.rings) {
		if (!other.rings.some((one) => one.ring === ring.ring)) {
			texts.push(m.compare_ring_gone({ ring: ringText(ring.name, ring.level) }));
		}
	}
	if (open.coveredShare !== null && other.coveredShare !== null) {
		const more = other.coveredShare - open.coveredShare;
		const share = shareText(Math.abs(more));
		if (share !== shareText(0)) texts.push(more > 0 ? m.compare_more({ share }) : m.compare_less({ share }));
	}
	return texts;
}

function ringDifference(ring: string, before: RingVerdict | undefined, after: RingVerdict): string[] {
	if (!before) return [m.compare_ring_new({ ring })];
	if (before.sealed !== after.sealed) {
		return [after.sealed ? m.compare_sealed({ ring }) : m.compare_opened({ ring })];
	}
	const more = after.leaks - before.leaks;
	if (more === 0) return [];
	const inputs = { ring, count: Math.abs(more), n: countText(Math.abs(more)) };
	return [more > 0 ? m.compare_more_leaks(inputs) : m.compare_fewer_leaks(inputs)];
}

const CHANGES: Record<ItemChange, () => string> = {
	moved: m.compare_moved,
	reshaped: m.compare_reshaped,
	properties: m.compare_properties,
	kind: m.compare_kind,
	rank: m.compare_rank,
	foreign: m.compare_foreign
};

/** How something changed, in few words; `properties` are the names of fields that differ. */
export function changesText(changes: readonly ItemChange[], properties: readonly string[]): string {
	return changes
		.map((change) =>
			change === 'properties' && properties.length > 0 ? properties.join(m.list_comma()) : CHANGES[change]()
		)
		.join(' · ');
}
