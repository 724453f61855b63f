import { EVERY_CAMERA, type CameraFilter } from '../../src/lib/domain/camera-filter.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import type {
	Analysis,
	AnalysisEvent,
	AnalysisOptions,
	OnDemand,
	PackUrls,
	PlanTileLayer
} from '../../src/lib/workers/analysis-events.ts';

/** The door to no thread at all: keeps what it is told and answers when the test says so. */
export class FakeAnalysis implements Analysis {
	/** The plan as the threads would mirror it. */
	items = new Map<ItemId, Item>();
	options: AnalysisOptions | null = null;
	packs: PackUrls = { roads: null, buildings: null };
	filter = EVERY_CAMERA;
	hidden: readonly ItemId[] = [];
	number = -1;
	opened = 0;
	isClosed = false;
	private readonly listeners = new Set<(event: AnalysisEvent) => void>();

	open(items: Iterable<Item>, packs: PackUrls, options: AnalysisOptions, number: number): void {
		this.items = new Map([...items].map((item) => [item.id, item]));
		this.packs = packs;
		this.options = options;
		this.number = number;
		this.opened += 1;
	}

	change(put: readonly Item[], drop: readonly ItemId[], number: number): void {
		for (const id of drop) this.items.delete(id);
		for (const item of put) this.items.set(item.id, item);
		this.number = number;
	}

	assume(options: AnalysisOptions, number: number): void {
		this.options = options;
		this.number = number;
	}

	look(): void {}

	filterCameras(filter: CameraFilter): void {
		this.filter = filter;
	}

	hideCameras(ids: readonly ItemId[]): void {
		this.hidden = ids;
	}

	camerasWithin(): Promise<ItemId[]> {
		return Promise.resolve([]);
	}

	tile(_layer: PlanTileLayer): Promise<Uint8Array> {
		return Promise.resolve(new Uint8Array());
	}

	exportAnswer(question: 'gaps' | 'seal' | 'routes'): ReturnType<Analysis['exportAnswer']> {
		if (question === 'routes') return Promise.reject(new Error('no road data'));
		return Promise.resolve(new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'));
	}

	ask<Q extends keyof OnDemand>(
		question: Q,
		_input: OnDemand[Q]['ask'],
		_signal?: AbortSignal
	): Promise<OnDemand[Q]['answer']> {
		const answers: { [K in keyof OnDemand]?: OnDemand[K]['answer'] } = {
			areas: [],
			redundancy: { byWatchersM2: [0, 0, 0, 0], cameras: 0, critical: [], idle: [], idleAlone: 0 }
		};
		const answer = answers[question];
		return answer ? Promise.resolve(answer) : Promise.reject(new Error(`no answer to ${question}`));
	}

	listen(listener: (event: AnalysisEvent) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	close(): void {
		this.isClosed = true;
		this.listeners.clear();
	}

	/** Says what a thread would say. */
	say(event: AnalysisEvent): void {
		for (const listener of this.listeners) listener(event);
	}
}
