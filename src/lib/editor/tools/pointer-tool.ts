import type { LngLat, Px } from '../../geo/coordinates.ts';
import type { Problem } from '../../domain/problem.ts';
import type { KeyPress } from '../commands/keys.ts';
import type { Taking } from '../combine-ids.ts';
import type { Editor } from '../editor.svelte.ts';
import type { Selection } from '../selection.ts';
import type { Sketch } from '../sketch.ts';
import type { SnapContext, Snapped } from '../snapping/snapped.ts';
import type { CameraHandle } from './camera-handles.ts';
import type { Hit } from './choose-hit.ts';

/** Pixels a pressed pointer may stray before a click becomes a drag. */
export const DRAG_THRESHOLD_PX = 4;

/** Where things of the globe lie on screen. */
export interface Projection {
	project(at: LngLat): Px;
	unproject(p: Px): LngLat;
}

/** How the pointer is pressed: keys that are held, a finger or not, and the how-manieth click in a row. */
export interface Press {
	readonly shift: boolean;
	readonly alt: boolean;
	/** Ctrl, or Cmd on a Mac. */
	readonly mod: boolean;
	readonly touch: boolean;
	/** 1 for a single click, 2 for the second of a double click. */
	readonly clicks: number;
}

/** Pressed with nothing held. */
export const PLAIN: Press = { shift: false, alt: false, mod: false, touch: false, clicks: 1 };

/** What a tool needs of the map and the page, all handed in. */
export interface ToolHost extends Projection {
	readonly editor: Editor;
	/** What lies at a place of the screen, topmost first. */
	hits(p: Px): Hit[];
	/** The handle of the selected camera at a place of the screen; a finger need not come as close. */
	handleAt(p: Px, isTouch?: boolean): CameraHandle | null;
	/** A road or crossing close to a place of the screen, to put a checkpoint on. */
	snap(p: Px): LngLat | null;
	/** The place of the globe meant by a place of the screen, to 1e-7 degree: what is near draws it to itself. */
	place(p: Px, about?: SnapContext): Snapped;
	/** The middle of the screen: where the keyboard begins. */
	middle(): Px;
	/** Shows what a point is drawn to; null takes it away. */
	showSnap(snapped: Snapped | null): void;
	/** Shows what a tool is making beside the plan; null takes it away. */
	showSketch(sketch: Sketch | null): void;
	/** Whether cameras are drawn large enough to be taken hold of. */
	showsCameras(): boolean;
	/** Shows where a click would place something; null takes it away. */
	showGhost(at: LngLat | null): void;
	/** Shows the rectangle that a drag spans; null takes it away. */
	showBox(box: readonly [Px, Px] | null): void;
	/** Picks out what lies within a polygon of the screen (open), beside, instead of or out of what is. */
	pickWithin(polygon: readonly Px[], taking: Taking): void;
	/** Lets the user choose among things that lie on one another. */
	offer(selections: Selection[], p: Px): void;
	/** Says in passing what came of something. */
	tell(words: string): void;
	/** Says why something cannot be done. */
	refuse(problem: Problem): void;
}

/** A meaning of the pointer as a state machine: fed with places of the screen, it acts through its host. */
export interface PointerTool {
	/** The tool is at hand from now on. */
	begin?(): void;
	/** The plan, what is picked out, or the part of the globe on screen is another one. */
	follow?(): void;
	/** The pointer went down; true if the tool takes the drag, so that the map must not pan. */
	down(p: Px, press?: Press): boolean;
	/** The pointer moved, pressed or not. */
	move(p: Px, press?: Press): void;
	/** The pointer went up. */
	up(p: Px, press?: Press): void;
	/** Gives up what is under way; false if nothing was. */
	cancel(): boolean;
	/** The press came to nothing, as when a second finger came down: what was made before it stays. Absent: as `cancel`. */
	lose?(): void;
	/** A key pressed while the map has the keys; true if the tool took it. */
	key?(press: KeyPress): boolean;
	/** A double click that ends or edits something; true if the tool took it, so that the map does not zoom. */
	double?(p: Px, press?: Press): boolean;
}

/** Whether a pointer that went down at `from` has been dragged when it is at `to`. */
export function isDragged(from: Px, to: Px): boolean {
	return Math.hypot(to.px - from.px, to.py - from.py) > DRAG_THRESHOLD_PX;
}
