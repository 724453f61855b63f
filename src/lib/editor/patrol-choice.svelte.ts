import type { ItemId } from '../domain/items.ts';

/** What is chosen on the board of patrols; kept while the plan is open, saved nowhere. */
export class PatrolChoice {
	/** A patrol zone, area or ring; `all-zones` is every patrol zone; null takes the first there is. */
	ground = $state<ItemId | 'all-zones' | null>(null);
	teams = $state(1);
	speedKmh = $state(25);
	withService = $state(false);
	/** Which question the rounds shown are the answer of, and of what ground. */
	asked = $state.raw<{ question: 'tour' | 'teams'; ground: string; teams: number; speedKmh: number } | null>(
		null
	);

	/** Which of the two answers is drawn on the map. */
	shown = $state<'rounds' | 'zones'>('rounds');

	divided = $state<ItemId | 'all-zones' | null>(null);
	zones = $state(4);
	siteMin = $state(2);
	cameraS = $state(0);
	areaMin = $state(0);
	locked = $state.raw<readonly ItemId[]>([]);
	askedZones = $state.raw<string | null>(null);
	replaces = $state(true);
}

const choices = new WeakMap<object, PatrolChoice>();

/** The choice that belongs to `owner`, a desk. */
export function patrolChoiceOf(owner: object): PatrolChoice {
	let known = choices.get(owner);
	if (!known) choices.set(owner, (known = new PatrolChoice()));
	return known;
}
