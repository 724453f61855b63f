import { SvelteSet } from 'svelte/reactivity';
import type { SealWishList } from '../domain/findings/seal-plans.ts';
import type { Desk } from './desk.svelte.ts';

/** Which plan the board shows: sealing by number or by cost, with rings moved, or to a depth. */
export const PLAN_SORTS = ['fewest', 'cheapest', 'moved', 'depth'] as const;
export type PlanSort = (typeof PLAN_SORTS)[number];

/** A road that is wished for or not, with what it is called. */
export interface WishedRoad {
	readonly way: number;
	readonly name: string;
}

/** What a person wishes of plans for the rings; kept while the board is closed, until another region is open. */
export class SealWishes {
	sort = $state<PlanSort>('fewest');
	costByClass = $state.raw<SealWishList['costByClass']>({});
	forbid = $state.raw<readonly WishedRoad[]>([]);
	require = $state.raw<readonly WishedRoad[]>([]);
	moveM = $state(150);
	depth = $state(2);
	byCost = $state(false);
	/** Keys of suggestions that are not to be accepted. */
	readonly left = new SvelteSet<string>();

	constructor(readonly region: string | null) {}

	/** As the question is asked: moves and depth are reckoned only where they are looked at. */
	list(): SealWishList {
		return {
			costByClass: this.costByClass,
			forbid: this.forbid.map(({ way }) => way),
			require: this.require.map(({ way }) => way),
			moveM: this.sort === 'moved' ? this.moveM : 0,
			depths: this.sort === 'depth' ? [this.depth] : [],
			byCost: this.byCost
		};
	}

	/** Roads are either forbidden, or required, or neither. */
	setRoads(roads: readonly WishedRoad[], wish: 'forbid' | 'require' | null): void {
		const ways = new Set(roads.map(({ way }) => way));
		const others = (list: readonly WishedRoad[]) => list.filter(({ way }) => !ways.has(way));
		this.forbid = wish === 'forbid' ? [...others(this.forbid), ...roads] : others(this.forbid);
		this.require = wish === 'require' ? [...others(this.require), ...roads] : others(this.require);
	}
}

const known = new WeakMap<Desk, SealWishes>();

/** The wishes at a desk; new ones where another region is open. */
export function sealWishes(desk: Desk): SealWishes {
	const region = desk.editor.region?.name ?? null;
	const before = known.get(desk);
	if (before?.region === region) return before;
	const wishes = new SealWishes(region);
	known.set(desk, wishes);
	return wishes;
}
