/**
 * Under what assumptions a question is answered: what counts as present and working.
 * The same switches on screen and on the command line.
 */
export interface Assumptions {
	/** Wall-clock moment, ISO 8601 local time without zone (`2026-05-01T22:30`); absent: hours are not looked at. */
	readonly at?: string | undefined;
	/** Things with status `planned` count as built. */
	readonly countPlanned: boolean;
	/** Impaired and broken things count as working. */
	readonly assumeRepaired: boolean;
	/** Cameras that are not integrated count as integrated. */
	readonly assumeIntegrated: boolean;
	/** The view that a PTZ camera states counts as seen; otherwise it sees nothing for certain. */
	readonly countPtz?: boolean | undefined;
	/** Pixels per metre below which a picture does not count; absent: detection where only optics are known. */
	readonly minPxPerM?: number | undefined;
	/** Ids of items, or ids of ways of the road data (`way/123`), that are taken out. */
	readonly without: readonly string[];
}

/** What is built, as it works today, with no hour asked for. */
export const PRESENT: Assumptions = {
	countPlanned: false,
	assumeRepaired: false,
	assumeIntegrated: false,
	without: []
};
