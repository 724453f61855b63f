import { isLocked } from '../../domain/lock.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Px } from '../../geo/coordinates.ts';
import { dragHandle, type CameraHandle } from './camera-handles.ts';
import { cameraLabel } from './camera-label.ts';
import { Drag } from './drag.ts';
import { PLAIN, type Press, type ToolHost } from './pointer-tool.ts';

/** A handle of the selected camera held by the pointer: its figures stand beside it while it moves. */
export class HandleDrag {
	private readonly drag: Drag;

	private constructor(
		private readonly host: ToolHost,
		p: Px,
		private readonly handle: CameraHandle
	) {
		const camera = host.editor.selectedItem;
		this.drag = new Drag(host, p, handle.at, (to, at, press) => {
			if (camera?.kind !== 'camera') throw new TypeError('handles are of cameras');
			const edit = dragHandle(camera, handle, to, press);
			const [after] = isRefusal(edit) ? [] : edit.put;
			if (after?.kind === 'camera') {
				host.showSketch(cameraLabel(host, after, handle.head ?? 0, at, press.touch));
			}
			return edit;
		});
	}

	/** The handle at a place of the screen taken hold of; null where none is. */
	static at(host: ToolHost, p: Px, isTouch: boolean): HandleDrag | null {
		const handle = host.handleAt(p, isTouch);
		const camera = host.editor.selectedItem;
		if (!handle || camera?.kind !== 'camera' || isLocked(camera)) return null;
		return new HandleDrag(host, p, handle);
	}

	get isDragged(): boolean {
		return this.drag.isDragged;
	}

	move(p: Px, press: Press = PLAIN): void {
		this.drag.move(p, press);
	}

	/** Does what the preview shows; true if it was a drag at all. */
	release(p: Px, press: Press = PLAIN): boolean {
		const wasDragged = this.drag.release(p, press);
		this.host.showSketch(null);
		return wasDragged;
	}

	/** A press that did not stray: it takes the handle's head to hand, or puts it back. */
	click(): void {
		const { head } = this.handle;
		if (head === undefined) return;
		const { editor } = this.host;
		editor.head = editor.selectedHead === head ? null : head;
	}

	cancel(): void {
		this.drag.cancel();
		this.host.showSketch(null);
	}
}
