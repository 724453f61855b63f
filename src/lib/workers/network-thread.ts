import type { Walls } from '../analysis/coverage/walls.ts';
import { routeFeatures } from '../analysis/road-gaps/route-features.ts';
import { sealFeatures } from '../analysis/sealing/seal-features.ts';
import { SealMemory } from '../analysis/sealing/seal-memory.ts';
import { seal, sealAdvice, sealVerdicts, type SealOptions } from '../analysis/sealing/seal.ts';
import { prepareRoads, type Roads } from '../network/roads.ts';
import type { Item, Kind } from '../domain/items.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { SealAdvice, SealAnswer } from '../domain/findings/sealing.ts';
import { UnseenTiles } from '../formats/plan-tiles/unseen-tiles.ts';
import { decodeRoadGraph } from '../network/graph-file.ts';
import type { AnalysisOptions, Question } from './analysis-events.ts';
import { SLICE_MS } from './breath.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { fileBytes } from './file-bytes.ts';
import { loadWalls } from './load-walls.ts';
import { messageOf } from './message-of.ts';
import { RoutesWork } from './routes-work.ts';
import { TaskQueue } from './task-queue.ts';
import type { Post, Thread, ToThread } from './wire.ts';

/** What takes longer is not worked out while something is dragged. */
const PACE = {
	/** How long rings and checkpoints lie still before depth and suggestions are worked out. */
	adviceRestMs: 60,
	/** How long the plan lies still before the unwatched roads are measured. */
	routesRestMs: 250,
	/** Work between two breaths. */
	sliceMs: SLICE_MS
};

const SEAL_KINDS: ReadonlySet<Kind> = new Set(['control-ring', 'checkpoint']);
const ROUTE_KINDS: ReadonlySet<Kind> = new Set([
	'camera',
	'patrol-zone',
	'patrol-route',
	'area',
	'control-ring'
]);

/**
 * Keeps the roads of a plan answered: what the rings leave open, and which roads nobody sees.
 *
 * The verdict on the rings comes first, at once, for the newest state there is; depth and suggestions follow
 * when the rings lie still, bit by bit, and are given up as soon as the rings change again.
 */
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
	private isAdviceStale = false;
	private areRoutesStale = false;
	private changedAt = 0;
	private ringsChangedAt = 0;
	/** Depth and suggestions under way; null where they have not been begun. */
	private advice: Iterator<void, SealAdvice> | null = null;
	/** Number of the state that the last answer of each question is of. */
	private sealedAs = -1;
	private advisedAs = -1;
	private routedAs = -1;
	private readonly work: RoutesWork;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly queue = new TaskQueue(
		() => this.slice(),
		(error) => this.post({ type: 'failed', question: 'seal', message: messageOf(error) })
	);

	constructor(
		private readonly post: Post,
		private readonly load: (url: string) => Promise<ArrayBuffer> = fetchBytes,
		private readonly pace = PACE,
		wallsOf: (url: string) => Promise<Walls> = loadWalls
	) {
		this.work = new RoutesWork(wallsOf, () => this.measureAgain());
	}

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
				// crossings of another plan are numbered anew
				this.memory = this.roads && new SealMemory(this.roads);
				this.showUnseen();
				void this.work.openWalls(message.packs.buildings);
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
		this.work.giveUp();
		this.changedAt = this.ringsChangedAt = -Infinity;
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
		if (SEAL_KINDS.has(item.kind)) {
			this.isSealStale = true;
			this.ringsChangedAt = performance.now();
		}
		if (ROUTE_KINDS.has(item.kind)) {
			this.areRoutesStale = true;
			this.work.giveUp();
		}
	}

	private measureAgain(): void {
		this.areRoutesStale = true;
		this.work.giveUp();
		this.queue.start();
	}

	private slice(): boolean {
		const { roads, memory, options, number } = this;
		if (!roads || !memory || !options) return false;
		if (this.isSealStale) {
			this.isSealStale = false;
			this.isAdviceStale = true;
			this.advice = null;
			const answer = sealVerdicts(roads, this.items.values(), sealOptions(options), memory);
			this.sealedAs = number;
			this.post({ type: 'seal', number, answer });
			return true;
		}
		this.sealedAs = this.hold('seal', this.sealedAs);
		const wait = this.advise(roads, memory, options) ?? this.answerRoutes(roads, options);
		if (wait === 0) return true;
		clearTimeout(this.timer);
		if (wait < Infinity) this.timer = setTimeout(() => this.queue.start(), wait);
		return false;
	}

	/** Works on depth and suggestions for a few milliseconds. Milliseconds to wait first; null where they are known. */
	private advise(roads: Roads, memory: SealMemory, options: AnalysisOptions): number | null {
		if (!this.isAdviceStale) {
			this.advisedAs = this.hold('advice', this.advisedAs);
			return null;
		}
		const wait = this.ringsChangedAt + this.pace.adviceRestMs - performance.now();
		if (wait > 0) return wait;
		this.advice ??= sealAdvice(roads, this.items.values(), sealOptions(options), memory);
		const until = performance.now() + this.pace.sliceMs;
		do {
			const step = this.advice.next();
			if (!step.done) continue;
			this.advice = null;
			this.isAdviceStale = false;
			this.advisedAs = this.number;
			this.post({ type: 'advice', number: this.number, answer: step.value });
			break;
		} while (performance.now() < until);
		return 0;
	}

	/** Works on the roads nobody sees for a few milliseconds. Milliseconds to wait first; Infinity where they are known. */
	private answerRoutes(roads: Roads, options: AnalysisOptions): number {
		if (!this.areRoutesStale) {
			this.routedAs = this.hold('routes', this.routedAs);
			return Infinity;
		}
		const wait = this.changedAt + this.pace.routesRestMs - performance.now();
		if (wait > 0) return wait;
		// they call when they have come
		if (this.work.waitsForWalls(options)) return Infinity;
		const answer = this.work.step(roads, () => [...this.items.values()], options);
		if (answer === null) {
			const { looked } = this.work;
			if (looked !== null) {
				this.post({ type: 'progress', question: 'routes', done: looked, total: this.items.size + 1 });
				this.work.looked = null;
			}
			return 0;
		}
		this.areRoutesStale = false;
		this.routes = answer;
		this.routedAs = this.number;
		this.showUnseen();
		this.post({ type: 'routes', number: this.number, answer: this.routes });
		return 0;
	}

	/** Says that the last answer to `question`, of state `answered`, holds for this state too; the state it now is of. */
	private hold(question: Question, answered: number): number {
		if (answered < this.number) this.post({ type: 'holds', question, number: this.number });
		return Math.max(answered, this.number);
	}

	private seal(roads: Roads, options: AnalysisOptions): SealAnswer {
		return seal(roads, this.items.values(), sealOptions(options), this.memory ?? undefined);
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
				? sealFeatures(this.seal(roads, options), options.seal)
				: routeFeatures(this.work.all(roads, [...this.items.values()], options));
		const bytes = fileBytes(answer);
		this.post({ type: 'exported', request, bytes }, [bytes.buffer]);
	}
}

function sealOptions({ assumptions, seal: view }: AnalysisOptions): SealOptions {
	return { ...view, assumptions, suggest: true };
}
