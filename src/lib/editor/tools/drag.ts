import type { Edit } from '../../domain/edit.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { isDragged, PLAIN, type Press, type ToolHost } from './pointer-tool.ts';

/**
 * One thing held by the pointer: shown as a preview while it moves, done as one edit on release.
 *
 * Nothing happens before the pointer has strayed beyond the threshold. The thing keeps its place
 * under the pointer: what is given to `edit` is where the held point has come to, not the pointer.
 */
export class Drag {
	private last: Edit | null = null;
	private dragged = false;
	private readonly grip: Px;

	constructor(
		private readonly host: ToolHost,
		private readonly pressed: Px,
		held: LngLat,
		private readonly edit: (to: LngLat, p: Px, press: Press) => Edit | Refusal
	) {
		const at = host.project(held);
		this.grip = { px: at.px - pressed.px, py: at.py - pressed.py };
	}

	get isDragged(): boolean {
		return this.dragged;
	}

	move(p: Px, press: Press = PLAIN): void {
		if (!this.dragged && !isDragged(this.pressed, p)) return;
		this.dragged = true;
		const held = { px: p.px + this.grip.px, py: p.py + this.grip.py };
		const edit = this.edit(this.host.unproject(held), held, press);
		// what cannot be done on the way leaves the last thing that could be
		if (isRefusal(edit)) return;
		this.last = edit;
		this.host.editor.showPreview(edit);
	}

	/** Does what the preview shows; true if it was a drag at all. */
	release(p: Px, press: Press = PLAIN): boolean {
		this.move(p, press);
		if (this.last) this.host.editor.do(this.last);
		else this.host.editor.showPreview(null);
		return this.dragged;
	}

	cancel(): void {
		this.last = null;
		this.host.editor.showPreview(null);
	}
}
