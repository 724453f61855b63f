import type { Edit } from '../../domain/edit.ts';
import type { ItemId } from '../../domain/items.ts';
import { moveItems } from '../../domain/operations/move-items.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { m } from '../../paraglide/messages.js';
import { countText } from '../wording/quantity.ts';
import { outlineOf, type Outline } from './outline-of.ts';
import type { ToolHost } from './pointer-tool.ts';

/** Above so many, only outlines are shown on the way: the plan with its answers would not follow the pointer. */
const SHOWN_MOST = 500;

/**
 * Several things on the way to another place, shown and not yet done. What cannot be on the way is
 * said and leaves the last place that could.
 */
export class MovingItems {
	private readonly outline: Outline | null;
	private last: Edit | null = null;
	private by: readonly [number, number] = [0, 0];
	private isRefused = false;

	constructor(
		private readonly host: ToolHost,
		private readonly ids: readonly ItemId[]
	) {
		this.outline = ids.length > SHOWN_MOST ? outlineOf(host.editor.plan, ids) : null;
		if (this.outline) host.tell(m.clip_outlines({ n: countText(ids.length) }));
	}

	/** Shows all of them `by` degrees of longitude and latitude from where they stand; false where they cannot be there. */
	show(by: readonly [dLng: number, dLat: number]): boolean {
		this.by = by;
		if (this.outline) {
			this.host.showSketch(this.outline.movedBy(by));
			return true;
		}
		const edit = moveItems(this.host.editor.plan, this.ids, by);
		if (isRefusal(edit)) {
			this.say(edit);
			return false;
		}
		if (this.isRefused) this.host.tell('');
		this.isRefused = false;
		this.last = edit;
		this.host.editor.showPreview(edit.put.length > 0 ? edit : null);
		return true;
	}

	/** Does what is shown, as one edit. */
	finish(): void {
		let edit = this.last;
		if (this.outline) {
			const moved = moveItems(this.host.editor.plan, this.ids, this.by);
			if (isRefusal(moved)) this.say(moved);
			else edit = moved;
		}
		this.clear();
		if (edit && edit.put.length > 0) this.host.editor.do(edit);
	}

	/** Puts all back. */
	clear(): void {
		this.last = null;
		this.host.editor.showPreview(null);
		if (this.outline) this.host.showSketch(null);
	}

	private say(refusal: Refusal): void {
		this.isRefused = true;
		this.host.refuse(refusal.problem);
	}
}
