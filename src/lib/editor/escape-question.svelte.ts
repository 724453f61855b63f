import type { LngLat } from '../geo/coordinates.ts';

export type WayEnd = 'from' | 'to';

/** What is asked about unseen ways: between which places or out of the rings, and by what rules. Not saved with the plan. */
export class EscapeQuestion {
	about = $state<'places' | 'rings'>('places');
	from = $state.raw<LngLat | null>(null);
	to = $state.raw<LngLat | null>(null);
	/** Which end the next click on the map says. */
	picking = $state<WayEnd>('from');
	/** Somebody asked from elsewhere: whoever shows boards opens the one of ways. */
	isWanted = $state(false);
	lawful = $state(false);
	avoidsCheckpoints = $state(false);

	/** Says an end; the other one is picked next. */
	set(end: WayEnd, at: LngLat): void {
		this[end] = at;
		this.about = 'places';
		this.picking = end === 'from' ? 'to' : 'from';
	}

	/** Begins where it ended. */
	turnRound(): void {
		[this.from, this.to] = [this.to, this.from];
	}

	/** As when another plan is opened. The rules stay. */
	forget(): void {
		this.from = this.to = null;
		this.picking = 'from';
	}
}
