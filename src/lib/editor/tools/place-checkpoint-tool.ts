import { addItem } from '../../domain/operations/add-item.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { rounded } from '../../geo/rounded.ts';
import { newId } from '../new-id.ts';
import { isDragged, PLAIN, type PointerTool, type ToolHost } from './pointer-tool.ts';

/** Places a checkpoint by a click, on the road or crossing close by; a drag pans as always. */
export class PlaceCheckpointTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px): void {
		this.host.showGhost(this.place(p));
	}

	up(p: Px, { shift: keep } = PLAIN): void {
		const { pressed } = this;
		this.pressed = null;
		if (pressed === null || isDragged(pressed, p)) return;
		const { editor } = this.host;
		const id = newId(editor.plan, 'checkpoint');
		const at = this.place(p);
		const edit = addItem(
			editor.plan,
			{ kind: 'checkpoint', geometry: { type: 'Point', coordinates: [...at] }, properties: {} },
			id
		);
		if (isRefusal(edit)) return this.host.refuse(edit.problem);
		editor.do(edit);
		editor.select({ what: 'item', id });
		if (!keep) {
			this.host.showGhost(null);
			editor.setTool('select');
		}
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showGhost(null);
		return false;
	}

	private place(p: Px): LngLat {
		return rounded(this.host.snap(p) ?? this.host.unproject(p));
	}
}
