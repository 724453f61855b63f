/**
 * The corners of `line` that must stay for no corner to lie more than `tolerance` off it; the ends stay, as
 * does the farthest corner of a line that ends where it begins (Douglas and Peucker 1973). A corner is
 * `row * across + column`. At 0 only corners on a straight line go.
 */
export function thinLine(line: readonly number[], across: number, tolerance: number): number[] {
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const spans: [number, number][] = [[0, line.length - 1]];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [from, to] = span;
		let worst = -1;
		let worstOff = tolerance;
		for (let i = from + 1; i < to; i++) {
			const off = offLine(line[from], line[to], line[i], across);
			if (off > worstOff + 1e-9) {
				worst = i;
				worstOff = off;
			}
		}
		if (worst < 0) continue;
		keep[worst] = 1;
		spans.push([from, worst], [worst, to]);
	}
	return line.filter((_, i) => keep[i]);
}

function offLine(from: number, to: number, corner: number, across: number): number {
	const [ax, ay] = [from % across, Math.floor(from / across)];
	const dx = (to % across) - ax;
	const dy = Math.floor(to / across) - ay;
	const px = (corner % across) - ax;
	const py = Math.floor(corner / across) - ay;
	const length = Math.hypot(dx, dy);
	if (length === 0) return Math.hypot(px, py);
	const along = (px * dx + py * dy) / length;
	if (along < 0) return Math.hypot(px, py);
	if (along > length) return Math.hypot(px - dx, py - dy);
	return Math.abs(px * dy - py * dx) / length;
}
