import type { Suggestion } from '../../domain/findings/sealing.ts';
import { reach } from '../../network/reach.ts';
import type { Roads } from '../../network/roads.ts';
import type { LawfulView } from '../../network/travel-mode.ts';
import { gatherClosures, type Closure, type Closures } from './closures.ts';
import type { RingGround } from './ring-ground.ts';
import { INSIDE, OUTSIDE, ringNetwork, type RingNetwork } from './ring-network.ts';
import type { Draft } from './suggestions.ts';

/** `closures` with what the suggested checkpoints would close. */
export function withDrafts(closures: Closures, drafts: readonly Draft[]): Closures {
	const extra = gatherClosures(drafts.map(({ id, controls }) => [id, controls] as const));
	const byEdge = new Map<number, readonly Closure[]>(closures.byEdge);
	for (const [edge, list] of extra.byEdge) byEdge.set(edge, [...(byEdge.get(edge) ?? []), ...list]);
	return { byEdge, removed: closures.removed };
}

/**
 * The suggestions that stay when what the others make needless is dropped, each booked on a ring that
 * leaks without it. All together must seal every ring. A step is a few milliseconds of work.
 */
export function* onlyNeeded(
	roads: Roads,
	grounds: readonly RingGround[],
	closures: Closures,
	drafts: readonly Draft[],
	lawful: LawfulView
): Generator<void, Suggestion[]> {
	let kept = [...drafts];
	let sealed = sealedRings(roads, grounds, withDrafts(closures, kept), lawful);
	const booked: Suggestion[] = [];
	for (const draft of drafts) {
		yield;
		const { suggestion } = draft;
		const own = sealed.find(({ ground }) => ground.ring.id === suggestion.ring);
		if (own && lawful === 'no' && reopens(own, draft)) {
			booked.push(suggestion);
			continue;
		}
		const others = kept.filter((other) => other !== draft);
		const without = withDrafts(closures, others);
		const isOwn = (ground: RingGround) => ground.ring.id === suggestion.ring;
		const order = [...grounds.filter(isOwn), ...grounds.filter((ground) => !isOwn(ground))];
		const leaking = order.find((ground) => leaks(roads, ground, without, lawful));
		if (leaking) booked.push({ ...suggestion, ring: leaking.ring.id });
		else {
			kept = others;
			sealed = sealedRings(roads, grounds, without, lawful);
		}
	}
	return booked;
}

/** A ring with everything closed: what is reached from inside, and what reaches the outside. */
interface SealedRing {
	readonly ground: RingGround;
	readonly net: RingNetwork;
	readonly closures: Closures;
	readonly isReached: Uint8Array;
	readonly leadsOut: Uint8Array;
}

function sealedRings(
	roads: Roads,
	grounds: readonly RingGround[],
	closures: Closures,
	lawful: LawfulView
): SealedRing[] {
	return grounds.map((ground) => {
		const net = ringNetwork(roads, ground, closures, lawful);
		return {
			ground,
			net,
			closures,
			isReached: reach(net.network, net.open, [INSIDE]),
			leadsOut: reach(net.network, net.open, [OUTSIDE], true)
		};
	});
}

/**
 * Whether opening one road of `draft` again, for both directions, joins inside to outside. Outside only grows when a road is
 * opened, so yes is certain; no may be a pocket that would turn out to be none.
 */
function reopens({ ground, net, closures, isReached, leadsOut }: SealedRing, draft: Draft): boolean {
	for (const { edge } of draft.controls) {
		const range = ground.stretchesOfEdge.get(edge);
		if (!range || range[1] - range[0] > 1 || closures.byEdge.get(edge)?.length !== 1) continue;
		const from = net.nodeOf[ground.stretches[range[0]].from];
		const to = net.nodeOf[ground.stretches[range[0]].to];
		if ((isReached[from] && leadsOut[to]) || (isReached[to] && leadsOut[from])) return true;
	}
	return false;
}

function leaks(roads: Roads, ground: RingGround, closures: Closures, lawful: LawfulView): boolean {
	const { network, open } = ringNetwork(roads, ground, closures, lawful);
	return reach(network, open, [INSIDE])[OUTSIDE] === 1;
}
