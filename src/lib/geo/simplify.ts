/**
 * Thins a path of x, y (Ramer 1972, Douglas and Peucker 1973): no point left out lies farther than
 * `tolerance` from what is kept. Both ends stay; of a closed ring also the point farthest from them.
 * Returns the path itself where nothing is left out.
 */
export function simplify(path: number[], tolerance: number, isClosed: boolean): number[] {
	const count = path.length >> 1;
	if (count <= (isClosed ? 4 : 2)) return path;
	const keep = new Uint8Array(count);
	keep[0] = keep[count - 1] = 1;
	const stack: number[] = [];
	if (isClosed) {
		const far = farthestFromStart(path);
		keep[far] = 1;
		stack.push(0, far, far, count - 1);
	} else stack.push(0, count - 1);

	const limit = tolerance * tolerance;
	let kept = isClosed ? 3 : 2;
	while (stack.length > 0) {
		const to = stack.pop() as number;
		const from = stack.pop() as number;
		const ax = path[2 * from];
		const ay = path[2 * from + 1];
		const dx = path[2 * to] - ax;
		const dy = path[2 * to + 1] - ay;
		const lengthSq = dx * dx + dy * dy;
		let worst = limit;
		let worstAt = -1;
		for (let i = from + 1; i < to; i++) {
			let x = path[2 * i] - ax;
			let y = path[2 * i + 1] - ay;
			if (lengthSq > 0) {
				let t = (x * dx + y * dy) / lengthSq;
				t = t < 0 ? 0 : t > 1 ? 1 : t;
				x -= t * dx;
				y -= t * dy;
			}
			const distanceSq = x * x + y * y;
			if (distanceSq > worst) {
				worst = distanceSq;
				worstAt = i;
			}
		}
		if (worstAt < 0) continue;
		keep[worstAt] = 1;
		kept++;
		if (worstAt - from > 1) stack.push(from, worstAt);
		if (to - worstAt > 1) stack.push(worstAt, to);
	}
	if (kept === count) return path;
	const out: number[] = [];
	for (let i = 0; i < count; i++) if (keep[i]) out.push(path[2 * i], path[2 * i + 1]);
	return out;
}

function farthestFromStart(path: number[]): number {
	let far = 1;
	let farSq = -1;
	for (let i = 1; i < (path.length >> 1) - 1; i++) {
		const distanceSq = (path[2 * i] - path[0]) ** 2 + (path[2 * i + 1] - path[1]) ** 2;
		if (distanceSq > farSq) {
			farSq = distanceSq;
			far = i;
		}
	}
	return far;
}
