import type { FollowAsk, FollowedLine } from '../../domain/findings/followed-line.ts';
import type { Borders } from '../../geo/borders.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { gridLengthM } from '../../network/edge-line.ts';
import { bestWay } from './best-way.ts';
import { borderWeb, type BorderWeb } from './border-web.ts';
import { joinedEnds, straightLine } from './joined-ends.ts';

/** How far a place may lie from the line that is meant. */
const REACH_M = 400;

/**
 * The shortest way along rivers, streams and shores, or along railways, between two places; each is meant on the
 * line nearest to it, within 400 m. Straight where none is near or no line leads across.
 */
export function followBorders(
	borders: Borders,
	along: 'water' | 'railway',
	from: LngLat,
	to: LngLat,
	onLine?: FollowAsk['onLine']
): FollowedLine {
	const web = borderWeb(borders, along);
	const a = nearestSide(web, from);
	const b = nearestSide(web, to);
	if (!a || !b) return straightLine(from, to);
	const footholds = ({ side, at }: Foot) =>
		[web.sideFrom[side], web.sideTo[side]].map((node) => ({
			node,
			cost: gridLengthM(at[0], at[1], web.x[node], web.y[node])
		}));
	const direct = a.side === b.side ? gridLengthM(a.at[0], a.at[1], b.at[0], b.at[1]) : Infinity;
	const way = bestWay(
		{
			nodeCount: web.x.length,
			onward(node, visit) {
				for (const { next, lengthM } of web.onward[node]) visit(next, lengthM, next);
			},
			leastCost: (node) => 0.999 * gridLengthM(web.x[node], web.y[node], b.at[0], b.at[1])
		},
		footholds(a),
		footholds(b),
		direct
	);
	if (!way && direct === Infinity) return straightLine(from, to);
	const inner = way ? [way.start, ...way.marks] : [];
	const onGrid = [a.at, ...inner.map((node) => [web.x[node], web.y[node]]), b.at];
	return joinedEnds(
		from,
		onGrid.map(([x, y]): LngLat => [Math.round(x) / GRID_PER_DEG, Math.round(y) / GRID_PER_DEG]),
		to,
		onLine
	);
}

interface Foot {
	readonly side: number;
	/** Nearest place of the side, in 1e-7 degrees. */
	readonly at: readonly [number, number];
}

function nearestSide(web: BorderWeb, place: LngLat): Foot | null {
	const x = place[0] * GRID_PER_DEG;
	const y = place[1] * GRID_PER_DEG;
	const plane = localPlane(place);
	const kx = plane.metresPerLng / GRID_PER_DEG;
	const ky = plane.metresPerLat / GRID_PER_DEG;
	let best: Foot | null = null;
	let least = REACH_M;
	const found =
		web.sides?.search(x - REACH_M / kx, y - REACH_M / ky, x + REACH_M / kx, y + REACH_M / ky) ?? [];
	for (const side of found) {
		const [from, to] = [web.sideFrom[side], web.sideTo[side]];
		const [ax, ay] = [(web.x[from] - x) * kx, (web.y[from] - y) * ky];
		const [dx, dy] = [(web.x[to] - web.x[from]) * kx, (web.y[to] - web.y[from]) * ky];
		const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
		const awayM = Math.hypot(ax + t * dx, ay + t * dy);
		if (awayM > least) continue;
		least = awayM;
		best = { side, at: [x + (ax + t * dx) / kx, y + (ay + t * dy) / ky] };
	}
	return best;
}
