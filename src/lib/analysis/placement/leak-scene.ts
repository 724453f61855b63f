import type { Assumptions } from '../../domain/assumptions.ts';
import type { Suggestion } from '../../domain/findings/sealing.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closures } from '../sealing/closures.ts';
import { controlsOfPlaces } from '../sealing/controls.ts';
import { withDrafts } from '../sealing/needed-drafts.ts';
import { ringCut } from '../sealing/ring-cut.ts';
import type { RingGround } from '../sealing/ring-ground.ts';
import { ringNetwork } from '../sealing/ring-network.ts';
import type { RingResult } from '../sealing/seal-ring.ts';
import { judgeRings } from '../sealing/seal.ts';
import { SealMemory } from '../sealing/seal-memory.ts';
import { suggestPriced, type Draft } from '../sealing/suggestions.ts';

/** Rings with the posts on duty, to which more posts are put by way of trial. */
export class LeakScene {
	private readonly rings: readonly RingResult[];
	readonly grounds: readonly RingGround[];
	readonly closures: Closures;

	/** The rings of `items` that count, or only `ring`. */
	constructor(
		readonly roads: Roads,
		items: Iterable<Item>,
		assumptions: Assumptions,
		ring: ItemId | undefined
	) {
		const judged = judgeRings(roads, items, { assumptions, ring }, new SealMemory(roads));
		this.closures = judged.closures;
		this.rings = judged.asked.filter(({ ground }) => ground !== null);
		this.grounds = this.rings.flatMap(({ ground }) => ground ?? []);
	}

	/** Leaks of all rings together with `posts` on duty too. */
	leaksWith(posts: readonly Draft[]): number {
		const closures = withDrafts(this.closures, posts);
		let leaks = 0;
		for (const ground of this.grounds) {
			leaks += ringCut(ringNetwork(this.roads, ground, closures, 'no'), ground).count;
		}
		return leaks;
	}

	/** What would seal all rings, given `posts` too. */
	suggestions(posts: readonly Draft[]): Draft[] {
		const closures = withDrafts(this.closures, posts);
		const { suggestions } = suggestPriced(this.roads, this.rings, closures, 'no', null);
		return suggestions.map((suggestion) => this.draft(suggestion));
	}

	/** `suggestion` as a post, with the roads it closes. */
	draft(suggestion: Suggestion): Draft {
		const id = `post ${suggestion.at.join(' ')}` as ItemId;
		return { id, suggestion, controls: controlsOfPlaces(this.roads, suggestion.controls) };
	}
}
