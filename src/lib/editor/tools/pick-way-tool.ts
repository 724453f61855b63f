import type { LngLat, Px } from '../../geo/coordinates.ts';
import { rounded } from '../../geo/rounded.ts';
import { isDragged, type PointerTool, type ToolHost } from './pointer-tool.ts';

/** Says by two clicks between which places a way is asked for; a drag pans as always. */
export class PickWayTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px): void {
		this.host.showGhost(this.place(p));
	}

	up(p: Px): void {
		const { pressed } = this;
		this.pressed = null;
		if (pressed === null || isDragged(pressed, p)) return;
		const { editor } = this.host;
		const { escape } = editor;
		const end = escape.picking;
		escape.set(end, this.place(p));
		if (end === 'from' && escape.to === null) return;
		this.host.showGhost(null);
		editor.setTool('select');
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showGhost(null);
		return false;
	}

	private place(p: Px): LngLat {
		return rounded(this.host.unproject(p));
	}
}
