import type { Px } from '../geo/coordinates.ts';

/** The place on a line of the screen closest to `p`, and how far it is; null for a line without points. */
export function nearestOnLine(p: Px, line: readonly Px[]): { at: Px; awayPx: number } | null {
	let best: { at: Px; awayPx: number } | null = null;
	for (let i = 0; i < line.length; i++) {
		const a = line[i] as Px;
		const b = line[i + 1] ?? a;
		const dx = b.px - a.px;
		const dy = b.py - a.py;
		const lengthSq = dx * dx + dy * dy;
		const along = lengthSq === 0 ? 0 : ((p.px - a.px) * dx + (p.py - a.py) * dy) / lengthSq;
		const t = Math.min(1, Math.max(0, along));
		const at = { px: a.px + t * dx, py: a.py + t * dy };
		const awayPx = Math.hypot(p.px - at.px, p.py - at.py);
		if (!best || awayPx < best.awayPx) best = { at, awayPx };
	}
	return best;
}
