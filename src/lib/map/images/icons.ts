import type { CheckpointStatus, Health, KeySiteCategory, RingLevel } from '../../domain/items.ts';
import { KEY_SITE_CATEGORIES } from '../../domain/items.ts';
import type { CrossingState } from '../../domain/findings/sealing.ts';
import { KEY_SITE_GLYPHS } from '../../editor/key-site-glyphs.ts';
import { PLAN_COLOURS, RING_TICKS, type PlanColours, type Theme } from '../../editor/symbols.ts';

/** How to draw one icon: its size in pixels of the screen, and strokes about its middle. */
export interface Icon {
	readonly widthPx: number;
	readonly heightPx: number;
	readonly draw: (pen: CanvasRenderingContext2D) => void;
}

/** Every icon of the plan by the name its layers use. */
export function planIcons(theme: Theme): Map<string, Icon> {
	const c = PLAN_COLOURS[theme];
	const icons = new Map<string, Icon>();
	for (const status of ['staffed', 'built', 'planned', 'broken'] satisfies CheckpointStatus[]) {
		icons.set(
			`checkpoint-${status}`,
			square(22, (pen) => drawCheckpoint(pen, status, c))
		);
	}
	for (const state of ['held', 'covered', 'pocket', 'open'] satisfies CrossingState[]) {
		icons.set(
			`crossing-${state}`,
			square(18, (pen) => drawCrossing(pen, state, c))
		);
	}
	for (const health of ['working', 'impaired', 'broken'] satisfies Health[]) {
		icons.set(
			`camera-${health}`,
			square(20, (pen) => drawCamera(pen, health, true, c))
		);
		icons.set(
			`camera-${health}-apart`,
			square(20, (pen) => drawCamera(pen, health, false, c))
		);
	}
	for (const category of KEY_SITE_CATEGORIES) {
		icons.set(
			`key-site-${category}`,
			square(22, (pen) => drawKeySite(pen, category, c))
		);
	}
	for (const level of [1, 2, 3] satisfies RingLevel[]) {
		icons.set(`ring-tick-${level}`, { widthPx: 20, heightPx: 15, draw: (pen) => drawTicks(pen, level, c) });
	}
	icons.set(
		'station',
		square(22, (pen) => drawStation(pen, c))
	);
	icons.set(
		'suggestion',
		square(22, (pen) => drawSuggestion(pen, c))
	);
	icons.set(
		'leak',
		square(20, (pen) => drawCrossing(pen, 'open', c))
	);
	icons.set(
		'leak-arrow',
		square(14, (pen) => drawArrow(pen, c.leak, c.casing))
	);
	icons.set(
		'round-arrow',
		square(14, (pen) => drawArrow(pen, c.text, c.casing))
	);
	return icons;
}

function square(px: number, draw: Icon['draw']): Icon {
	return { widthPx: px, heightPx: px, draw };
}

/** Staffed: filled with a tick. Built: filled, no one there. Planned: dashed outline. Broken: crossed. */
function drawCheckpoint(pen: CanvasRenderingContext2D, status: CheckpointStatus, c: PlanColours): void {
	const colour = c.checkpoint[status];
	pen.beginPath();
	pen.roundRect(-8, -8, 16, 16, 3.5);
	pen.fillStyle = status === 'planned' ? c.casing : colour;
	pen.strokeStyle = status === 'planned' ? colour : c.casing;
	pen.lineWidth = 2;
	if (status === 'planned') pen.setLineDash([3, 2]);
	pen.fill();
	pen.stroke();
	pen.setLineDash([]);
	pen.strokeStyle = c.casing;
	pen.lineWidth = 2.2;
	if (status === 'staffed') stroke(pen, [-4, 0.5, -1.2, 3.5, 4.5, -3.5]);
	if (status === 'broken') drawCross(pen, 3.6);
	if (status === 'built') stroke(pen, [-4, 0, 4, 0]);
}

/** Held: a tick. Covered and pocket: hollow. Open: a crossed circle. */
function drawCrossing(pen: CanvasRenderingContext2D, state: CrossingState, c: PlanColours): void {
	const colour = c.crossing[state];
	circle(pen, 7.5, c.casing);
	circle(pen, 6, state === 'covered' || state === 'pocket' ? c.casing : colour);
	if (state === 'covered' || state === 'pocket') {
		pen.beginPath();
		pen.arc(0, 0, 4.6, 0, 2 * Math.PI);
		pen.lineWidth = 2;
		pen.strokeStyle = colour;
		if (state === 'pocket') pen.setLineDash([2.4, 2.4]);
		pen.stroke();
		pen.setLineDash([]);
		return;
	}
	pen.strokeStyle = c.casing;
	pen.lineWidth = 1.8;
	if (state === 'held') stroke(pen, [-3, 0.4, -1, 2.6, 3.2, -2.6]);
	else drawCross(pen, 2.7);
}

/** Working: filled. Impaired: half filled. Broken: crossed. Not integrated: dashed outline. */
function drawCamera(
	pen: CanvasRenderingContext2D,
	health: Health,
	isIntegrated: boolean,
	c: PlanColours
): void {
	const colour = c.camera[health];
	circle(pen, 8.5, c.casing);
	if (health === 'working') circle(pen, isIntegrated ? 6 : 4.2, colour);
	if (health === 'impaired') {
		pen.beginPath();
		pen.arc(0, 0, isIntegrated ? 6 : 4.2, Math.PI / 2, (3 * Math.PI) / 2);
		pen.fillStyle = colour;
		pen.fill();
	}
	pen.beginPath();
	pen.arc(0, 0, 6.3, 0, 2 * Math.PI);
	pen.strokeStyle = colour;
	pen.lineWidth = 1.8;
	if (!isIntegrated) pen.setLineDash([2.6, 2.1]);
	pen.stroke();
	pen.setLineDash([]);
	if (health === 'broken') {
		pen.lineWidth = 2;
		drawCross(pen, 3.4);
	}
	if (health === 'working') circle(pen, 1.8, c.casing);
}

function drawKeySite(pen: CanvasRenderingContext2D, category: KeySiteCategory, c: PlanColours): void {
	pen.beginPath();
	pen.roundRect(-10, -10, 20, 20, 5);
	pen.fillStyle = c.casing;
	pen.fill();
	pen.lineWidth = 1.2;
	pen.strokeStyle = c.keySite;
	pen.stroke();
	pen.translate(-6.8, -6.8);
	pen.scale(0.85, 0.85);
	pen.fillStyle = c.keySite;
	pen.fill(new Path2D(KEY_SITE_GLYPHS[category]), 'evenodd');
}

function drawStation(pen: CanvasRenderingContext2D, c: PlanColours): void {
	pen.beginPath();
	for (const [i, [x, y]] of [
		[0, -9.5],
		[8, -6.5],
		[8, 1],
		[0, 9.5],
		[-8, 1],
		[-8, -6.5]
	].entries()) {
		if (i === 0) pen.moveTo(x as number, y as number);
		else pen.lineTo(x as number, y as number);
	}
	pen.closePath();
	pen.fillStyle = c.station;
	pen.fill();
	pen.strokeStyle = c.casing;
	pen.lineWidth = 2;
	pen.stroke();
	circle(pen, 2.6, c.casing);
}

function drawSuggestion(pen: CanvasRenderingContext2D, c: PlanColours): void {
	circle(pen, 9.5, c.casing);
	pen.beginPath();
	pen.arc(0, 0, 7.6, 0, 2 * Math.PI);
	pen.strokeStyle = c.suggestion;
	pen.lineWidth = 2;
	pen.setLineDash([3.2, 2.4]);
	pen.stroke();
	pen.setLineDash([]);
	stroke(pen, [-3.6, 0, 3.6, 0]);
	stroke(pen, [0, -3.6, 0, 3.6]);
}

/** Points along the line it lies on, towards its end. */
function drawArrow(pen: CanvasRenderingContext2D, ground: string, line: string): void {
	pen.lineCap = 'round';
	pen.lineJoin = 'round';
	for (const [colour, width] of [
		[ground, 6],
		[line, 2.4]
	] as const) {
		pen.strokeStyle = colour;
		pen.lineWidth = width;
		stroke(pen, [-2, -3.6, 2, 0, -2, 3.6]);
	}
}

/** As many ticks as the level says, across a line that runs from left to right. */
function drawTicks(pen: CanvasRenderingContext2D, level: RingLevel, c: PlanColours): void {
	const count = RING_TICKS[level];
	for (const [colour, width] of [
		[c.casing, 5],
		[c.ring[level], 2.4]
	] as const) {
		pen.strokeStyle = colour;
		pen.lineWidth = width;
		for (let i = 0; i < count; i++) {
			const x = (i - (count - 1) / 2) * 5.5;
			stroke(pen, [x, -6, x, 6]);
		}
	}
}

function circle(pen: CanvasRenderingContext2D, radius: number, colour: string): void {
	pen.beginPath();
	pen.arc(0, 0, radius, 0, 2 * Math.PI);
	pen.fillStyle = colour;
	pen.fill();
}

function drawCross(pen: CanvasRenderingContext2D, arm: number): void {
	stroke(pen, [-arm, -arm, arm, arm]);
	stroke(pen, [-arm, arm, arm, -arm]);
}

function stroke(pen: CanvasRenderingContext2D, path: readonly number[]): void {
	pen.beginPath();
	pen.moveTo(path[0] as number, path[1] as number);
	for (let i = 2; i < path.length; i += 2) pen.lineTo(path[i] as number, path[i + 1] as number);
	pen.stroke();
}
