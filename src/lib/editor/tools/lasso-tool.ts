import type { Px } from '../../geo/coordinates.ts';
import { takingOf } from '../combine-ids.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from './pointer-tool.ts';
import { SelectTool } from './select-tool.ts';

/** A line drawn by hand is no finer than this, pixels. */
const STEP_PX = 3;

/**
 * Picks out what lies within a line drawn freely around it; the line closes itself. Ctrl or Cmd held
 * at its end adds, Alt takes away. A click picks out as the select tool does.
 */
export class LassoTool implements PointerTool {
	private path: Px[] = [];
	private isDown = false;
	private readonly clicks: SelectTool;

	constructor(private readonly host: ToolHost) {
		this.clicks = new SelectTool(host);
	}

	down(p: Px): boolean {
		this.path = [p];
		this.isDown = true;
		return true;
	}

	move(p: Px): void {
		const last = this.path.at(-1);
		if (!this.isDown || !last || Math.hypot(p.px - last.px, p.py - last.py) < STEP_PX) return;
		this.path.push(p);
		this.show();
	}

	up(p: Px, press: Press = PLAIN): void {
		if (!this.isDown) return;
		this.move(p);
		const { path } = this;
		const [from] = path as [Px];
		this.end();
		if (path.length >= 3 && path.some((at) => isDragged(from, at))) {
			this.host.pickWithin(path, takingOf(press));
		} else this.clicks.click(p, press);
	}

	cancel(): boolean {
		const wasDrawing = this.path.length > 1;
		this.end();
		return wasDrawing;
	}

	private show(): void {
		const at = this.path.map((p) => this.host.unproject(p));
		const [first] = at;
		if (!first || at.length < 2) return;
		this.host.showSketch({ fills: [[[...at, first]]], lines: [{ at: [...at, first], look: 'line' }] });
	}

	private end(): void {
		if (this.path.length > 1) this.host.showSketch(null);
		this.path = [];
		this.isDown = false;
	}
}
