import type { Item, ItemId } from '../domain/items.ts';
import type { ThreadPort } from './analysis-client.ts';
import type { AnalysisOptions, PackUrls } from './analysis-events.ts';
import { piecesOf } from './pieces.ts';
import type { Post, Thread, ToThread } from './wire.ts';

/**
 * Stands before a thread and sends studies to a thread of their own, so that long ones never keep that
 * one waiting. The other is started with the first study and told of the plan from then on.
 */
export class StudyDoor implements Thread {
	private readonly items = new Map<ItemId, Item>();
	private plan: { packs: PackUrls; options: AnalysisOptions; number: number } | null = null;
	private studies: ThreadPort | null = null;

	constructor(
		private readonly thread: Thread,
		private readonly post: Post,
		private readonly start: () => ThreadPort
	) {}

	receive(message: ToThread): void {
		if (message.type === 'ask') {
			this.door().postMessage(message);
			return;
		}
		this.mirror(message);
		if (message.type === 'open') this.feed();
		else if (message.type === 'change' || message.type === 'assume' || message.type === 'cancel') {
			this.studies?.postMessage(message);
		}
		this.thread.receive(message);
	}

	private mirror(message: ToThread): void {
		if (message.type === 'open') {
			this.items.clear();
			for (const item of message.items) this.items.set(item.id, item);
			const { packs, options, number } = message;
			this.plan = { packs, options, number };
		} else if (message.type === 'change') {
			for (const id of message.drop) this.items.delete(id);
			for (const item of message.put) this.items.set(item.id, item);
			if (this.plan) this.plan.number = message.number;
		} else if (message.type === 'assume' && this.plan) {
			this.plan.options = message.options;
			this.plan.number = message.number;
		}
	}

	private door(): ThreadPort {
		if (this.studies) return this.studies;
		this.studies = this.start();
		this.studies.addEventListener('message', ({ data }) => this.post(data));
		this.feed();
		return this.studies;
	}

	private feed(): void {
		if (!this.studies || !this.plan) return;
		const { number } = this.plan;
		for (const items of piecesOf(this.items.values())) {
			this.studies.postMessage({ type: 'gather', items, number });
		}
		this.studies.postMessage({ type: 'open', items: [], ...this.plan });
	}
}
