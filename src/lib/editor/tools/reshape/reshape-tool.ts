import type { Edit } from '../../../domain/edit.ts';
import type { Item } from '../../../domain/items.ts';
import { insertCorner } from '../../../domain/operations/insert-corner.ts';
import { moveSide } from '../../../domain/operations/move-corner.ts';
import type { Problem } from '../../../domain/problem.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import type { KeyPress } from '../../commands/keys.ts';
import type { Snapped } from '../../snapping/snapped.ts';
import { arrowStep } from '../arrow-step.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from '../pointer-tool.ts';
import { rounded } from '../../../geo/rounded.ts';
import { gripAt, hasCorners, type Grip } from './grips.ts';
import { moveCorners } from './move-corners.ts';
import { removeCorners } from './remove-corners.ts';
import { reshapeSketch } from './reshape-sketch.ts';
import { besides, cornerAtPlace, cornersOf, endsOf, placeKey, sharersByPlace } from './shape-corners.ts';

interface Drag {
	readonly from: Px;
	readonly grip: Grip;
	/** Corners that move, in the order of the picked ones. */
	readonly corners: readonly LngLat[];
	isMoving: boolean;
	/** The last edit that was sound, and where the corners are after it. */
	edit: Edit | null;
	to: readonly LngLat[];
	/** Why the place under the pointer cannot be. */
	problem: Problem | null;
}

/** Arrow keys move picked corners by so many pixels, with Shift by ten times that. */
const STEP_PX = 1;

/**
 * Edits the outline of the selected thing, holes and parts too. A drag on a corner moves it, on a side the side, on the
 * middle of a side sets a corner there; what neighbours share goes along, unless Ctrl is held. Alt is free of everything near.
 * Shift and a click pick several corners, which move together; Alt and a click, Delete or a double click take one out; a
 * double click on a side sets one. Tab walks through the corners, arrows move them. Every drag is one edit; what cannot be
 * stays at the last place where it could, and the reason is said.
 */
export class ReshapeTool implements PointerTool {
	private pressed: Px | null = null;
	private drag: Drag | null = null;
	private picked: readonly LngLat[] = [];

	constructor(private readonly host: ToolHost) {}

	private get item(): Item | null {
		const { selection, plan } = this.host.editor;
		const item = selection?.what === 'item' ? plan.items.get(selection.id) : null;
		return hasCorners(item) ? item : null;
	}

	begin(): void {
		this.look();
	}

	/** The plan, what is picked out, or what is in view is another. */
	follow(): void {
		if (!this.drag) this.look();
	}

	down(p: Px, press: Press = PLAIN): boolean {
		this.pressed = p;
		const item = this.item;
		const grip = item && gripAt(item, this.host, p, press.touch);
		if (!item || !grip) return false;
		this.drag = {
			from: p,
			grip,
			corners: this.cornersHeld(item, grip),
			isMoving: false,
			edit: null,
			to: [],
			problem: null
		};
		return true;
	}

	move(p: Px, press: Press = PLAIN): void {
		const { drag, item } = this;
		if (!drag || !item) return;
		if (!drag.isMoving && !isDragged(drag.from, p)) return;
		drag.isMoving = true;
		const { result, to, snapped } = this.attempt(item, drag, p, press);
		this.host.showSnap(snapped);
		if (isRefusal(result)) {
			drag.problem = result.problem;
			this.host.refuse(result.problem);
		} else {
			drag.edit = result;
			drag.to = to;
			drag.problem = null;
			this.host.tell('');
			this.host.editor.showPreview(result);
		}
		this.look();
	}

	up(p: Px, press: Press = PLAIN): void {
		const { drag, pressed } = this;
		if (drag && (drag.isMoving || isDragged(drag.from, p))) {
			this.move(p, press);
			this.settle(drag);
		} else if (drag) {
			this.drag = null;
			this.clickGrip(drag.grip, press);
		} else if (pressed && !isDragged(pressed, p)) this.clickAway(p);
		this.pressed = this.drag = null;
		this.look();
	}

	double(p: Px, press: Press = PLAIN): boolean {
		const item = this.item;
		const grip = item && gripAt(item, this.host, p, press.touch);
		if (!item || !grip) return false;
		if (grip.what === 'corner') this.remove([grip.place]);
		else if (this.act(insertCorner(this.host.editor.plan, item.id, grip.at, grip.place))) {
			this.picked = [grip.place];
		}
		this.look();
		return true;
	}

	key(press: KeyPress): boolean {
		const { key } = press;
		if (press.ctrlKey || press.metaKey || press.altKey) return false;
		if (key === 'Escape') return this.stepBack();
		const item = this.item;
		if (!item || this.drag) return false;
		if (key === 'Enter') this.host.editor.setTool('select');
		else if (key === 'Tab') return this.walk(item, press.shiftKey);
		else if (this.picked.length === 0) return false;
		else if (key === 'Delete' || key === 'Backspace') this.remove(this.picked);
		else if (key.startsWith('Arrow')) this.nudge(item, key, press.shiftKey);
		else return false;
		return true;
	}

	lose(): void {
		if (this.drag) this.host.editor.showPreview(null);
		this.pressed = this.drag = null;
		this.look();
	}

	cancel(): boolean {
		const wasRunning = this.drag !== null;
		if (wasRunning) this.host.editor.showPreview(null);
		this.pressed = this.drag = null;
		this.host.showSnap(null);
		this.host.showSketch(null);
		return wasRunning;
	}

	private cornersHeld(item: Item, { what, at, place }: Grip): readonly LngLat[] {
		if (what === 'middle') return [];
		if (what === 'side') return endsOf(item, at);
		const isPicked = this.picked.some((one) => placeKey(one) === placeKey(place));
		return isPicked ? [place, ...this.picked.filter((one) => placeKey(one) !== placeKey(place))] : [place];
	}

	/** What a drag to `p` would make of the plan. */
	private attempt(
		item: Item,
		{ grip, from, corners }: Drag,
		p: Px,
		press: Press
	): { result: Edit | Refusal; to: readonly LngLat[]; snapped: Snapped } {
		const { plan } = this.host.editor;
		const alone = press.mod;
		const without = this.moved(item, grip.what === 'middle' ? [] : corners, alone);
		if (grip.what === 'side') {
			const start = grip.place;
			// the point of the side that was taken hold of goes to the pointer
			const grabbed = this.host.project(start);
			const meant = { px: p.px - from.px + grabbed.px, py: p.py - from.py + grabbed.py };
			const snapped = this.host.place(meant, { without, isFree: press.alt });
			const by = [snapped.at[0] - start[0], snapped.at[1] - start[1]] as const;
			const to = corners.map(([lng, lat]) => rounded([lng + by[0], lat + by[1]]));
			return { result: moveSide(plan, item.id, grip.at, by, alone), to, snapped };
		}
		const [before, next] = grip.what === 'corner' ? besides(item, grip.at) : endsOf(item, grip.at);
		const { at } = grip;
		const first = grip.what === 'corner' ? { ...at, corner: at.corner - 1 } : at;
		const further = before && besides(item, first)[0];
		const line = [further, before].filter((one) => one !== null && one !== undefined);
		const isOne = corners.length < 2;
		const snapped = this.host.place(p, {
			...(isOne && { line, next: next ?? undefined }),
			without,
			isFree: press.alt
		});
		if (grip.what === 'middle') {
			return { result: insertCorner(plan, item.id, grip.at, snapped.at), to: [snapped.at], snapped };
		}
		const by = [snapped.at[0] - grip.place[0], snapped.at[1] - grip.place[1]] as const;
		const to = corners.map(([lng, lat], i) => (i === 0 ? snapped.at : rounded([lng + by[0], lat + by[1]])));
		const moves = corners.map((corner, i) => ({ from: corner, to: to[i] as LngLat }));
		return { result: moveCorners(plan, item, moves, alone), to, snapped };
	}

	/** The thing itself and all whose corners move with it: what moves draws nothing to itself. */
	private moved(item: Item, corners: readonly LngLat[], alone: boolean): ReadonlySet<Item['id']> {
		const ids = new Set([item.id]);
		if (alone) return ids;
		const sharers = sharersByPlace(this.host.editor.plan, item);
		for (const corner of corners) for (const id of sharers.get(placeKey(corner)) ?? []) ids.add(id);
		return ids;
	}

	private settle({ edit, to, problem, grip }: Drag): void {
		const { editor } = this.host;
		this.drag = null;
		this.host.showSnap(null);
		editor.showPreview(null);
		if (edit) {
			editor.do(edit);
			this.picked = grip.what === 'side' ? [] : to;
		}
		if (problem) this.host.refuse(problem);
	}

	private clickGrip({ what, place }: Grip, press: Press): void {
		if (what !== 'corner') {
			if (!press.shift) this.picked = [];
			return;
		}
		if (press.alt) return this.remove([place]);
		const others = this.picked.filter((one) => placeKey(one) !== placeKey(place));
		const isPicked = others.length < this.picked.length;
		if (!press.shift) this.picked = [place];
		else this.picked = isPicked ? others : [...this.picked, place];
	}

	/** Beside the shape: leaves it for what lies there. */
	private clickAway(p: Px): void {
		const { editor } = this.host;
		const hits = this.host.hits(p).map(({ selection }) => selection);
		const mine = this.item?.id;
		if (!mine) {
			const shape = hits.find((one) => one.what === 'item' && hasCorners(editor.plan.items.get(one.id)));
			if (shape) editor.select(shape);
			return;
		}
		this.picked = [];
		if (hits.some((one) => one.what === 'item' && one.id === mine)) return;
		editor.setTool('select');
		if (hits[0]) editor.select(hits[0]);
	}

	private remove(places: readonly LngLat[]): void {
		const item = this.item;
		const edit = item && removeCorners(this.host.editor.plan, item.id, places);
		if (edit && this.act(edit)) this.picked = [];
		this.look();
	}

	private nudge(item: Item, key: string, isFar: boolean): void {
		const step = STEP_PX * (isFar ? 10 : 1);
		const moves = this.picked.map((from) => ({
			from,
			to: rounded(this.host.unproject(arrowStep(this.host.project(from), key, step)))
		}));
		if (this.act(moveCorners(this.host.editor.plan, item, moves))) this.picked = moves.map(({ to }) => to);
		this.look();
	}

	/** To the next corner; after the last one the key goes on through the page. */
	private walk(item: Item, isBack: boolean): boolean {
		const corners = cornersOf(item);
		const last = this.picked.at(-1);
		const now = last ? corners.findIndex(({ place }) => placeKey(place) === placeKey(last)) : -1;
		const next = isBack ? (now < 0 ? corners.length : now) - 1 : now + 1;
		const corner = corners[next];
		this.picked = corner ? [corner.place] : [];
		this.look();
		return corner !== undefined;
	}

	private stepBack(): boolean {
		if (this.drag) {
			this.lose();
			this.host.showSnap(null);
		} else if (this.picked.length > 0) {
			this.picked = [];
			this.look();
		} else this.host.editor.setTool('select');
		return true;
	}

	private act(result: Edit | Refusal): boolean {
		if (isRefusal(result)) this.host.refuse(result.problem);
		else this.host.editor.do(result);
		return !isRefusal(result);
	}

	private look(): void {
		const { editor } = this.host;
		const before = this.item;
		const shown = before && (editor.shown.items.get(before.id) ?? null);
		if (!before || !shown || editor.tool !== 'reshape') return this.host.showSketch(null);
		const { drag } = this;
		const isMoving = drag?.isMoving === true;
		const held = isMoving ? (drag.edit ? drag.to : drag.corners) : this.picked;
		this.picked = isMoving ? this.picked : this.picked.filter((place) => cornerAtPlace(before, place));
		const place = held.length === 1 || drag?.grip.what === 'corner' ? held[0] : undefined;
		const { px, py } = this.host.middle();
		const sketch = reshapeSketch(
			{
				item: shown,
				along: isMoving ? (editor.preview?.put ?? []).filter(({ id }) => id !== before.id) : [],
				picked: held,
				shared: sharersByPlace(editor.shown, shown),
				focus: place ? cornerAtPlace(shown, place) : null,
				screen: { px: 2 * px, py: 2 * py }
			},
			this.host
		);
		this.host.showSketch(sketch);
	}
}
