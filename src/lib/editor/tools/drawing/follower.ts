import type { FollowAsk, FollowedLine } from '../../../domain/findings/followed-line.ts';
import type { Analysis } from '../../../workers/analysis-events.ts';

/** Asks for the way along streets or water: one question at a time, and after it only the newest. */
export class Follower {
	private isAsking = false;
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
		this.isAsking = true;
		try {
			return await this.analysis.ask('follow', asked);
		} catch {
			return null;
		} finally {
			this.isAsking = false;
			this.go();
		}
	}

	/** What was pointed at and is not answered yet is of no use any more. */
	forget(): void {
		this.next = null;
		this.round += 1;
	}

	private go(): void {
		if (this.isAsking || !this.next) return;
		const { next } = this;
		this.next = null;
		next();
	}
}
