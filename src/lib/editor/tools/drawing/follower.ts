import type { FollowAsk, FollowedLine } from '../../../domain/findings/followed-line.ts';
import type { Analysis } from '../../../workers/analysis-events.ts';

/** Asks for the way along streets or water; the pointer's question waits for all others, and only its newest is put. */
export class Follower {
	/** Questions that are under way: those for points that were set wait for nobody. */
	private underWay = 0;
	private next: (() => void) | null = null;
	/** Counts what was asked, so that an answer after `forget` is not heard. */
	private round = 0;

	constructor(private readonly analysis: Analysis) {}

	/** `hear` gets the way to the pointer, unless a newer one is asked for meanwhile. */
	point(asked: FollowAsk, hear: (found: FollowedLine) => void): void {
		const { round } = this;
		this.next = () => void this.ask(asked).then((found) => found && round === this.round && hear(found));
		this.go();
	}

	/** The way to a point that was set; null where nobody could say. */
	async ask(asked: FollowAsk): Promise<FollowedLine | null> {
		this.underWay += 1;
		try {
			return await this.analysis.ask('follow', asked);
		} catch {
			return null;
		} finally {
			this.underWay -= 1;
			this.go();
		}
	}

	/** What was pointed at and is not answered yet is of no use any more. */
	forget(): void {
		this.next = null;
		this.round += 1;
	}

	private go(): void {
		if (this.underWay > 0 || !this.next) return;
		const { next } = this;
		this.next = null;
		next();
	}
}
