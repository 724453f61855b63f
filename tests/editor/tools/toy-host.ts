import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import type { Problem } from '../../../src/lib/domain/problem.ts';
import type { Taking } from '../../../src/lib/editor/combine-ids.ts';
import { Editor } from '../../../src/lib/editor/editor.svelte.ts';
import type { Selection } from '../../../src/lib/editor/selection.ts';
import type { Sketch } from '../../../src/lib/editor/sketch.ts';
import type { SnapContext, Snapped } from '../../../src/lib/editor/snapping/snapped.ts';
import { cameraHandles } from '../../../src/lib/editor/tools/camera-handles.ts';
import type { Hit } from '../../../src/lib/editor/tools/choose-hit.ts';
import { NO_PACKS } from '../../support/plan-samples.ts';
import type { PointerTool, ToolHost } from '../../../src/lib/editor/tools/pointer-tool.ts';
import type { LngLat, Px } from '../../../src/lib/geo/coordinates.ts';
import type { Analysis } from '../../../src/lib/workers/analysis-events.ts';

/** One pixel is 1e-5 degree both ways; (0, 0) of the screen is 71.4 east, 51.2 north. */
export const at = (px: number, py: number): LngLat => [
	Math.round((71.4 + px * 1e-5) * 1e7) / 1e7,
	Math.round((51.2 - py * 1e-5) * 1e7) / 1e7
];

/** A map without a map: points are hit within 6 pixels, the rest of the host writes down what it is told. */
export class ToyHost implements ToolHost {
	readonly editor: Editor;
	readonly told: string[] = [];
	readonly ghosts: (LngLat | null)[] = [];
	offered: Selection[] = [];
	readonly boxes: (readonly [Px, Px] | null)[] = [];
	readonly picked: { polygon: readonly Px[]; taking: Taking }[] = [];
	refused: Problem | null = null;
	snapTo: LngLat | null = null;
	camerasShown = true;
	extraHits: Hit[] = [];
	/** What the thread answers to a question; without it nobody can be asked. */
	answer: ((question: string, input: unknown) => unknown) | null = null;

	constructor(items: readonly Item[]) {
		this.editor = new Editor(
			silentAnalysis(this.told, (question, input) => {
				if (!this.answer) throw new Error('nobody to ask');
				return this.answer(question, input);
			})
		);
		const plan = { header: { format: 1 as const, name: 'Toy' }, items: new Map(items.map((i) => [i.id, i])) };
		this.editor.open(plan, null, NO_PACKS);
		this.told.length = 0;
	}

	project([lng, lat]: LngLat): Px {
		return { px: (lng - 71.4) * 1e5, py: (51.2 - lat) * 1e5 };
	}

	unproject({ px, py }: Px): LngLat {
		return [71.4 + px * 1e-5, 51.2 - py * 1e-5];
	}

	hits(p: Px): Hit[] {
		const found: Hit[] = [];
		for (const item of this.editor.shown.items.values()) {
			if (item.geometry.type !== 'Point') continue;
			const place = this.project(item.geometry.coordinates as unknown as LngLat);
			if (Math.hypot(place.px - p.px, place.py - p.py) <= 6) {
				found.push({ selection: { what: 'item', id: item.id }, extent: 'place' });
			}
		}
		return [...found, ...this.extraHits];
	}

	handleAt(p: Px) {
		const item = this.editor.selectedItem;
		if (item?.kind !== 'camera') return null;
		return (
			cameraHandles(item).find((handle) => {
				const place = this.project(handle.at);
				return Math.hypot(place.px - p.px, place.py - p.py) <= 6;
			}) ?? null
		);
	}

	snap = (): LngLat | null => this.snapTo;
	place = ({ px, py }: Px, _about?: SnapContext): Snapped => ({ at: at(px, py), to: null, guides: [] });
	middle = (): Px => ({ px: 400, py: 300 });
	readonly snaps: (Snapped | null)[] = [];
	readonly sketches: (Sketch | null)[] = [];
	showSnap = (snapped: Snapped | null): void => void this.snaps.push(snapped);
	showSketch = (sketch: Sketch | null): void => void this.sketches.push(sketch);
	showsCameras = (): boolean => this.camerasShown;
	showGhost = (place: LngLat | null): void => void this.ghosts.push(place);
	showBox = (box: readonly [Px, Px] | null): void => void this.boxes.push(box);
	pickWithin = (polygon: readonly Px[], taking: Taking): void => void this.picked.push({ polygon, taking });
	offer = (selections: Selection[]): void => void (this.offered = selections);
	readonly words: string[] = [];
	tell = (words: string): void => void this.words.push(words);
	refuse = (problem: Problem): void => void (this.refused = problem);

	/** Where an item stands on screen, in whole pixels. */
	placeOf(id: string): Px {
		const item = this.editor.plan.items.get(id as ItemId);
		const { px, py } = this.project(item?.geometry.coordinates as unknown as LngLat);
		return { px: Math.round(px), py: Math.round(py) };
	}
}

/** Presses at the first place, moves through the others and lets go at the last. */
export function drag(tool: PointerTool, ...path: [number, number][]): boolean {
	const [first, ...rest] = path.map(([px, py]) => ({ px, py }));
	const isTaken = tool.down(first as Px);
	for (const p of rest) tool.move(p);
	tool.up(rest.at(-1) ?? (first as Px));
	return isTaken;
}

/** An item that stands at a pixel of the toy screen. */
export function pointItem<K extends 'checkpoint' | 'camera' | 'station'>(
	kind: K,
	id: string,
	px: number,
	py: number,
	properties: object = {}
): Extract<Item, { kind: K }> {
	const item = {
		id,
		kind,
		rank: Number(id.replace(/\D/g, '')),
		geometry: { type: 'Point', coordinates: [...at(px, py)] },
		properties
	};
	return item as unknown as Extract<Item, { kind: K }>;
}

function silentAnalysis(told: string[], answer: (question: string, input: unknown) => unknown): Analysis {
	return {
		open: () => undefined,
		change: (put, drop) => void told.push(`put ${put.map(({ id }) => id)} drop ${drop}`),
		assume: () => undefined,
		look: () => undefined,
		filterCameras: () => undefined,
		hideCameras: () => undefined,
		camerasWithin: () => Promise.resolve([]),
		tile: () => Promise.resolve(new Uint8Array(0)),
		exportAnswer: () => Promise.reject(new Error('nothing to export')),
		ask: async (question, input) => (await answer(question, input)) as never,
		listen: () => () => undefined,
		close: () => undefined
	};
}
