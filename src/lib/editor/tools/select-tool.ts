import type { Item } from '../../domain/items.ts';
import { isLocked } from '../../domain/lock.ts';
import { moveItem } from '../../domain/operations/move-item.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { idsOf, takingOf, toggleId } from '../combine-ids.ts';
import type { KeyPress } from '../commands/keys.ts';
import { selectedIds } from '../selected-ids.ts';
import { isSameSelection, selectionOfItems, type Selection } from '../selection.ts';
import { chooseHit, hoveredHit, nextHit } from './choose-hit.ts';
import { Drag } from './drag.ts';
import { ManyDrag } from './many-drag.ts';
import { Nudge } from './nudge.ts';
import { HandleDrag } from './handle-drag.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from './pointer-tool.ts';

/**
 * Picks things out by clicks and drags what stands at a point: checkpoints, stations, key sites,
 * cameras once they are drawn as symbols, and the handles of the selected camera. A drag that asks
 * for a box picks out what lies in it. Several that are picked out are dragged together, and arrow
 * keys move them. A click with Alt goes through what lies on one another. Of a box, Ctrl or Cmd held as it ends adds, Alt takes away.
 */
export class SelectTool implements PointerTool {
	private pressed: Px | null = null;
	private drag: Drag | ManyDrag | HandleDrag | null = null;
	/** Whether a rectangle is being spanned, from where the pointer went down. */
	private isBox = false;
	/** What is being dragged; it is selected once it has been. */
	private held: Selection | null = null;

	private readonly nudge: Nudge;

	constructor(private readonly host: ToolHost) {
		this.nudge = new Nudge(host);
	}

	/** Arrow keys move what is picked out; while nothing is, they are the map's. */
	key(press: KeyPress): boolean {
		return !this.drag?.isDragged && this.nudge.key(press);
	}

	down(p: Px, { shift: isBox, touch } = PLAIN): boolean {
		this.nudge.finish();
		this.pressed = p;
		this.held = null;
		this.drag = null;
		const { isReadOnly } = this.host.editor;
		// a handle is meant whatever is held
		this.drag = isReadOnly ? null : HandleDrag.at(this.host, p, touch);
		this.isBox = isBox && this.drag === null;
		if (this.isBox) return true;
		if (!isReadOnly) this.drag ??= this.manyDrag(p) ?? this.itemDrag(p);
		return this.drag !== null;
	}

	move(p: Px, press: Press = PLAIN): void {
		if (this.isBox && this.pressed && isDragged(this.pressed, p)) this.host.showBox([this.pressed, p]);
		this.drag?.move(p, press);
	}

	up(p: Px, press: Press = PLAIN): void {
		const { pressed, drag, isBox } = this;
		this.pressed = this.drag = null;
		this.isBox = false;
		if (pressed === null) return;
		if (isBox) this.host.showBox(null);
		if (isBox && isDragged(pressed, p)) {
			return this.host.pickWithin(boxCorners(pressed, p), takingOf(press));
		}
		const wasDragged = drag ? drag.release(p, press) : isDragged(pressed, p);
		if (!wasDragged && drag instanceof HandleDrag) return drag.click();
		if (!wasDragged) this.click(p, press);
		else if (this.held) this.host.editor.select(this.held);
	}

	cancel(): boolean {
		// the tool is put down: what the keys have done stands
		this.nudge.finish();
		const isRunning = this.drag?.isDragged ?? this.isBox;
		this.drag?.cancel();
		if (this.isBox) this.host.showBox(null);
		this.pressed = this.drag = null;
		this.isBox = false;
		return isRunning;
	}

	/** A press that did not stray; with Shift it adds what lies there to what is picked out, or takes it away. */
	click(p: Px, { shift, alt }: Press = PLAIN): void {
		const { editor } = this.host;
		if (alt && !shift) return editor.select(nextHit(this.host.hits(p), editor.selection));
		if (shift) {
			const top = hoveredHit(this.host.hits(p).filter(({ selection }) => selection.what === 'item'));
			// a miss with Shift held loses nothing of what took a while to pick
			if (top?.what === 'item') editor.select(selectionOfItems(toggleId(idsOf(editor.selection), top.id)));
			return;
		}
		const choice = chooseHit(this.host.hits(p), editor.selection);
		if ('offer' in choice) this.host.offer(choice.offer, p);
		else editor.select(choice.select);
	}

	/** A symbol, or the line of a shape, of what is picked out drags all of it; ground is the map's, to pan. */
	private manyDrag(p: Px): ManyDrag | null {
		const { editor } = this.host;
		const ids = selectedIds(editor);
		const only = ids.length === 1 ? editor.plan.items.get(ids[0]) : undefined;
		// one that stands at a point is dragged as ever
		if (ids.length === 0 || only?.geometry.type === 'Point') return null;
		const among = new Set<string>(ids);
		for (const { selection, extent } of this.host.hits(p)) {
			if (extent === 'ground' || selection.what !== 'item' || !among.has(selection.id)) continue;
			const item = editor.plan.items.get(selection.id);
			if (!item) continue;
			const isPoint = item.geometry.type === 'Point';
			const held = isPoint ? (item.geometry.coordinates as unknown as LngLat) : this.host.unproject(p);
			return new ManyDrag(this.host, p, held, ids, item.kind === 'checkpoint');
		}
		return null;
	}

	private itemDrag(p: Px): Drag | null {
		const { editor } = this.host;
		const places = this.host.hits(p).filter(({ extent }) => extent === 'place');
		// of several on one pole the selected one is meant
		const hit = places.find(({ selection }) => isSameSelection(selection, editor.selection)) ?? places[0];
		if (hit?.selection.what !== 'item') return null;
		const item = editor.plan.items.get(hit.selection.id);
		if (!item || !this.isDraggable(item)) return null;
		this.held = hit.selection;
		return new Drag(this.host, p, item.geometry.coordinates as unknown as LngLat, (to, at) => {
			const snapped = item.kind === 'checkpoint' ? this.host.snap(at) : null;
			return moveItem(item, snapped ?? to);
		});
	}

	private isDraggable(item: Item): boolean {
		if (item.geometry.type !== 'Point' || isLocked(item)) return false;
		const isSelected = isSameSelection(this.host.editor.selection, { what: 'item', id: item.id });
		return item.kind !== 'camera' || isSelected || this.host.showsCameras();
	}
}

function boxCorners(a: Px, b: Px): Px[] {
	return [a, { px: b.px, py: a.py }, b, { px: a.px, py: b.py }];
}
