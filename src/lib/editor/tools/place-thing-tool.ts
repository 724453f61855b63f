import type { NewItem } from '../../domain/operations/add-item.ts';
import { addItem } from '../../domain/operations/add-item.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { newId } from '../new-id.ts';
import { isDragged, PLAIN, type PointerTool, type ToolHost } from './pointer-tool.ts';

/** Places a thing that stands at a point by a click; a drag pans as always. */
export class PlaceThingTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(
		private readonly host: ToolHost,
		private readonly make: (at: LngLat) => NewItem
	) {}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px, press = PLAIN): void {
		const snapped = this.host.place(p, { isFree: press.alt });
		this.host.showSnap(snapped);
		this.host.showGhost(snapped.at);
	}

	up(p: Px, press = PLAIN): void {
		const { pressed } = this;
		this.pressed = null;
		if (pressed === null || isDragged(pressed, p)) return;
		this.add(this.host.place(p, { isFree: press.alt }).at, press.shift);
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showGhost(null);
		this.host.showSnap(null);
		return false;
	}

	/** Places the thing at `at`; `keep` goes on with the same tool. */
	private add(at: LngLat, keep: boolean): void {
		const { editor } = this.host;
		const item = this.make(at);
		const id = newId(editor.plan, item.kind);
		const edit = addItem(editor.plan, item, id);
		if (isRefusal(edit)) return this.host.refuse(edit.problem);
		editor.do(edit);
		editor.select({ what: 'item', id });
		if (keep) return;
		this.cancel();
		editor.setTool('select');
	}
}

/** A station with a team of its own, as the city has most. */
export function newStation(at: LngLat): NewItem {
	return { kind: 'station', geometry: pointAt(at), properties: {} };
}

/** A key site whose category is still to be said. */
export function newKeySite(at: LngLat): NewItem {
	return { kind: 'key-site', geometry: pointAt(at), properties: { category: 'other' } };
}

function pointAt(at: LngLat) {
	return { type: 'Point' as const, coordinates: [...at] };
}
