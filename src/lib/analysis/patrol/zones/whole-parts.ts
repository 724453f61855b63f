import type { GroundGrid } from './ground-grid.ts';
import { sidesOf } from './street-cells.ts';

/**
 * The parts of a grid without fragments: squares of a part that do not hang together with most of it
 * within the ground go to a part beside them. Where the ground itself lies apart nothing lies beside.
 */
export function wholeParts(grid: GroundGrid, partOf: Int32Array, count: number): Int32Array {
	const islandOf = new Int32Array(partOf.length).fill(-1);
	const islands: { part: number; cells: number[] }[] = [];
	for (let start = 0; start < partOf.length; start++) {
		if (islandOf[start] >= 0 || !grid.isWithin[start]) continue;
		const cells = [start];
		islandOf[start] = islands.length;
		for (let k = 0; k < cells.length; k++) {
			for (const next of sidesOf(grid, cells[k])) {
				if (islandOf[next] >= 0 || !grid.isWithin[next] || partOf[next] !== partOf[start]) continue;
				islandOf[next] = islands.length;
				cells.push(next);
			}
		}
		islands.push({ part: partOf[start], cells });
	}
	const largest = new Int32Array(count).fill(-1);
	islands.forEach(({ part, cells }, i) => {
		if (largest[part] < 0 || cells.length > islands[largest[part]].cells.length) largest[part] = i;
	});

	const whole = partOf.slice();
	const lost: number[] = [];
	islands.forEach(({ part, cells }, i) => {
		if (largest[part] === i) return;
		for (const cell of cells) whole[cell] = -1;
		lost.push(...cells);
	});
	// squares off the ground follow those on it anew
	for (const isOff of [false, true]) {
		if (isOff) for (let cell = 0; cell < whole.length; cell++) if (!grid.isWithin[cell]) whole[cell] = -1;
		const queue: number[] = [];
		for (let cell = 0; cell < whole.length; cell++) if (whole[cell] >= 0) queue.push(cell);
		for (let k = 0; k < queue.length; k++) {
			for (const next of sidesOf(grid, queue[k])) {
				if (whole[next] >= 0 || (!isOff && !grid.isWithin[next])) continue;
				whole[next] = whole[queue[k]];
				queue.push(next);
			}
		}
		// ground that lies apart keeps its part
		if (!isOff) for (const cell of lost) if (whole[cell] < 0) whole[cell] = partOf[cell];
	}
	return whole;
}
