import type { OnDemand } from '../workers/analysis-events.ts';
import { messageOf } from '../workers/message-of.ts';
import type { Editor } from './editor.svelte.ts';

/**
 * An answer that is made when somebody looks at it, and stays until it is made anew: the last
 * answer, whether it is of an older plan, whether a newer one is coming, and what went wrong.
 */
export class OnDemandAnswer<Q extends keyof OnDemand> {
	answer = $state.raw<OnDemand[Q]['answer'] | null>(null);
	isAsking = $state(false);
	/** What the thread said when it could not answer; null while it could. */
	failure = $state<string | null>(null);
	/** Number of the plan's state that was asked about last. */
	private asked = $state(-1);
	private running: AbortController | null = null;

	/** The plan, or what is assumed, is another than the one asked about last. */
	readonly isOld = $derived.by(() => this.asked !== this.editor.number);

	constructor(
		private readonly editor: Editor,
		private readonly question: Q
	) {}

	/** Asks `input` about the plan as it is now; a running question is given up for it. Never rejects. */
	async ask(input: OnDemand[Q]['ask']): Promise<void> {
		this.running?.abort();
		const running = new AbortController();
		this.running = running;
		this.isAsking = true;
		this.failure = null;
		this.asked = this.editor.number;
		try {
			const answer = await this.editor.analysis.ask(this.question, input, running.signal);
			if (this.running === running) this.answer = answer;
		} catch (error) {
			if (this.running === running) {
				this.failure = messageOf(error);
				this.asked = -1;
			}
		}
		if (this.running === running) this.rest();
	}

	/** Gives a running question up; the last answer stays and is old. */
	cancel(): void {
		if (!this.running) return;
		this.running.abort();
		this.rest();
		this.asked = -1;
	}

	/** Drops everything, as when another plan is opened. */
	forget(): void {
		this.cancel();
		this.answer = null;
		this.failure = null;
		this.asked = -1;
	}

	private rest(): void {
		this.running = null;
		this.isAsking = false;
		this.editor.progress = { ...this.editor.progress, [this.question]: undefined };
	}
}
