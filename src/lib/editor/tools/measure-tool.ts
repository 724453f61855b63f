import type { LngLat, Px } from '../../geo/coordinates.ts';
import { bearingDeg } from '../../geo/bearing.ts';
import { m } from '../../paraglide/messages.js';
import type { KeyPress } from '../commands/keys.ts';
import { areaText, lengthText } from '../wording/quantity.ts';
import { areaWithinM2 } from '../../geo/lnglat-area.ts';
import { lineM, sideM } from './drawing/measured-line.ts';
import { isNear } from './is-near.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from './pointer-tool.ts';

/**
 * Measures a line click by click, or ground when the first point is clicked again; nothing of it is kept. Each side says its
 * length and bearing, the last place the whole. Backspace takes a point back, Ctrl+C copies the figures, Escape
 * throws the line away and, without one, leaves.
 */
export class MeasureTool implements PointerTool {
	private points: LngLat[] = [];
	private isClosed = false;
	private pressed: Px | null = null;
	private pointer: Px | null = null;
	private press: Press = PLAIN;

	constructor(private readonly host: ToolHost) {}

	down(p: Px, press: Press = PLAIN): boolean {
		this.pressed = p;
		this.press = press;
		return false;
	}

	move(p: Px, press: Press = PLAIN): void {
		this.pointer = p;
		this.press = press;
		this.look();
	}

	follow(): void {
		this.look();
	}

	up(p: Px, press: Press = PLAIN): void {
		const { pressed } = this;
		this.pressed = null;
		this.pointer = p;
		this.press = press;
		if (!pressed || isDragged(pressed, p)) return;
		if (this.isClosed) this.drop();
		const [first] = this.points;
		if (first && this.points.length > 2 && isNear(this.host, first, p, press)) this.isClosed = true;
		else if (press.clicks < 2) this.points.push(this.aim(p));
		this.look();
	}

	double(): boolean {
		return true;
	}

	key({ key, ctrlKey, metaKey }: KeyPress): boolean {
		if (this.points.length === 0) return false;
		if ((ctrlKey || metaKey) && key.toLowerCase() === 'c') void this.copy();
		else if (key === 'Backspace' && this.isClosed) this.isClosed = false;
		else if (key === 'Backspace') this.points.pop();
		else if (key === 'Escape') this.drop();
		else return false;
		this.look();
		return true;
	}

	cancel(): boolean {
		const isRunning = this.points.length > 0;
		this.drop();
		this.host.showSketch(null);
		this.host.showSnap(null);
		return isRunning;
	}

	/** What was measured, in words: the length, of ground its area and the length around it. */
	get text(): string {
		const { points, isClosed } = this;
		if (!isClosed) return lengthText(lineM(points));
		const around = [...points, points[0] as LngLat];
		return `${areaText(Math.abs(areaWithinM2(points)))} · ${lengthText(lineM(around))}`;
	}

	private async copy(): Promise<void> {
		const { text } = this;
		try {
			await navigator.clipboard.writeText(text);
			this.host.tell(m.forms_copied({ text }));
		} catch {
			this.host.tell(m.forms_copy_failed({ text }));
		}
	}

	private drop(): void {
		this.points = [];
		this.isClosed = false;
	}

	private aim(p: Px): LngLat {
		return this.host.place(p, { line: this.points, isFree: this.press.alt }).at;
	}

	private look(): void {
		const { points, pointer, isClosed } = this;
		const snapped =
			pointer && !isClosed ? this.host.place(pointer, { line: points, isFree: this.press.alt }) : null;
		this.host.showSnap(snapped);
		if (points.length === 0) return this.host.showSketch(null);
		const line = isClosed ? [...points, points[0] as LngLat] : snapped ? [...points, snapped.at] : points;
		const sides = line.slice(1).flatMap((b, i): { at: LngLat; text: string }[] => {
			const a = line[i] as LngLat;
			if (sideM(a, b) < 0.05) return [];
			const text = `${lengthText(sideM(a, b))} · ${Math.round(bearingDeg(a, b)) % 360}°`;
			return [{ at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], text }];
		});
		const isGround = line.length > 3;
		const whole = isClosed
			? this.text
			: `${lengthText(lineM(line))}${isGround ? ` · ${areaText(Math.abs(areaWithinM2(line)))}` : ''}`;
		const end = line[line.length - 1] as LngLat;
		const { px, py } = this.host.project(end);
		this.host.showSketch({
			fills: isClosed ? [[line]] : [],
			lines: [
				...(line.length > 1 ? [{ at: line, look: 'line' as const }] : []),
				...(isGround && !isClosed ? [{ at: [end, line[0] as LngLat], look: 'guide' as const }] : [])
			],
			points: points.map((at, i) => ({
				at,
				look: i === 0 && points.length > 2 && !isClosed ? ('first' as const) : ('corner' as const)
			})),
			labels: [
				...sides,
				...(line.length > 2 ? [{ at: this.host.unproject({ px: px + 18, py: py + 30 }), text: whole }] : [])
			]
		});
	}
}
