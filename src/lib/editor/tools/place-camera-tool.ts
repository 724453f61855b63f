import type { Edit } from '../../domain/edit.ts';
import { opticsOf, wholeHeadsOf } from '../../domain/head-optics.ts';
import type { Camera, ItemId } from '../../domain/items.ts';
import { widenCamera } from '../../domain/operations/widen-camera.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { bearingDeg } from '../../geo/bearing.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { addOfKind } from '../add-of-kind.ts';
import type { KeyPress } from '../commands/keys.ts';
import { newId } from '../new-id.ts';
import { viewShapes } from '../view-shapes.ts';
import { cameraLabel } from './camera-label.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from './pointer-tool.ts';

/** By how many degrees a key opens or closes a view. */
const KEY_STEP_DEG = 5;
const WIDEST_DEG = 170;

/**
 * Places a camera of the kind chosen in the library: press where it stands, drag to where it looks; steps of 15
 * degrees with Shift. While it is held, `'` opens its view and `;` closes it. A click alone looks north; with
 * Shift the tool stays for the next.
 */
export class PlaceCameraTool implements PointerTool {
	private pressed: { p: Px; at: LngLat; id: ItemId } | null = null;
	private last: { p: Px; press: Press } = { p: { px: 0, py: 0 }, press: PLAIN };
	/** Width that keys gave the camera under way; null is that of its kind. */
	private hfovDeg: number | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px, press: Press = PLAIN): boolean {
		const { at } = this.host.place(p, { isFree: press.alt });
		this.pressed = { p, at, id: newId(this.host.editor.plan, 'camera') };
		this.last = { p, press };
		this.hfovDeg = null;
		return true;
	}

	move(p: Px, press: Press = PLAIN): void {
		this.last = { p, press };
		if (!this.pressed) {
			const snapped = this.host.place(p, { isFree: press.alt });
			this.host.showGhost(snapped.at);
			this.host.showSnap(snapped);
			return;
		}
		this.show();
	}

	up(p: Px, press: Press = PLAIN): void {
		const edit = this.aimed(p, press);
		const id = this.pressed?.id;
		this.end();
		if (!edit || !id) return;
		if (isRefusal(edit)) {
			this.host.editor.showPreview(null);
			return this.host.refuse(edit.problem);
		}
		this.host.editor.do(edit);
		this.host.editor.select({ what: 'item', id });
		if (!press.shift) this.host.editor.setTool('select');
	}

	cancel(): boolean {
		const isRunning = this.pressed !== null;
		this.end();
		this.host.editor.showPreview(null);
		return isRunning;
	}

	key({ key }: KeyPress): boolean {
		if (!this.pressed || (key !== "'" && key !== ';')) return false;
		const camera = this.camera();
		const head = camera && wholeHeadsOf(camera.properties)[0];
		if (!head || camera.properties.heads) return true;
		const step = key === "'" ? KEY_STEP_DEG : -KEY_STEP_DEG;
		const hfovDeg = Math.round(opticsOf(head).hfovDeg + step);
		this.hfovDeg = Math.max(KEY_STEP_DEG, Math.min(WIDEST_DEG, hfovDeg));
		this.show();
		return true;
	}

	private show(): void {
		const { p, press } = this.last;
		const edit = this.aimed(p, press);
		if (!edit || isRefusal(edit)) return;
		this.host.editor.showPreview(edit);
		const camera = edit.put[0];
		if (camera?.kind !== 'camera') return;
		this.host.showSketch({
			...cameraLabel(this.host, camera, 0, p, press.touch),
			fills: viewShapes(camera).map(({ coordinates }) => coordinates)
		});
	}

	private end(): void {
		this.pressed = null;
		this.host.showGhost(null);
		this.host.showSnap(null);
		this.host.showSketch(null);
	}

	private camera(): Camera | null {
		const edit = this.aimed(this.last.p, this.last.press);
		const item = edit && !isRefusal(edit) ? edit.put[0] : null;
		return item?.kind === 'camera' ? item : null;
	}

	private aimed(p: Px, { shift }: Press): Edit | Refusal | null {
		if (!this.pressed) return null;
		const { p: from, at, id } = this.pressed;
		const { plan, library } = this.host.editor;
		const step = shift ? 15 : 1;
		const azimuthDeg = isDragged(from, p)
			? (Math.round(bearingDeg(at, this.host.unproject(p)) / step) * step) % 360
			: 0;
		const edit = addOfKind(plan, library.chosen, at, azimuthDeg, id);
		const camera = isRefusal(edit) ? null : edit.put[0];
		if (this.hfovDeg === null || isRefusal(edit) || camera?.kind !== 'camera') return edit;
		const wide = widenCamera(camera, { hfovDeg: this.hfovDeg });
		return isRefusal(wide) ? wide : { ...edit, put: wide.put };
	}
}
