import type { FollowedLine } from '../../../domain/findings/followed-line.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { circleRing } from '../../../geo/circle-ring.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import { isSamePlace } from '../../../geo/same-place.ts';
import { m } from '../../../paraglide/messages.js';
import type { KeyPress } from '../../commands/keys.ts';
import type { DrawingInHand } from '../../pen.svelte.ts';
import type { Snapped } from '../../snapping/snapped.ts';
import { arrowStep } from '../arrow-step.ts';
import { isNear } from '../is-near.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from '../pointer-tool.ts';
import type { Tool } from '../tool.ts';
import { drawKey } from './draw-key.ts';
import { followedBy, type DrawMethod } from './draw-method.ts';
import {
	NOTHING_DRAWN,
	pointsOf,
	putBack,
	takenBack,
	withPoints,
	withStroke,
	type Drawing
} from './drawing.ts';
import { drawingSketch, drawnLine } from './drawing-sketch.ts';
import { Follower } from './follower.ts';
import { handStroke } from './hand-stroke.ts';
import { sideM } from './measured-line.ts';
import { pulledShape, type PulledShape } from './pulled-shape.ts';
import { sideEnd } from './side-end.ts';
import { withoutSpurs } from './without-spurs.ts';
import { readTypedSide } from './typed-side.ts';

/** What a drawing becomes. */
export interface DrawPurpose {
	readonly shape: 'line' | 'ground';
	/** Takes the points of a line, or the corners of ground without the first repeated; a refusal keeps them under the pen. */
	finish(points: readonly LngLat[], keep: boolean): Refusal | null;
	/** Shows what finishing with these points would make, and says it in a few words; null: there is nothing to show. */
	show?(points: readonly LngLat[] | null): string;
}

/** Arrow keys move the place for the next point by so much, with Shift by ten times that. */
const KEY_STEP_PX = 10;
/** Words about the whole stand so far from the pointer. */
const BESIDE: Px = { px: 18, py: 30 };

/**
 * Draws a line or ground: click by click, by hand, along streets or water, as a rectangle or a circle.
 *
 * Enter or a click on the first or last point ends it, Escape throws it away, Backspace and Ctrl+Z take
 * the last step back. A length, length and bearing (`120<45`) or metres east and
 * north (`@30,-12`) can be typed for the side ahead. Alt
 * draws free of everything near, Shift keeps to steps of 15 degrees. Arrow keys and Space draw without a pointer.
 */
export class DrawTool implements PointerTool, DrawingInHand {
	private drawing: Drawing = NOTHING_DRAWN;
	private pressed: Px | null = null;
	/** Places of the screen of a line by hand, or of a shape that is pulled open. */
	private path: Px[] = [];
	private pointer: Px | null = null;
	private press: Press = PLAIN;
	/** Whether the pointer is moved by keys. */
	private byKeys = false;
	private typed = '';
	/** The way to the pointer that is known, and the place it was asked for. */
	private ahead: FollowedLine | null = null;
	private aheadTo: LngLat | undefined;
	private marks = 0;
	/** Steps whose way along streets or water is still asked for. */
	private readonly asked = new Set<number>();
	/** Set once the drawing is to end as soon as all of it is known; whether to go on with the tool then. */
	private endsWhenKnown: { readonly keep: boolean } | null = null;
	private readonly follower: Follower;

	constructor(
		private readonly host: ToolHost,
		private readonly tool: Tool,
		private readonly purpose: DrawPurpose
	) {
		this.follower = new Follower(host.editor.analysis);
	}

	private get method(): DrawMethod {
		return this.host.editor.pen.methodOf(this.tool);
	}

	get steps(): number {
		return this.drawing.strokes.length;
	}
	get canFinish(): boolean {
		return pointsOf(this.drawing).length >= (this.purpose.shape === 'ground' ? 3 : 2);
	}
	get canPutBack(): boolean {
		return this.drawing.undone.length > 0;
	}

	begin(): void {
		this.tell();
	}

	down(p: Px, press: Press = PLAIN): boolean {
		this.host.editor.pen.hasJustFinished = false;
		this.pressed = p;
		this.press = press;
		this.byKeys = false;
		const isPulled = this.method === 'freehand' || this.shape !== null;
		this.path = isPulled ? [p] : [];
		return isPulled;
	}

	move(p: Px, press: Press = PLAIN): void {
		this.pointer = p;
		this.press = press;
		this.byKeys = false;
		if (this.pressed && this.path.length > 0) this.path.push(p);
		this.look();
	}

	up(p: Px, press: Press = PLAIN): void {
		const { pressed, path } = this;
		this.pressed = null;
		this.path = [];
		this.pointer = p;
		this.press = press;
		if (pressed === null) return;
		const wasDragged = isDragged(pressed, p);
		if (path.length > 0 && wasDragged) {
			if (this.method === 'freehand') this.addByHand([...path, p]);
			else this.finishShape(this.shapeTo(this.aim(pressed).at, this.aim(p).at));
		} else if (!wasDragged) this.click(p);
		this.look();
	}

	lose(): void {
		this.pressed = null;
		this.path = [];
		this.look();
	}

	cancel(): boolean {
		const isRunning = this.steps > 0 || this.path.length > 0;
		this.drop();
		this.showNothing();
		this.host.showSnap(null);
		if (this.host.editor.pen.drawing === this.told) this.host.editor.pen.drawing = null;
		return isRunning;
	}

	double(): boolean {
		return true;
	}

	key(press: KeyPress): boolean {
		const { typed, steps, canPutBack, byKeys, pointer } = this;
		const meant = drawKey(press, { typed, steps, canPutBack, byKeys: byKeys && pointer !== null });
		switch (meant?.do) {
			case undefined:
				return false;
			case 'take-back':
				this.takeBack();
				break;
			case 'put-back':
				this.putBack();
				break;
			case 'drop':
				this.drop();
				break;
			case 'finish':
				this.finish(meant.keep);
				break;
			case 'set-typed':
				this.setTyped();
				break;
			case 'set-pointed':
				if (pointer) this.click(pointer);
				this.look();
				break;
			case 'type':
				this.typed = meant.typed;
				this.look();
				break;
			case 'step':
				this.step(press.key, meant.isFar);
		}
		return true;
	}

	add(at: LngLat): void {
		this.set(at);
		this.look();
	}

	finish(keep = false): void {
		if (!this.canFinish) return this.host.tell(m.draw_too_few());
		// what follows a street is not straight because somebody was quick
		if (this.drawing.strokes.some(({ mark }) => mark !== undefined && this.asked.has(mark))) {
			this.endsWhenKnown = { keep };
			return;
		}
		this.endsWhenKnown = null;
		if (this.close() && this.asked.size > 0) {
			this.endsWhenKnown = { keep };
			return;
		}
		const drawn = pointsOf(this.drawing);
		const points = this.purpose.shape === 'ground' ? withoutSpurs(drawn) : drawn;
		const refusal = this.purpose.finish(points, keep);
		if (refusal) return this.host.refuse(refusal.problem);
		this.host.editor.pen.hasJustFinished = true;
		this.drop();
	}

	/** Sets out to close ground by what its sides follow; false where it needs no way, or is closed already. */
	private close(): boolean {
		const points = pointsOf(this.drawing);
		const [first, last] = [points[0], points.at(-1)];
		if (this.purpose.shape === 'line' || !followedBy(this.method) || !first || isSamePlace(first, last)) {
			return false;
		}
		this.set(first);
		return true;
	}

	takeBack(): void {
		this.change(takenBack(this.drawing));
	}

	putBack(): void {
		this.change(putBack(this.drawing));
	}

	drop(): void {
		this.typed = '';
		this.pressed = null;
		this.path = [];
		this.change(NOTHING_DRAWN);
	}

	private change(drawing: Drawing): void {
		this.endsWhenKnown = null;
		this.drawing = drawing;
		this.ahead = null;
		this.follower.forget();
		this.tell();
		this.look();
	}

	private told: DrawingInHand | null = null;
	/** What the bar over the map shows; a new object each time, so that it is seen to differ. */
	private tell(): void {
		const { steps, canFinish, canPutBack } = this;
		this.host.editor.pen.drawing = this.told = {
			steps,
			canFinish,
			canPutBack,
			add: (at) => this.add(at),
			finish: () => this.finish(),
			takeBack: () => this.takeBack(),
			putBack: () => this.putBack(),
			drop: () => this.drop()
		};
	}

	/** The shape that is being pulled open or set by two clicks; null where sides are drawn. */
	private get shape(): PulledShape | null {
		const { method } = this;
		const isAsked = method === 'rectangle' || method === 'circle';
		return isAsked && this.purpose.shape === 'ground' && this.steps < 2 ? method : null;
	}

	private shapeTo(from: LngLat, to: LngLat): LngLat[] | null {
		return this.shape && pulledShape(this.shape, from, to, this.host);
	}

	private click(p: Px): void {
		const points = pointsOf(this.drawing);
		const isAt = (at: LngLat | undefined): boolean =>
			at !== undefined && isNear(this.host, at, p, this.press);
		const isEnd = isAt(points.at(-1)) || (this.purpose.shape === 'ground' && isAt(points[0]));
		if (isEnd && this.canFinish) return this.finish(this.press.shift && this.press.clicks > 1);
		const ring = points.length === 1 ? this.shapeTo(points[0] as LngLat, this.aim(p).at) : null;
		if (ring) return this.finishShape(ring);
		const { at, to } = this.aim(p);
		this.set(at, to === null && !this.press.alt);
	}

	/** Sets the next point at `at`, by the way there where sides follow something. `isFree`: nothing near drew it there. */
	private set(at: LngLat, isFree = false): void {
		const from = pointsOf(this.drawing).at(-1);
		const along = followedBy(this.method);
		this.typed = '';
		if (!along) return this.change(withStroke(this.drawing, { points: [at] }));
		const known = this.ahead;
		if (from && known && isSamePlace(known.line[0], from) && isSamePlace(this.aheadTo, at)) {
			return this.change(withStroke(this.drawing, { points: known.line.slice(1) }));
		}
		// shown straight until it is known; the first point only finds its place on what is followed
		const mark = ++this.marks;
		const onLine = { from: !from && isFree, to: isFree };
		this.asked.add(mark);
		// asked before the pointer asks anew for the side ahead
		const asking = this.follower.ask({ from: from ?? at, to: at, along, onLine });
		this.change(withStroke(this.drawing, { points: [at], mark }));
		void asking.then((found) => {
			this.asked.delete(mark);
			if (found) {
				const points = from ? found.line.slice(1) : found.line.slice(0, 1);
				this.drawing = withPoints(this.drawing, mark, points);
			}
			if (from && !found?.isFollowing) this.host.tell(m.draw_straight());
			if (this.endsWhenKnown && this.asked.size === 0) this.finish(this.endsWhenKnown.keep);
			else this.look();
		});
	}

	/** The place that is meant by `p`. */
	private aim(p: Px): Snapped {
		const line = pointsOf(this.drawing);
		const from = line.at(-1);
		const snapped = this.host.place(p, { line, isFree: this.press.alt });
		const side = readTypedSide(this.typed);
		if (from && (side || this.press.shift)) {
			return { at: sideEnd(from, snapped.at, side), to: null, guides: [] };
		}
		return snapped;
	}

	private setTyped(): void {
		const from = pointsOf(this.drawing).at(-1);
		const side = readTypedSide(this.typed);
		if (!from || !side) return;
		const towards = this.pointer ? this.host.unproject(this.pointer) : ([from[0], from[1] + 1e-3] as const);
		const radiusM = side.lengthM;
		if (this.shape === 'circle' && radiusM !== undefined) {
			return this.finishShape(circleRing(from, radiusM).slice(0, -1));
		}
		this.set(sideEnd(from, towards, side));
		this.look();
	}

	private step(key: string, isFar: boolean): void {
		const last = pointsOf(this.drawing).at(-1);
		const from = this.pointer ?? (last ? this.host.project(last) : this.host.middle());
		this.pointer = arrowStep(from, key, KEY_STEP_PX * (isFar ? 10 : 1));
		this.press = PLAIN;
		this.byKeys = true;
		this.look();
	}

	private addByHand(path: readonly Px[]): void {
		const kept = handStroke(path);
		const isFirst = this.steps === 0;
		const first = this.host.place(kept[0] as Px, { isFree: this.press.alt }).at;
		const last = this.host.place(kept.at(-1) as Px, { isFree: this.press.alt }).at;
		const inner = kept.slice(1, -1).map((p) => this.host.place(p, { isFree: true }).at);
		this.change(withStroke(this.drawing, { points: [first, ...inner, last] }));
		// a single sweep is all there is to it
		if (isFirst) this.finish(this.press.shift);
	}

	/** Ends with a whole shape; one that is refused, or has no width, leaves nothing under the pen. */
	private finishShape(ring: readonly LngLat[] | null): void {
		if (!ring) return;
		this.drawing = withStroke(NOTHING_DRAWN, { points: ring });
		this.finish(this.press.shift && this.press.clicks > 1);
		this.drop();
	}

	private look(): void {
		const last = pointsOf(this.drawing).at(-1);
		const { pointer } = this;
		if (!pointer) return last ? this.show([], last) : this.showNothing();
		const beside = this.host.unproject({ px: pointer.px + BESIDE.px, py: pointer.py + BESIDE.py });
		if (this.path.length > 1 && this.method === 'freehand') {
			const byHand = this.path.map((p) => this.host.unproject(p));
			return this.show(last ? [last, ...byHand] : byHand, beside);
		}
		const aimed = this.aim(pointer);
		this.host.showSnap(aimed);
		const start = this.path.length > 0 && this.pressed ? this.aim(this.pressed).at : last;
		if (this.shape && start) {
			const radiusM = this.shape === 'circle' ? sideM(start, aimed.at) : undefined;
			return this.show(this.shapeTo(start, aimed.at) ?? [], beside, radiusM);
		}
		if (!start) {
			this.showNothing();
			if (this.byKeys) this.host.showSketch({ points: [{ at: aimed.at, look: 'held' }] });
			return;
		}
		const along = followedBy(this.method);
		if (along && !isSamePlace(this.aheadTo, aimed.at)) {
			const onLine = { to: aimed.to === null && !this.press.alt };
			this.follower.point({ from: start, to: aimed.at, along, onLine }, (found) => {
				this.ahead = found;
				this.aheadTo = aimed.at;
				this.show(found.line, beside);
			});
		}
		const isKnown = along && this.ahead && isSamePlace(this.ahead.line[0], start);
		this.show(isKnown ? (this.ahead as FollowedLine).line : [start, aimed.at], beside);
	}

	private show(ahead: readonly LngLat[], beside: LngLat, radiusM?: number): void {
		const { drawing, typed } = this;
		const { shape } = this.purpose;
		const made = this.purpose.show?.(drawnLine({ drawing, ahead, radiusM })) ?? '';
		this.host.showSketch(drawingSketch({ shape, drawing, ahead, typed, radiusM, made, beside }));
	}

	private showNothing(): void {
		this.purpose.show?.(null);
		this.host.showSketch(null);
	}
}
