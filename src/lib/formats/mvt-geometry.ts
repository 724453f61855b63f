const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE = 15;

/** Commands for a multipoint. `points` is x, y of each, in tile units, y downwards. */
export function pointCommands(points: ArrayLike<number>): number[] {
	const count = points.length >> 1;
	if (count === 0) return [];
	const out: number[] = [(count << 3) | MOVE_TO];
	let px = 0;
	let py = 0;
	for (let i = 0; i < count * 2; i += 2) {
		out.push(zigzag(points[i] - px), zigzag(points[i + 1] - py));
		px = points[i];
		py = points[i + 1];
	}
	return out;
}

/**
 * Commands for lines, each x, y of its points as whole tile units. Repeated points are passed over,
 * and so is a line that comes down to one place.
 */
export function lineCommands(lines: readonly ArrayLike<number>[]): number[] {
	return pathCommands(lines, false);
}

/**
 * Commands for rings, each x, y of its points as whole tile units, closed or not. Order and turning
 * are the caller's: an exterior has positive area with y downwards (clockwise to the eye) and its
 * holes, turned the other way, follow it. A ring of fewer than three places is passed over, so hand
 * over exterior and holes only where the exterior has three.
 */
export function ringCommands(rings: readonly ArrayLike<number>[]): number[] {
	return pathCommands(rings, true);
}

function pathCommands(paths: readonly ArrayLike<number>[], isRing: boolean): number[] {
	const out: number[] = [];
	let px = 0;
	let py = 0;
	for (const path of paths) {
		const start = out.length;
		const backX = px;
		const backY = py;
		let end = path.length;
		if (isRing && end > 2) {
			while (end > 2 && path[end - 2] === path[0] && path[end - 1] === path[1]) end -= 2;
		}
		let count = 0;
		for (let i = 0; i < end; i += 2) {
			const dx = path[i] - px;
			const dy = path[i + 1] - py;
			if (count > 0 && dx === 0 && dy === 0) continue;
			if (count === 0) out.push((1 << 3) | MOVE_TO);
			else if (count === 1) out.push(0);
			out.push(zigzag(dx), zigzag(dy));
			px = path[i];
			py = path[i + 1];
			count++;
		}
		if (count < (isRing ? 3 : 2)) {
			out.length = start;
			px = backX;
			py = backY;
			continue;
		}
		out[start + 3] = ((count - 1) << 3) | LINE_TO;
		if (isRing) out.push(CLOSE);
	}
	return out;
}

function zigzag(n: number): number {
	return (n << 1) ^ (n >> 31);
}
