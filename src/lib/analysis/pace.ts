/** How long work lives beside other work: it tells how far it is and lets others have the thread. */
export interface Pace {
	progress(done: number, total: number): void;
	/** To be called every few milliseconds; rejects once the work was given up. */
	breathe(): Promise<void>;
}

/** For whom waits for nothing else: no word of progress, no rest. */
export const NO_PACE: Pace = { progress: () => undefined, breathe: () => Promise.resolve() };
