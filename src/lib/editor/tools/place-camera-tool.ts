import type { Edit } from '../../domain/edit.ts';
import type { ItemId } from '../../domain/items.ts';
import { addItem } from '../../domain/operations/add-item.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { newId } from '../new-id.ts';
import { bearingDegOf } from './camera-handles.ts';
import { rounded } from './place-checkpoint-tool.ts';
import { isDragged, PLAIN, type PointerTool, type ToolHost } from './pointer-tool.ts';

/** What a new fixed camera sees until someone says otherwise. */
export const NEW_CAMERA = { type: 'fixed', hfovDeg: 60, rangeM: 80 } as const;

/** Places a camera: press where it stands, drag to where it looks. A click alone looks north. */
export class PlaceCameraTool implements PointerTool {
	private pressed: { p: Px; at: LngLat; id: ItemId } | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px): boolean {
		this.pressed = { p, at: rounded(this.host.unproject(p)), id: newId(this.host.editor.plan, 'camera') };
		return true;
	}

	move(p: Px): void {
		const edit = this.aimed(p);
		if (edit && !isRefusal(edit)) this.host.editor.showPreview(edit);
	}

	up(p: Px, { shift: keep } = PLAIN): void {
		const edit = this.aimed(p);
		const id = this.pressed?.id;
		this.pressed = null;
		if (!edit || !id) return;
		if (isRefusal(edit)) {
			this.host.editor.showPreview(null);
			return this.host.refuse(edit.problem);
		}
		this.host.editor.do(edit);
		this.host.editor.select({ what: 'item', id });
		if (!keep) this.host.editor.setTool('select');
	}

	cancel(): boolean {
		const isRunning = this.pressed !== null;
		this.pressed = null;
		this.host.editor.showPreview(null);
		return isRunning;
	}

	private aimed(p: Px): Edit | Refusal | null {
		if (!this.pressed) return null;
		const { p: from, at, id } = this.pressed;
		const azimuthDeg = isDragged(from, p) ? Math.round(bearingDegOf(at, this.host.unproject(p))) % 360 : 0;
		return addItem(
			this.host.editor.plan,
			{
				kind: 'camera',
				geometry: { type: 'Point', coordinates: [...at] },
				properties: { ...NEW_CAMERA, azimuthDeg }
			},
			id
		);
	}
}
