import type { Edit } from '../../../domain/edit.ts';
import { lineAt, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { insertCorner } from '../../../domain/operations/insert-corner.ts';
import { moveCorner } from '../../../domain/operations/move-corner.ts';
import { removeCorner, sharersOf } from '../../../domain/operations/remove-corner.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import type { KeyPress } from '../../commands/keys.ts';
import { rounded } from '../place-checkpoint-tool.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from '../pointer-tool.ts';
import { cornerAtPlace, gripEdit } from './grip-edit.ts';
import { gripAt, gripsOf, hasCorners, type Grip } from './grips.ts';
import { reshapeSketch } from './reshape-sketch.ts';

/** How near a handle must be, in pixels. */
const REACH_PX = 9;
const REACH_TOUCH_PX = 22;

/**
 * Edits the outline or line of the selected thing corner by corner. A corner, a side, or the middle of a side (which becomes
 * a corner) is dragged, and what other things of its fabric share of it moves along, unless Ctrl is held.
 *
 * A double click on a side sets a corner, on a corner takes it away; so do Alt and a click, and Delete for the
 * corner picked. Tab goes from corner to corner, arrow keys move the one picked. Each drag is one edit; what cannot be done
 * leaves the last thing that could, and says why.
 */
export class ReshapeTool implements PointerTool {
	private pressed: { p: Px; grip: Grip; from: LngLat } | null = null;
	private wasElsewhere: Px | null = null;
	private last: Edit | null = null;
	private to: LngLat | null = null;
	private picked: CornerAt | null = null;

	constructor(private readonly host: ToolHost) {}

	begin(): void {
		this.look();
	}

	follow(): void {
		if (!this.pressed) this.look();
	}

	down(p: Px, press: Press = PLAIN): boolean {
		const { item } = this;
		const grip = item && gripAt(item, p, this.host, press.touch ? REACH_TOUCH_PX : REACH_PX);
		this.wasElsewhere = grip ? null : p;
		this.pressed = grip ? { p, grip, from: this.host.unproject(p) } : null;
		this.last = null;
		return grip !== null;
	}

	move(p: Px, press: Press = PLAIN): void {
		const { item, pressed } = this;
		if (!item || !pressed || (!this.last && !isDragged(pressed.p, p))) return;
		const { editor } = this.host;
		const { grip, from } = pressed;
		const to = grip.what === 'side' ? this.host.unproject(p) : this.aim(item, grip, p, press);
		const edit = gripEdit(editor.plan, item.id, grip, from, to, press.mod);
		if (isRefusal(edit)) this.host.refuse(edit.problem);
		else {
			this.host.tell('');
			this.last = edit;
			this.to = grip.what === 'side' ? null : to;
			editor.showPreview(edit);
		}
		this.look();
	}

	up(p: Px, press: Press = PLAIN): void {
		const { pressed, wasElsewhere, last } = this;
		const { editor } = this.host;
		if (pressed && isDragged(pressed.p, p)) this.move(p, press);
		const edit = this.last ?? last;
		const placed = this.to;
		this.pressed = this.wasElsewhere = this.last = null;
		this.to = null;
		this.host.showSnap(null);
		if (wasElsewhere && !isDragged(wasElsewhere, p)) return editor.setTool('select');
		if (pressed && edit) {
			editor.do(edit);
			this.picked = placed && this.item ? cornerAtPlace(editor.plan, this.item.id, placed) : null;
		} else if (pressed?.grip.what === 'corner') {
			if (press.alt) this.remove(pressed.grip.at);
			else this.picked = pressed.grip.at;
		}
		this.look();
	}

	double(p: Px, press: Press = PLAIN): boolean {
		const { item } = this;
		const grip = item && gripAt(item, p, this.host, press.touch ? REACH_TOUCH_PX : REACH_PX);
		if (!item || !grip) return false;
		if (grip.what === 'corner') this.remove(grip.at);
		else {
			const place = rounded(grip.place);
			this.act(insertCorner(this.host.editor.plan, item.id, grip.at, place));
			this.picked = cornerAtPlace(this.host.editor.plan, item.id, place);
		}
		this.look();
		return true;
	}

	key({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): boolean {
		const { item, picked } = this;
		if (!item || ctrlKey || metaKey || altKey) return false;
		if (key === 'Enter') this.host.editor.setTool('select');
		else if (key === 'Tab') this.pickNext(item, shiftKey ? -1 : 1);
		else if (!picked) return false;
		else if (key === 'Delete' || key === 'Backspace') this.remove(picked);
		else if (key === 'Escape') this.picked = null;
		else if (key.startsWith('Arrow')) this.nudge(item, picked, key, shiftKey ? 10 : 1);
		else return false;
		this.look();
		return true;
	}

	cancel(): boolean {
		const isRunning = this.last !== null;
		this.pressed = this.last = this.wasElsewhere = null;
		this.to = null;
		if (isRunning) this.host.editor.showPreview(null);
		this.host.showSnap(null);
		this.host.showSketch(null);
		return isRunning;
	}

	/** What is edited, as it is shown; null where nothing is selected that has corners. */
	private get item(): Item | null {
		const item = this.host.editor.selectedItem;
		return hasCorners(item) ? item : null;
	}

	private aim(item: Item, grip: Grip, p: Px, { alt }: Press): LngLat {
		const { plan } = this.host.editor;
		const was = plan.items.get(item.id) ?? item;
		const without = new Set<ItemId>([item.id, ...sharersOf(plan, item.id, grip.place)]);
		const [before, next] = neighbours(was, grip);
		const snapped = this.host.place(p, { line: before ? [before] : [], next, without, isFree: alt });
		this.host.showSnap(snapped);
		return snapped.at;
	}

	private remove(at: CornerAt): void {
		const { item } = this;
		if (item && this.act(removeCorner(this.host.editor.plan, item.id, at))) this.picked = null;
	}

	private nudge(item: Item, at: CornerAt, key: string, stepPx: number): void {
		const found = lineAt(item, at);
		const place = found?.line[found.corner] as LngLat | undefined;
		if (!place) return;
		const { px, py } = this.host.project(place);
		const dx = key === 'ArrowLeft' ? -stepPx : key === 'ArrowRight' ? stepPx : 0;
		const dy = key === 'ArrowUp' ? -stepPx : key === 'ArrowDown' ? stepPx : 0;
		const to = rounded(this.host.unproject({ px: px + dx, py: py + dy }));
		if (this.act(moveCorner(this.host.editor.plan, item.id, at, to))) {
			this.picked = cornerAtPlace(this.host.editor.plan, item.id, to);
		}
	}

	private pickNext(item: Item, by: 1 | -1): void {
		const corners = gripsOf(item, this.host).filter(({ what }) => what === 'corner');
		const { picked } = this;
		const now = corners.findIndex(
			({ at }) => at.corner === picked?.corner && at.ring === picked.ring && at.part === picked.part
		);
		const next = now < 0 ? (by > 0 ? 0 : corners.length - 1) : (now + by + corners.length) % corners.length;
		this.picked = corners[next]?.at ?? null;
	}

	private act(result: Edit | Refusal): boolean {
		if (isRefusal(result)) {
			this.host.refuse(result.problem);
			return false;
		}
		this.host.editor.do(result);
		return true;
	}

	private look(): void {
		const { item, pressed } = this;
		if (!item) return this.host.showSketch(null);
		const { editor } = this.host;
		const along =
			pressed && this.last ? this.last.put.map(({ id }) => id).filter((id) => id !== item.id) : [];
		const { px, py } = this.host.middle();
		const isOnScreen = (p: Px): boolean =>
			p.px > -20 && p.py > -20 && p.px < 2 * px + 20 && p.py < 2 * py + 20;
		const look = { plan: editor.shown, item, picked: this.picked, along, dragged: this.to, isOnScreen };
		this.host.showSketch(reshapeSketch(look, this.host));
	}
}

/** The corners before and after a corner, or those at both ends of a side. */
function neighbours(item: Item, { what, at }: Grip): [LngLat | undefined, LngLat | undefined] {
	const found = lineAt(item, at);
	if (!found) return [undefined, undefined];
	const line = found.line as unknown as LngLat[];
	if (what === 'middle') return [line[found.corner], line[found.corner + 1]];
	const isClosed = item.geometry.type !== 'LineString';
	const before = line[found.corner - 1] ?? (isClosed ? line[line.length - 2] : undefined);
	return [before, line[found.corner + 1]];
}
