import type { Assumptions } from '../../domain/assumptions.ts';
import type { Suggestion } from '../../domain/findings/sealing.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import { gatherClosures, type Closures } from '../sealing/closures.ts';
import { controlsOfPlaces } from '../sealing/controls.ts';
import { withDrafts } from '../sealing/needed-drafts.ts';
import { ringCut } from '../sealing/ring-cut.ts';
import type { RingGround } from '../sealing/ring-ground.ts';
import { ringNetwork } from '../sealing/ring-network.ts';
import { pickItems, removedEdges } from '../sealing/seal.ts';
import { SealMemory } from '../sealing/seal-memory.ts';
import { suggestSeals, type Draft } from '../sealing/suggestions.ts';

/** Depth of inside and width of the band, as `seal` has them. */
const BAND = { insideM: 25, outsideM: 120 };

/** Rings with the posts on duty, to which more posts are put by way of trial. */
export class LeakScene {
	readonly grounds: readonly RingGround[];
	readonly closures: Closures;

	/** The rings of `items` that count, or only `ring`. */
	constructor(
		readonly roads: Roads,
		items: Iterable<Item>,
		assumptions: Assumptions,
		ring: ItemId | undefined
	) {
		const memory = new SealMemory(roads);
		const { rings, checkpoints } = pickItems(items, assumptions);
		this.closures = gatherClosures(
			checkpoints.map((post) => [post.id, memory.controlsOf(post)] as const),
			removedEdges(roads, assumptions.without)
		);
		this.grounds = rings.flatMap((one) => {
			const { ground } = memory.ring(one, 'drive', BAND);
			return ground && (ring === undefined || one.id === ring) ? [ground] : [];
		});
	}

	/** Leaks of all rings together with `posts` on duty too. */
	leaksWith(posts: readonly Draft[]): number {
		const closures = withDrafts(this.closures, posts);
		let leaks = 0;
		for (const ground of this.grounds) {
			leaks += ringCut(ringNetwork(this.roads, ground, closures, false), ground).count;
		}
		return leaks;
	}

	/** What would seal all rings, given `posts` too. */
	suggestions(posts: readonly Draft[]): Draft[] {
		const closures = withDrafts(this.closures, posts);
		const results = this.grounds.map((ground) => ({ ground }));
		return suggestSeals(this.roads, results, closures, false).map((suggestion) => this.draft(suggestion));
	}

	/** `suggestion` as a post, with the roads it closes. */
	draft(suggestion: Suggestion): Draft {
		const id = `post ${suggestion.at.join(' ')}` as ItemId;
		return { id, suggestion, controls: controlsOfPlaces(this.roads, suggestion.controls) };
	}
}
