import type { ItemId } from '../../domain/items.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { MovingItems } from './moving-items.ts';
import { isDragged, PLAIN, type Press, type ToolHost } from './pointer-tool.ts';

/**
 * Things held together by the pointer at one of them: that one keeps its place under the pointer, and
 * is drawn to a road where `isDrawn`; the others keep theirs about it. One edit on release.
 */
export class ManyDrag {
	private moving: MovingItems | null = null;
	private readonly grip: Px;

	constructor(
		private readonly host: ToolHost,
		private readonly pressed: Px,
		private readonly held: LngLat,
		private readonly ids: readonly ItemId[],
		private readonly isDrawn: boolean
	) {
		const at = host.project(held);
		this.grip = { px: at.px - pressed.px, py: at.py - pressed.py };
	}

	get isDragged(): boolean {
		return this.moving !== null;
	}

	move(p: Px, _press: Press = PLAIN): void {
		if (!this.moving && !isDragged(this.pressed, p)) return;
		this.moving ??= new MovingItems(this.host, this.ids);
		const to = { px: p.px + this.grip.px, py: p.py + this.grip.py };
		const at = (this.isDrawn ? this.host.snap(to) : null) ?? this.host.unproject(to);
		this.moving.show([at[0] - this.held[0], at[1] - this.held[1]]);
	}

	/** Does what is shown; true if it was a drag at all. */
	release(p: Px, press: Press = PLAIN): boolean {
		this.move(p, press);
		this.moving?.finish();
		return this.moving !== null;
	}

	cancel(): void {
		this.moving?.clear();
	}
}
