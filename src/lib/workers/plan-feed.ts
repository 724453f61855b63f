import type { Item } from '../domain/items.ts';
import { breathe, inBreaths } from './breath.ts';
import { piecesOf } from './pieces.ts';
import type { ToThread, ToWorker } from './wire.ts';

type Opening = Omit<Extract<ToThread, { type: 'open' }>, 'type' | 'items'>;

/**
 * Feeds a plan to the analysis threads: a small one at once, a large one in pieces with breaths in
 * between. What is told while a plan is on its way follows when it is there; a plan that is opened
 * meanwhile takes its place, and what was told of the first is dropped.
 */
export class PlanFeed {
	private underWay: AbortController | null = null;
	private told: ToThread[] = [];
	private waiting: (() => void)[] = [];

	constructor(private readonly say: (message: ToWorker) => void) {}

	open(items: Iterable<Item>, opening: Opening): void {
		this.underWay?.abort();
		this.underWay = null;
		this.told = [];
		const pieces = piecesOf(items);
		const first = pieces.next();
		const rest = pieces.next();
		if (first.done || rest.done) {
			this.say({ type: 'open', items: first.done ? [] : first.value, ...opening });
			this.settle();
			return;
		}
		const { number } = opening;
		const under = new AbortController();
		this.underWay = under;
		const say = this.say;
		function* steps(): Generator<undefined, undefined> {
			for (const piece of [first.value, rest.value]) say({ type: 'gather', items: piece as Item[], number });
			for (const piece of pieces) {
				yield undefined;
				say({ type: 'gather', items: piece, number });
			}
			return undefined;
		}
		// whoever opens a plan has enough to do in this task
		const start = new Promise<void>(breathe);
		void start
			.then(() => inBreaths(steps(), under.signal))
			.then(
				() => {
					if (this.underWay !== under) return;
					this.underWay = null;
					this.say({ type: 'open', items: [], ...opening });
					this.settle();
				},
				// given up for another plan, or for good
				() => undefined
			);
	}

	tell(message: ToThread): void {
		if (this.underWay) this.told.push(message);
		else this.say(message);
	}

	/** Calls `ask` when the plan that is on its way is there, at once where none is. */
	after(ask: () => void): void {
		if (this.underWay) this.waiting.push(ask);
		else ask();
	}

	stop(): void {
		this.underWay?.abort();
		this.underWay = null;
		this.told = [];
		this.waiting = [];
	}

	private settle(): void {
		const { told, waiting } = this;
		this.told = [];
		this.waiting = [];
		for (const message of told) this.say(message);
		for (const ask of waiting) ask();
	}
}
