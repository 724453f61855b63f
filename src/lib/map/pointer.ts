import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Px } from '../geo/coordinates.ts';
import { isDragged, PLAIN, type PointerTool, type Press } from '../editor/tools/pointer-tool.ts';

/** What the pointer is to drive. */
export interface PointerOwner {
	/** The tool at hand; null while the pen has the pointer. */
	tool(): PointerTool | null;
	/** The pointer rests or moves over the map, not pressed; null when it leaves. */
	hover(p: Px | null): void;
	/** Right click or long press. */
	context(p: Px, isHeld?: boolean): void;
	/** The pointer went down on the map: menus close. */
	pressed(): void;
}

const LONG_PRESS_MS = 550;
/** A finger trembles: what strays no farther has not moved at all. */
const TREMBLE_PX = 10;

/**
 * Feeds the pointer of the canvas to a tool, one step a frame. While the tool holds a drag, or a
 * second finger is down, only one of tool and map moves.
 */
export class PointerFeed {
	/** Held by the space bar: the pointer pans whatever the tool. */
	pans = false;
	private readonly canvas: HTMLElement;
	private readonly stops = new AbortController();
	private pointer: { id: number; from: Px; isTaken: boolean; isStill: boolean } | null = null;
	private waiting: { p: Px; press: Press } | null = null;
	private frame = 0;
	/** Fingers that are down, the one that drives the tool among them. */
	private readonly fingers = new Set<number>();
	private longPress: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly map: MapLibreMap,
		private readonly owner: PointerOwner
	) {
		this.canvas = map.getCanvasContainer();
		const { signal } = this.stops;
		// before the map's own listeners, so that a drag can be taken from it
		this.canvas.addEventListener('pointerdown', this.down, { capture: true, signal });
		this.canvas.addEventListener('pointermove', this.move, { signal });
		this.canvas.addEventListener('pointerleave', this.leave, { signal });
		window.addEventListener('pointermove', this.moveAnywhere, { signal });
		window.addEventListener('pointerup', this.up, { signal });
		window.addEventListener('pointercancel', this.lift, { signal });
		this.canvas.addEventListener('contextmenu', this.context, { signal });
	}

	/** Gives up a running drag; false if there was none. */
	cancel(): boolean {
		const wasRunning = this.owner.tool()?.cancel() ?? false;
		this.release();
		return wasRunning;
	}

	stop(): void {
		this.stops.abort();
		this.release();
		cancelAnimationFrame(this.frame);
	}

	private readonly down = (event: PointerEvent): void => {
		const isFinger = event.pointerType === 'touch';
		const others = this.fingers.size;
		if (isFinger) this.fingers.add(event.pointerId);
		// two fingers move the map, whatever the tool; so does the one of them that is left
		if (this.pointer || (isFinger && others > 0)) return void this.lose();
		this.owner.pressed();
		if (event.button !== 0 || (event.ctrlKey && !event.shiftKey) || this.pans) return;
		const from = this.place(event);
		const tool = this.owner.tool();
		const isTaken = tool?.down(from, pressOf(event)) ?? false;
		this.pointer = { id: event.pointerId, from, isTaken, isStill: isFinger };
		if (isTaken) this.letMapPan(false);
		if (isFinger) {
			this.longPress = setTimeout(() => {
				this.lose();
				this.owner.context(from, true);
			}, LONG_PRESS_MS);
		}
	};

	private readonly move = (event: PointerEvent): void => {
		if (this.pointer || event.buttons !== 0 || event.pointerType === 'touch') return;
		this.wait(this.place(event), pressOf(event));
	};

	private readonly moveAnywhere = (event: PointerEvent): void => {
		if (event.pointerId !== this.pointer?.id) return;
		const p = this.place(event);
		if (this.pointer.isStill) {
			if (Math.hypot(p.px - this.pointer.from.px, p.py - this.pointer.from.py) <= TREMBLE_PX) return;
			this.pointer.isStill = false;
		}
		if (isDragged(this.pointer.from, p)) clearTimeout(this.longPress);
		this.wait(p, pressOf(event));
	};

	private readonly up = (event: PointerEvent): void => {
		this.fingers.delete(event.pointerId);
		if (event.pointerId !== this.pointer?.id) return;
		const { from, isStill } = this.pointer;
		const p = isStill ? from : this.place(event);
		this.waiting = null;
		this.release();
		this.owner.tool()?.up(p, pressOf(event));
		// nothing hovers on a screen that is touched: a tap says what is there
		if (isStill) this.owner.hover(p);
	};

	private readonly lift = (event: PointerEvent): void => {
		this.fingers.delete(event.pointerId);
		this.lose();
	};

	private readonly lose = (): void => {
		if (!this.pointer) return;
		const tool = this.owner.tool();
		if (tool?.lose) tool.lose();
		else tool?.cancel();
		this.release();
	};

	private readonly leave = (): void => {
		if (this.pointer) return;
		this.waiting = null;
		this.owner.hover(null);
	};

	private readonly context = (event: MouseEvent): void => {
		event.preventDefault();
		this.lose();
		this.owner.context(this.place(event));
	};

	private wait(p: Px, press: Press): void {
		this.waiting = { p, press };
		if (this.frame !== 0) return;
		this.frame = requestAnimationFrame(() => {
			this.frame = 0;
			const { waiting } = this;
			this.waiting = null;
			if (!waiting) return;
			this.owner.tool()?.move(waiting.p, waiting.press);
			if (!this.pointer) this.owner.hover(waiting.p);
		});
	}

	private release(): void {
		clearTimeout(this.longPress);
		if (this.pointer?.isTaken) this.letMapPan(true);
		this.pointer = null;
	}

	private letMapPan(may: boolean): void {
		for (const handler of [this.map.dragPan, this.map.dragRotate, this.map.touchZoomRotate]) {
			if (may) handler.enable();
			else handler.disable();
		}
	}

	private place({ clientX, clientY }: MouseEvent): Px {
		const { left, top } = this.canvas.getBoundingClientRect();
		return { px: clientX - left, py: clientY - top };
	}
}

/** What a pointer is pressed with. */
export function pressOf(event: MouseEvent): Press {
	return {
		...PLAIN,
		shift: event.shiftKey,
		alt: event.altKey,
		mod: event.ctrlKey || event.metaKey,
		touch: 'pointerType' in event && event.pointerType === 'touch',
		clicks: Math.max(1, event.detail)
	};
}
