import type { CellPool } from '../analysis/coverage/cell-pool.ts';
import { CoverageModel, type CoverageOptions } from '../analysis/coverage/coverage-model.ts';
import type { RedundancyWork } from '../analysis/coverage/redundancy.ts';
import type { Walls } from '../analysis/coverage/walls.ts';
import type { Item, ItemId } from '../domain/items.ts';
import { DutyBook } from '../domain/on-duty.ts';
import type { CameraGround } from '../formats/plan-tiles/sector-layer.ts';
import { CameraTiles } from '../formats/plan-tiles/camera-tiles.ts';
import type { Bbox } from '../geo/coordinates.ts';
import type { AnalysisOptions } from './analysis-events.ts';
import { cameraGround } from './camera-ground.ts';
import { cameraMark } from './camera-mark.ts';
import { fileBytes } from './file-bytes.ts';
import { groundTile } from './ground-tile.ts';
import { messageOf } from './message-of.ts';
import { TaskQueue } from './task-queue.ts';
import type { Post, Thread, ToThread } from './wire.ts';

/** Work between two breaths: short enough that a tile is never kept waiting. */
const SLICE_MS = 8;
/** Progress is told of work that takes longer than this, and then this often. */
const PROGRESS_MS = 150;
/** The list of gaps follows when nothing was changed for this long; figures and tiles at once. */
const LIST_REST_MS = 150;

/** Gaps that go over with each answer, the largest; the summary counts them all. */
const LISTED_GAPS = 5000;

/** Keeps the ground of a plan answered: coverage, gaps, and the tiles of both and of the cameras. */
export class CoverageThread implements Thread {
	private model: CoverageModel | null = null;
	private options: AnalysisOptions | null = null;
	private readonly items = new Map<Item['id'], Item>();
	private readonly cameras = new CameraTiles((id) => this.groundOf(id));
	private number = -1;
	private view: Bbox | undefined;
	private touched: Bbox | null = null;
	private toldAt = 0;
	private changedAt = -Infinity;
	private isListStale = false;
	/** Redundancy answers that are waited for; an edit begins them anew. */
	private asked: { request: number; work: RedundancyWork | null }[] = [];
	private timer: ReturnType<typeof setTimeout> | undefined;
	private walls: Walls | null = null;
	private wallsFrom: string | null = null;
	/** Buildings on their way, and the number of the plan that waits for them. */
	private loading: Promise<Walls | null> | null = null;
	private opening = -1;
	private readonly queue = new TaskQueue(
		() => this.slice(),
		(error) => this.fail(error)
	);

	constructor(
		private readonly post: Post,
		private readonly loadWalls: (url: string) => Promise<Walls>,
		/** Threads that work cells out with this one; absent: none. */
		private readonly pool: CellPool | null = null
	) {}

	receive(message: ToThread): void {
		try {
			this.hear(message);
		} catch (error) {
			if ('request' in message) {
				this.post({ type: 'refused', request: message.request, message: messageOf(error) });
			} else this.fail(error);
		}
	}

	private hear(message: ToThread): void {
		switch (message.type) {
			case 'open':
				this.number = message.number;
				this.items.clear();
				for (const item of message.items) this.items.set(item.id, item);
				this.options = message.options;
				void this.open(message.packs.buildings, message.number);
				break;
			case 'change':
				this.number = message.number;
				this.change(message);
				break;
			case 'assume':
				this.number = message.number;
				this.model?.assumeInSteps(this.coverageOptions(message.options));
				this.begin(message.options);
				this.tellFigures();
				break;
			case 'view':
				this.view = message.bbox;
				break;
			case 'tile': {
				const bytes = this.tile(message);
				this.post({ type: 'tile-bytes', request: message.request, bytes }, [bytes.buffer]);
				break;
			}
			case 'filter':
				if (!this.cameras.filter(message.filter)) break;
				this.post({ type: 'tiles', number: this.number, layers: ['cameras'], bbox: WORLD });
				break;
			case 'hide':
				if (!this.cameras.hide(message.ids)) break;
				this.post({ type: 'tiles', number: this.number, layers: ['cameras'], bbox: WORLD });
				break;
			case 'pick-box':
				this.post({
					type: 'picked',
					request: message.request,
					answer: this.cameras.idsWithin(message.corners)
				});
				break;
			case 'export':
				this.export(message.request);
				break;
			case 'ask':
				this.answer(message);
				break;
			case 'cancel':
				this.asked = this.asked.filter(({ request }) => request !== message.request);
				break;
		}
	}

	/** Opens the items once the buildings are there; without them sight is taken as open. */
	private async open(buildings: string | null, number: number): Promise<void> {
		this.model = null;
		this.opening = number;
		if (buildings !== this.wallsFrom) {
			this.wallsFrom = buildings;
			this.walls = null;
			this.loading = buildings === null ? null : this.loadWalls(buildings).catch(() => null);
		}
		if (this.loading) {
			const walls = await this.loading;
			// another plan may have been opened meanwhile; a change of this one is in the items already
			if (this.opening !== number) return;
			this.walls = walls;
			this.loading = null;
		}
		const { options } = this;
		if (!options) return;
		this.model = new CoverageModel(this.coverageOptions(options));
		this.model.openInSteps(this.items.values());
		this.begin(options);
	}

	private coverageOptions(options: AnalysisOptions): CoverageOptions {
		const { assumptions, by, minAreaM2, occlusion } = options;
		return { assumptions, by, minAreaM2, walls: occlusion ? this.walls : null };
	}

	private wallsNow(): Walls | null {
		return this.options?.occlusion ? this.walls : null;
	}

	/** All tiles anew, and the ground answered under `options`. */
	private begin(options: AnalysisOptions): void {
		this.options = options;
		const duty = new DutyBook(options.assumptions);
		this.cameras.open(
			[...this.items.values()].flatMap((item) => (item.kind === 'camera' ? [cameraMark(item, duty)] : []))
		);
		this.post({ type: 'tiles', number: this.number, layers: ['cameras'], bbox: WORLD });
		this.touched = WORLD;
		this.askAnew();
		this.changedAt = -Infinity;
		this.run();
	}

	private run(): void {
		this.toldAt = performance.now();
		this.isListStale = true;
		this.queue.start();
	}

	private change({ put, drop }: Extract<ToThread, { type: 'change' }>): void {
		for (const id of drop) this.items.delete(id);
		for (const item of put) this.items.set(item.id, item);
		if (!this.model || !this.options) return;
		const duty = new DutyBook(this.options.assumptions);
		let changed: Bbox | null = null;
		for (const id of drop) changed = union(changed, this.cameras.drop(id));
		for (const item of put) {
			if (item.kind === 'camera') changed = union(changed, this.cameras.put(cameraMark(item, duty)));
		}
		if (changed) this.post({ type: 'tiles', number: this.number, layers: ['cameras'], bbox: changed });
		this.model.change(put, drop);
		this.askAnew();
		this.changedAt = performance.now();
		this.run();
	}

	/** What was reckoned of the plan as it stood speaks of another plan now. */
	private askAnew(): void {
		for (const asked of this.asked) asked.work = null;
	}

	private slice(): boolean {
		const { model, number } = this;
		if (!model) return false;
		this.pool?.feed(model, this.view);
		const { done, total, touched } = model.work(SLICE_MS, this.view);
		this.touched = union(this.touched, touched);
		if (done < total) {
			if (performance.now() - this.toldAt > PROGRESS_MS) {
				this.toldAt = performance.now();
				this.post({ type: 'progress', question: 'coverage', done, total });
			}
			return true;
		}
		if (this.touched) {
			const layers = ['gaps', 'coverage', 'watchers'] as const;
			this.post({ type: 'tiles', number, layers: [...layers], bbox: this.touched });
			this.touched = null;
		}
		if (model.refusal) {
			const message = model.refusal;
			this.post({ type: 'failed', question: 'coverage', message });
			for (const { request } of this.asked) this.post({ type: 'refused', request, message });
			this.asked = [];
			return false;
		}
		if (!this.isListStale) return this.goOn(model);
		const rest = this.changedAt + LIST_REST_MS - performance.now();
		if (rest > 0) {
			this.tellFigures();
			clearTimeout(this.timer);
			this.timer = setTimeout(() => this.queue.start(), rest);
			return false;
		}
		this.isListStale = false;
		const answer = {
			summary: model.summary(),
			gaps: model.gaps(LISTED_GAPS),
			withBuildings: this.wallsNow() !== null
		};
		this.post({ type: 'coverage', number, answer });
		return this.asked.length > 0;
	}

	private tellFigures(): void {
		const { model, number } = this;
		if (model && !model.refusal) this.post({ type: 'figures', number, summary: model.summary() });
	}

	private groundOf(id: ItemId): readonly CameraGround[] {
		const item = this.items.get(id);
		return item?.kind === 'camera' && this.options
			? cameraGround(item, this.options.assumptions, this.wallsNow())
			: [];
	}

	private tile({ layer, z, x, y }: Extract<ToThread, { type: 'tile' }>): Uint8Array {
		if (layer === 'cameras') return this.cameras.tile(z, x, y);
		if (layer === 'unseen' || !this.model) return new Uint8Array(0);
		return groundTile(this.model, layer, z, x, y);
	}

	private export(request: number): void {
		const model = this.finished();
		const bytes = fileBytes(model.answer());
		this.post({ type: 'exported', request, bytes }, [bytes.buffer]);
	}

	private answer({ question, request }: Extract<ToThread, { type: 'ask' }>): void {
		if (question === 'areas') {
			this.post({ type: 'answered', request, answer: this.finished().byArea() });
			return;
		}
		this.asked.push({ request, work: null });
		this.queue.start();
	}

	/** Goes on with the first redundancy answer that is waited for; false where none is. */
	private goOn(model: CoverageModel): boolean {
		const [first] = this.asked;
		if (!first) return false;
		first.work ??= model.redundancy();
		const { done, total } = first.work.step(SLICE_MS);
		this.post({ type: 'progress', question: 'redundancy', done, total });
		if (done < total) return true;
		this.asked.shift();
		this.post({ type: 'answered', request: first.request, answer: first.work.result() });
		return this.asked.length > 0;
	}

	/** The model with all its work done: an answer of half the cells would be wrong. */
	private finished(): CoverageModel {
		const { model } = this;
		if (!model) throw new Error('no plan is open');
		for (;;) {
			const { done, total } = model.work(Infinity);
			if (done >= total) return model;
		}
	}

	private fail(error: unknown): void {
		this.post({ type: 'failed', question: 'coverage', message: messageOf(error) });
	}
}

const WORLD: Bbox = [-180, -90, 180, 90];

function union(a: Bbox | null, b: Bbox | null): Bbox | null {
	if (!a || !b) return a ?? b;
	return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
