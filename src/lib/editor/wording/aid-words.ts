import type { BridgePost, Follows, NoRing, OfferedRing, RingPart } from '../../domain/findings/ring-aid.ts';
import { m } from '../../paraglide/messages.js';
import { countText, lengthText } from './quantity.ts';

const FOLLOWS: Record<Follows, () => string> = {
	road: m.aid_follows_road,
	river: m.aid_follows_river,
	railway: m.aid_follows_railway,
	drawn: m.aid_follows_drawn
};

const NO_RING: Record<NoRing, () => string> = {
	'no-ground': m.aid_no_ground,
	'no-roads': m.aid_no_roads,
	'no-road-near': m.aid_no_road_near,
	'no-borders': m.aid_no_borders_at_all,
	'no-water-near': m.aid_no_water_near
};

/** What a part of a ring follows, by name where it has one. */
export function partText({ follows, name }: Pick<RingPart, 'follows' | 'name'>): string {
	return name === null ? FOLLOWS[follows]() : m.aid_part({ what: FOLLOWS[follows](), name });
}

/** Why no ring can be offered, and what to do about it. */
export function noRingText(reason: NoRing): string {
	return NO_RING[reason]();
}

/** A checkpoint that is offered with a ring, in one line. */
export function postText({ road, isBridge }: BridgePost): string {
	if (road === null) return isBridge ? m.aid_post_bridge() : m.aid_post_road();
	return m.aid_post({ road });
}

/** What stays as it was drawn because nothing to follow is near; null where everything follows something. */
export function keptText({ parts }: Pick<OfferedRing, 'parts'>, strayM: number): string | null {
	let keptM = 0;
	let wholeM = 0;
	for (const { follows, lengthM } of parts) {
		wholeM += lengthM;
		if (follows === 'drawn') keptM += lengthM;
	}
	if (keptM < 1) return null;
	const stray = lengthText(strayM);
	if (keptM >= wholeM - 1) return m.aid_kept_all({ stray });
	return m.aid_kept({ stray, kept: lengthText(keptM) });
}

/** How the ring would stand, in one sentence. */
export function offeredVerdictText({ verdict }: Pick<OfferedRing, 'verdict'>): string {
	if (!verdict) return m.aid_no_verdict();
	return m.aid_verdict({
		count: verdict.crossings,
		crossings: countText(verdict.crossings),
		held: countText(verdict.held),
		cut: countText(verdict.minimumCut)
	});
}
