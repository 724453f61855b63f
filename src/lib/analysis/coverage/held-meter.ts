import { areaUnder, type Parallel } from '../../geo/parallel.ts';
import type { Overlay } from '../../geo/overlay/overlay.ts';
import { SCENARIOS } from './scenarios.ts';

/** Where a cell lies on the grid, and how many gap faces were traced in it. */
interface Frame {
	readonly x: number;
	readonly y: number;
	readonly parallel: Parallel;
	readonly faces: number;
}

/**
 * Measures, in the overlay of one cell, the ground held under each scenario, and what of each gap
 * face three of them would close.
 *
 * The ground between two segments is the ground below the upper one less the ground below the lower:
 * so each segment adds what lies below it to the scenarios that hold the region under it, and takes
 * it from those that hold the region over it.
 */
export class HeldMeter {
	/** Square metres by scenario, of the last cell measured. */
	readonly heldM2 = new Float64Array(SCENARIOS);
	private closed = new Float64Array(96);
	private isClosing = false;

	/**
	 * `heldUnder` gives the scenarios (bits) that hold ground by the bits of the layers present;
	 * `closing` are the three that are measured in each of the traced faces.
	 */
	measure(
		overlay: Overlay,
		heldUnder: (present: number) => number,
		closing: readonly [number, number, number],
		frame: Frame
	): void {
		const { arrangement } = overlay;
		const { segments, presentAbove, presentBelow } = arrangement;
		const { x1, y1, x2, y2, count } = segments;
		const held = this.heldM2.fill(0);
		if (this.closed.length < 3 * frame.faces) this.closed = new Float64Array(6 * frame.faces);
		const closed = this.closed.fill(0);
		this.isClosing = false;
		const anyClosing = (1 << closing[0]) | (1 << closing[1]) | (1 << closing[2]);
		for (let e = 0; e < count; e++) {
			const above = heldUnder(presentAbove[e]);
			const below = heldUnder(presentBelow[e]);
			const change = above ^ below;
			if (change === 0 && (above & anyClosing) === 0) continue;
			const area = areaUnder(frame.parallel, x1[e], y1[e] + frame.y, x2[e], y2[e] + frame.y);
			for (let rest = change; rest !== 0; rest &= rest - 1) {
				const s = 31 - Math.clz32(rest & -rest);
				held[s] += (below >> s) & 1 ? area : -area;
			}
			if (frame.faces === 0 || ((above | below) & anyClosing) === 0) continue;
			const up = overlay.faceAbove(e);
			const down = overlay.faceBelow(e);
			for (let k = 0; k < 3; k++) {
				const isUp = up >= 0 && (above >> closing[k]) & 1;
				const isDown = down >= 0 && (below >> closing[k]) & 1;
				if (isUp) closed[3 * up + k] -= area;
				if (isDown) closed[3 * down + k] += area;
				if (isUp || isDown) this.isClosing = true;
			}
		}
	}

	/** What of each of `faces` the three scenarios would close, at most all of it; null where nothing. */
	closes(faces: number, areaM2: Float64Array): Float64Array | null {
		if (!this.isClosing) return null;
		const closes = new Float64Array(3 * faces);
		for (let i = 0; i < 3 * faces; i++)
			closes[i] = Math.min(areaM2[Math.floor(i / 3)], Math.max(0, this.closed[i]));
		return closes;
	}
}
