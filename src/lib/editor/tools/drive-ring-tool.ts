import type { Px } from '../../geo/coordinates.ts';
import { rounded } from '../../geo/rounded.ts';
import { isDragged, type PointerTool, type ToolHost } from './pointer-tool.ts';

/** A click says where a ring by drive time begins; a drag pans as always. */
export class DriveRingTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px): void {
		this.host.showGhost(this.host.snap(p) ?? this.host.unproject(p));
	}

	up(p: Px): void {
		const { pressed } = this;
		this.pressed = null;
		if (pressed === null || isDragged(pressed, p)) return;
		const { editor } = this.host;
		this.host.showGhost(null);
		editor.aid = { what: 'drive', at: rounded(this.host.snap(p) ?? this.host.unproject(p)) };
		editor.setTool('select');
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showGhost(null);
		return false;
	}
}
