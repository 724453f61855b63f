import { CoverageModel } from '../analysis/coverage/coverage-model.ts';
import type { Item, ItemId } from '../domain/items.ts';
import { DutyBook } from '../domain/on-duty.ts';
import type { CameraGround } from '../formats/plan-tiles/sector-layer.ts';
import { CameraTiles } from '../formats/plan-tiles/camera-tiles.ts';
import { pieceTile, type GroundPiece } from '../formats/plan-tiles/piece-tiles.ts';
import { tileBbox } from '../formats/plan-tiles/tile-frame.ts';
import type { Bbox } from '../geo/coordinates.ts';
import type { AnalysisOptions } from './analysis-events.ts';
import { cameraGround } from './camera-ground.ts';
import { cameraMark } from './camera-mark.ts';
import { messageOf } from './message-of.ts';
import { TaskQueue } from './task-queue.ts';
import type { Post, Thread, ToThread } from './wire.ts';

/** Work between two breaths: short enough that a tile is never kept waiting. */
const SLICE_MS = 8;
/** Progress is told of work that takes longer than this, and then this often. */
const PROGRESS_MS = 150;

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
	private readonly queue = new TaskQueue(
		() => this.slice(),
		(error) => this.fail(error)
	);

	constructor(private readonly post: Post) {}

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
				this.model = new CoverageModel(message.options);
				this.model.open(this.items.values());
				this.begin(message.options);
				break;
			case 'change':
				this.number = message.number;
				this.change(message);
				break;
			case 'assume':
				this.number = message.number;
				this.model?.assume(message.options);
				this.begin(message.options);
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
				throw new Error(`no answer to ${message.question}`);
			case 'cancel':
				break;
		}
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
		this.run();
	}

	private run(): void {
		this.toldAt = performance.now();
		this.queue.start();
	}

	private change({ put, drop }: Extract<ToThread, { type: 'change' }>): void {
		if (!this.model || !this.options) return;
		const duty = new DutyBook(this.options.assumptions);
		let changed: Bbox | null = null;
		for (const id of drop) {
			this.items.delete(id);
			changed = union(changed, this.cameras.drop(id));
		}
		for (const item of put) {
			this.items.set(item.id, item);
			if (item.kind === 'camera') changed = union(changed, this.cameras.put(cameraMark(item, duty)));
		}
		if (changed) this.post({ type: 'tiles', number: this.number, layers: ['cameras'], bbox: changed });
		this.model.change(put, drop);
		this.run();
	}

	private slice(): boolean {
		const { model } = this;
		if (!model) return false;
		const { done, total, touched } = model.work(SLICE_MS, this.view);
		this.touched = union(this.touched, touched);
		if (done < total) {
			if (performance.now() - this.toldAt > PROGRESS_MS) {
				this.toldAt = performance.now();
				this.post({ type: 'progress', question: 'coverage', done, total });
			}
			return true;
		}
		const { number } = this;
		if (this.touched) {
			this.post({ type: 'tiles', number, layers: ['gaps', 'coverage'], bbox: this.touched });
			this.touched = null;
		}
		if (model.refusal) {
			this.post({ type: 'failed', question: 'coverage', message: model.refusal });
			return false;
		}
		this.post({
			type: 'coverage',
			number,
			answer: { summary: model.summary(), gaps: model.gaps(LISTED_GAPS) }
		});
		return false;
	}

	private groundOf(id: ItemId): readonly CameraGround[] {
		const item = this.items.get(id);
		return item?.kind === 'camera' && this.options ? cameraGround(item, this.options.assumptions) : [];
	}

	private tile({ layer, z, x, y }: Extract<ToThread, { type: 'tile' }>): Uint8Array {
		if (layer === 'cameras') return this.cameras.tile(z, x, y);
		if (layer === 'unseen' || layer === 'watchers' || !this.model) return new Uint8Array(0);
		const pieces: GroundPiece[] = [];
		this.model.forEachPiece(
			tileBbox(z, x, y),
			(piece) => pieces.push(piece),
			layer === 'coverage' ? 'covered' : 'gaps'
		);
		return pieceTile(layer, pieces, z, x, y);
	}

	private export(request: number): void {
		const { model } = this;
		if (!model) throw new Error('no plan is open');
		// an answer of half the cells would be wrong: finish first
		for (;;) {
			const { done, total } = model.work(Infinity);
			if (done >= total) break;
		}
		this.post({ type: 'exported', request, answer: model.answer() });
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
