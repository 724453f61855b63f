import { answerRoutes } from '../analysis/road-gaps/answer-routes.ts';
import { routeFeatures } from '../analysis/road-gaps/route-features.ts';
import { sealFeatures } from '../analysis/sealing/seal-features.ts';
import { SealMemory } from '../analysis/sealing/seal-memory.ts';
import { seal } from '../analysis/sealing/seal.ts';
import { prepareRoads, type Roads } from '../network/roads.ts';
import type { Item, Kind } from '../domain/items.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { SealAnswer } from '../domain/findings/sealing.ts';
import { UnseenTiles } from '../formats/plan-tiles/unseen-tiles.ts';
import { decodeRoadGraph } from '../network/graph-file.ts';
import type { AnalysisOptions } from './analysis-events.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { fileBytes } from './file-bytes.ts';
import { messageOf } from './message-of.ts';
import { TaskQueue } from './task-queue.ts';
import type { Post, Thread, ToThread } from './wire.ts';

/** How long the plan must lie still before the unwatched roads are measured again. */
const ROUTES_REST_MS = 250;

const SEAL_KINDS: ReadonlySet<Kind> = new Set(['control-ring', 'checkpoint']);
const ROUTE_KINDS: ReadonlySet<Kind> = new Set([
	'camera',
	'patrol-zone',
	'patrol-route',
	'area',
	'control-ring'
]);

/** Keeps the roads of a plan answered: what the rings leave open, and which roads nobody sees. */
export class NetworkThread implements Thread {
	private readonly items = new Map<Item['id'], Item>();
	private options: AnalysisOptions | null = null;
	private roads: Roads | null = null;
	private roadsFrom: string | null = null;
	private memory: SealMemory | null = null;
	private routes: RoutesAnswer | null = null;
	private unseen = new UnseenTiles([]);
	private number = -1;
	private isSealStale = false;
	private areRoutesStale = false;
	private changedAt = 0;
	/** Number of the state that the last answer of each question is of. */
	private sealedAs = -1;
	private routedAs = -1;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly queue = new TaskQueue(
		() => this.slice(),
		(error) => this.post({ type: 'failed', question: 'seal', message: messageOf(error) })
	);

	constructor(
		private readonly post: Post,
		private readonly load: (url: string) => Promise<ArrayBuffer> = fetchBytes
	) {}

	receive(message: ToThread): void {
		try {
			this.hear(message);
		} catch (error) {
			if ('request' in message) {
				this.post({ type: 'refused', request: message.request, message: messageOf(error) });
			} else this.post({ type: 'failed', question: 'seal', message: messageOf(error) });
		}
	}

	private hear(message: ToThread): void {
		switch (message.type) {
			case 'open':
				this.number = message.number;
				this.options = message.options;
				this.items.clear();
				for (const item of message.items) this.items.set(item.id, item);
				this.routes = null;
				this.showUnseen();
				void this.openRoads(message.packs.roads);
				break;
			case 'change':
				this.number = message.number;
				this.change(message);
				break;
			case 'assume':
				this.number = message.number;
				this.options = message.options;
				this.begin();
				break;
			case 'tile': {
				const bytes = this.unseen.tile(message.z, message.x, message.y);
				this.post({ type: 'tile-bytes', request: message.request, bytes }, [bytes.buffer]);
				break;
			}
			case 'export':
				this.export(message);
				break;
			case 'ask':
			case 'view':
			case 'cancel':
				break;
		}
	}

	private async openRoads(url: string | null): Promise<void> {
		if (url !== this.roadsFrom) {
			this.roads = null;
			this.roadsFrom = url;
			if (url === null) return;
			try {
				this.post({ type: 'progress', question: 'roads', done: 0, total: 1 });
				const roads = prepareRoads(decodeRoadGraph(await this.load(url)));
				// another plan may have been opened over another region meanwhile
				if (this.roadsFrom !== url) return;
				this.roads = roads;
				this.memory = new SealMemory(roads);
				this.post({ type: 'progress', question: 'roads', done: 1, total: 1 });
			} catch (error) {
				if (this.roadsFrom !== url) return;
				this.roadsFrom = null;
				this.post({ type: 'failed', question: 'roads', message: messageOf(error) });
				return;
			}
		}
		this.begin();
	}

	private begin(): void {
		this.isSealStale = true;
		this.areRoutesStale = true;
		this.changedAt = -Infinity;
		this.queue.start();
	}

	private change({ put, drop }: Extract<ToThread, { type: 'change' }>): void {
		for (const id of drop) {
			this.touch(this.items.get(id));
			this.items.delete(id);
		}
		for (const item of put) {
			this.touch(this.items.get(item.id));
			this.touch(item);
			this.items.set(item.id, item);
		}
		this.changedAt = performance.now();
		this.queue.start();
	}

	private touch(item: Item | undefined): void {
		if (!item) return;
		if (SEAL_KINDS.has(item.kind)) this.isSealStale = true;
		if (ROUTE_KINDS.has(item.kind)) this.areRoutesStale = true;
	}

	private slice(): boolean {
		const { roads, options, number } = this;
		if (!roads || !options) return false;
		if (this.isSealStale) {
			this.isSealStale = false;
			this.post({ type: 'seal', number, answer: this.seal(roads, options) });
			this.sealedAs = number;
			return true;
		}
		if (this.sealedAs < number) {
			this.sealedAs = number;
			this.post({ type: 'holds', question: 'seal', number });
		}
		if (!this.areRoutesStale) {
			if (this.routedAs < number) {
				this.routedAs = number;
				this.post({ type: 'holds', question: 'routes', number });
			}
			return false;
		}
		const rest = this.changedAt + ROUTES_REST_MS - performance.now();
		if (rest > 0) {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => this.queue.start(), rest);
			return false;
		}
		this.areRoutesStale = false;
		this.routes = this.measure(roads, options);
		this.routedAs = number;
		this.showUnseen();
		this.post({ type: 'routes', number, answer: this.routes });
		return true;
	}

	private seal(roads: Roads, { assumptions, seal: view }: AnalysisOptions): SealAnswer {
		const options = { ...view, assumptions, suggest: true };
		return seal(roads, this.items.values(), options, this.memory ?? undefined);
	}

	private measure(roads: Roads, { assumptions, by }: AnalysisOptions): RoutesAnswer {
		return answerRoutes(roads, [...this.items.values()], assumptions, by);
	}

	private showUnseen(): void {
		this.unseen = new UnseenTiles(this.routes?.stretches ?? []);
		this.post({ type: 'tiles', number: this.number, layers: ['unseen'], bbox: [-180, -90, 180, 90] });
	}

	private export({ question, request }: Extract<ToThread, { type: 'export' }>): void {
		const { roads, options } = this;
		if (!roads || !options) throw new Error('no road graph is open');
		const answer =
			question === 'seal'
				? sealFeatures(this.seal(roads, options))
				: routeFeatures(this.measure(roads, options));
		const bytes = fileBytes(answer);
		this.post({ type: 'exported', request, bytes }, [bytes.buffer]);
	}
}
