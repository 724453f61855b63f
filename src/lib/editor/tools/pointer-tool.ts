import type { LngLat, Px } from '../../geo/coordinates.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Editor } from '../editor.svelte.ts';
import type { Selection } from '../selection.ts';
import type { CameraHandle } from './camera-handles.ts';
import type { Hit } from './choose-hit.ts';

/** Pixels a pressed pointer may stray before a click becomes a drag. */
export const DRAG_THRESHOLD_PX = 4;

/** Where things of the globe lie on screen. */
export interface Projection {
	project(at: LngLat): Px;
	unproject(p: Px): LngLat;
}

/** What a tool needs of the map and the page, all handed in. */
export interface ToolHost extends Projection {
	readonly editor: Editor;
	/** What lies at a place of the screen, topmost first. */
	hits(p: Px): Hit[];
	/** The handle of the selected camera at a place of the screen. */
	handleAt(p: Px): CameraHandle | null;
	/** A road or crossing close to a place of the screen, to put a checkpoint on. */
	snap(p: Px): LngLat | null;
	/** Whether cameras are drawn large enough to be taken hold of. */
	showsCameras(): boolean;
	/** Shows where a click would place something; null takes it away. */
	showGhost(at: LngLat | null): void;
	/** Shows the rectangle that a drag spans; null takes it away. */
	showBox(box: readonly [Px, Px] | null): void;
	/** Picks out what stands within a rectangle of the screen. */
	pickBox(a: Px, b: Px): void;
	/** Lets the user choose among things that lie on one another. */
	offer(selections: Selection[], p: Px): void;
	/** Says why something cannot be done. */
	refuse(problem: Problem): void;
}

/** A meaning of the pointer as a state machine: fed with places of the screen, it acts through its host. */
export interface PointerTool {
	/**
	 * The pointer went down; true if the tool takes the drag, so that the map must not pan. `isBox`
	 * asks for a rectangle to pick things out by.
	 */
	down(p: Px, isBox?: boolean): boolean;
	/** The pointer moved, pressed or not. */
	move(p: Px): void;
	/** The pointer went up. `keep` asks to go on with the same tool. */
	up(p: Px, keep?: boolean): void;
	/** Gives up what is under way; false if nothing was. */
	cancel(): boolean;
}

/** Whether a pointer that went down at `from` has been dragged when it is at `to`. */
export function isDragged(from: Px, to: Px): boolean {
	return Math.hypot(to.px - from.px, to.py - from.py) > DRAG_THRESHOLD_PX;
}
