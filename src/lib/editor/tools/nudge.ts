import type { ItemId } from '../../domain/items.ts';
import type { KeyPress } from '../commands/keys.ts';
import { selectedIds } from '../selected-ids.ts';
import { arrowStep } from './arrow-step.ts';
import { MovingItems } from './moving-items.ts';
import type { ToolHost } from './pointer-tool.ts';

/** How long the keys rest before a burst of them is one step of the history. */
const REST_MS = 600;
const FAR_PX = 10;

/**
 * Moves what is picked out by arrow keys: a pixel of the map at a press, ten with Shift. A burst of presses is
 * shown as it grows and is one edit once the keys rest, or as soon as anything else is done.
 */
export class Nudge {
	private burst: {
		readonly moving: MovingItems;
		readonly ids: readonly ItemId[];
		readonly by: [number, number];
	} | null = null;
	private rest: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly host: ToolHost) {}

	/** Takes a key; false where it means nothing here, as an arrow does while nothing is picked out. */
	key({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): boolean {
		if (key === 'Escape' && this.burst) {
			this.burst.moving.clear();
			this.end();
			return true;
		}
		const { editor } = this.host;
		if (!key.startsWith('Arrow') || altKey || ctrlKey || metaKey || editor.isReadOnly) return false;
		const ids = this.burst?.ids ?? selectedIds(editor);
		if (ids.length === 0) return false;
		this.burst ??= { moving: new MovingItems(this.host, ids), ids, by: [0, 0] };
		const { moving, by } = this.burst;
		const from = this.host.middle();
		const a = this.host.unproject(from);
		const b = this.host.unproject(arrowStep(from, key, shiftKey ? FAR_PX : 1));
		const next = [by[0] + b[0] - a[0], by[1] + b[1] - a[1]] as const;
		// a press against what stands in the way adds nothing
		if (moving.show(next)) [by[0], by[1]] = next;
		editor.keepUnsettled(() => this.finish());
		clearTimeout(this.rest);
		this.rest = setTimeout(() => this.finish(), REST_MS);
		return true;
	}

	/** Does what the burst has come to; false where there is none. */
	finish(): boolean {
		const { burst } = this;
		if (!burst) return false;
		// done first, so that what it does does not ask for it again
		this.end();
		burst.moving.finish();
		return true;
	}

	private end(): void {
		clearTimeout(this.rest);
		this.burst = null;
		this.host.editor.keepUnsettled(null);
	}
}
