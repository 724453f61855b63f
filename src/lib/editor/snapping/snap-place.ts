import type { Item, ItemId } from '../../domain/items.ts';
import type { Bbox, LngLat, Px } from '../../geo/coordinates.ts';
import type { Projection } from '../tools/pointer-tool.ts';
import { placeBetween, rounded } from '../../geo/rounded.ts';
import { itemLines, sidesIn } from './item-sides.ts';
import type { LineIndex, Side } from './line-index.ts';
import { SNAP_TO, type SnapContext, type Snapped, type SnapTo } from './snapped.ts';
import { straightGuides } from './straight-guides.ts';

/** What a point can be drawn to. */
export interface SnapScene extends Projection {
	/** Things of the plan that are shown, cameras left out. */
	readonly items: Iterable<Item>;
	/** Streets, waters and railways on screen; null where there are none, or not yet. */
	readonly lines: LineIndex | null;
	/** How near something must be, in pixels. */
	readonly reachPx: number;
	/** What may draw a point; all of it where absent. */
	readonly kinds?: ReadonlySet<SnapTo> | undefined;
}

/** Sides shorter than this on screen have no middle worth drawing to. */
const MIDDLE_FROM_PX = 40;
/** Sides that so many come into the reach of are a tangle: where they cross is not asked. */
const MOST_CROSSED = 40;

interface Candidate {
	readonly at: LngLat;
	readonly to: SnapTo;
	readonly awayPx: number;
	readonly item?: ItemId | undefined;
	readonly guides?: Snapped['guides'];
}

/**
 * The place meant by `p`: what is nearest within reach of the strongest kind in `SNAP_TO`, exactly as it is on file; the place
 * under the pointer to 1e-7 degree where nothing is near, or where Alt is held.
 */
export function snapPlace(p: Px, scene: SnapScene, about: SnapContext = {}): Snapped {
	const plain: Snapped = { at: rounded(scene.unproject(p)), to: null, guides: [] };
	if (about.isFree || scene.kinds?.size === 0) return plain;
	let best: Candidate | null = null;
	for (const found of candidates(p, scene, about)) {
		if (scene.kinds && !scene.kinds.has(found.to)) continue;
		if (found.awayPx > scene.reachPx) continue;
		const isBetter =
			best === null ||
			strength(found.to) < strength(best.to) ||
			(strength(found.to) === strength(best.to) && found.awayPx < best.awayPx);
		if (isBetter) best = found;
	}
	return best ? { at: best.at, to: best.to, item: best.item, guides: best.guides ?? [] } : plain;
}

function strength(to: SnapTo): number {
	return SNAP_TO.indexOf(to);
}

function* candidates(p: Px, scene: SnapScene, about: SnapContext): Generator<Candidate, undefined> {
	const box = boxAbout(p, scene);
	const awayPx = (at: LngLat): number => {
		const { px, py } = scene.project(at);
		return Math.hypot(px - p.px, py - p.py);
	};
	const near: Side[] = [];
	for (const item of scene.items) {
		if (about.without?.has(item.id)) continue;
		const { bbox, lines } = itemLines(item);
		if (!meet(bbox, box)) continue;
		for (const line of lines) {
			for (const at of line) if (isIn(at, box)) yield { at, to: 'corner', awayPx: awayPx(at), item: item.id };
		}
		for (const side of sidesIn(lines, box)) {
			near.push(side);
			yield* onSide(p, side, scene, 'edge', item.id);
		}
	}
	for (const at of about.line ?? []) yield { at, to: 'corner', awayPx: awayPx(at) };
	for (const at of scene.lines?.junctionsIn(box) ?? []) yield { at, to: 'crossing', awayPx: awayPx(at) };
	for (const side of scene.lines?.sidesIn(box) ?? []) {
		near.push(side);
		yield* onSide(p, side, scene, 'road');
	}
	if (near.length <= MOST_CROSSED) {
		for (let i = 0; i < near.length; i++) {
			for (let j = i + 1; j < near.length; j++) {
				const at = crossingOf(near[i] as Side, near[j] as Side);
				if (at) yield { at, to: 'intersection', awayPx: awayPx(at) };
			}
		}
	}
	for (const { at, to, guides } of straightGuides(p, scene, near, about)) {
		yield { at, to, guides, awayPx: awayPx(at) };
	}
	return undefined;
}

function* onSide(
	p: Px,
	{ a, b }: Side,
	projection: Projection,
	to: 'edge' | 'road',
	item?: ItemId
): Generator<Candidate, undefined> {
	const [from, end] = [projection.project(a), projection.project(b)];
	const [dx, dy] = [end.px - from.px, end.py - from.py];
	const lengthSq = dx * dx + dy * dy;
	if (lengthSq === 0) return undefined;
	if (to === 'edge' && lengthSq >= MIDDLE_FROM_PX ** 2) {
		const awayPx = Math.hypot((from.px + end.px) / 2 - p.px, (from.py + end.py) / 2 - p.py);
		yield { at: placeBetween(a, b, 0.5), to: 'middle', awayPx, item };
	}
	const t = ((p.px - from.px) * dx + (p.py - from.py) * dy) / lengthSq;
	if (t <= 0 || t >= 1) return undefined;
	const awayPx = Math.hypot(from.px + t * dx - p.px, from.py + t * dy - p.py);
	yield { at: placeBetween(a, b, t), to, awayPx, item };
	return undefined;
}

/** Where two sides cross between their ends; null where they do not, or run in line. */
function crossingOf(e: Side, f: Side): LngLat | null {
	const [rx, ry] = [e.b[0] - e.a[0], e.b[1] - e.a[1]];
	const [sx, sy] = [f.b[0] - f.a[0], f.b[1] - f.a[1]];
	const cross = rx * sy - ry * sx;
	if (cross === 0) return null;
	const [qx, qy] = [f.a[0] - e.a[0], f.a[1] - e.a[1]];
	const t = (qx * sy - qy * sx) / cross;
	const u = (qx * ry - qy * rx) / cross;
	if (t <= 0 || t >= 1 || u <= 0 || u >= 1) return null;
	return rounded([e.a[0] + t * rx, e.a[1] + t * ry]);
}

function boxAbout({ px, py }: Px, { unproject, reachPx }: SnapScene): Bbox {
	// four corners, for the map may be turned
	const corners = [
		[-1, -1],
		[1, -1],
		[1, 1],
		[-1, 1]
	].map(([x = 0, y = 0]) => unproject({ px: px + x * reachPx, py: py + y * reachPx }));
	const lngs = corners.map(([lng]) => lng);
	const lats = corners.map(([, lat]) => lat);
	return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

function meet(a: Bbox, b: Bbox): boolean {
	return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function isIn([lng, lat]: LngLat, [west, south, east, north]: Bbox): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}
