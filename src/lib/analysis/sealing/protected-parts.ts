import { nearEdges } from '../../network/near-edges.ts';
import { reach } from '../../network/reach.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closures } from './closures.ts';
import type { RingCut } from './ring-cut.ts';
import type { RingGround, Stretch } from './ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from './ring-network.ts';

/** A piece of a stretch in the band of a ring, by measures, and whether the ring protects it. */
export interface BandPart {
	readonly edge: number;
	readonly from: number;
	readonly to: number;
	readonly isProtected: boolean;
}

/** How far from a checkpoint the place on its road is looked for, metres. */
const CONTROL_REACH_M = 150;

/**
 * The roads in the band of a ring, parted by what the ring protects: all that is reached from inside when
 * the leaks of `cut` are closed as well. What neither side reaches, as between two checkpoints or on an
 * island of the map, belongs to the side of the line it lies on. A closed road is parted where it is closed.
 */
export function protectedParts(
	roads: Roads,
	ground: RingGround,
	net: RingNetwork,
	cut: RingCut,
	closures: Closures
): BandPart[] {
	const open = net.open.slice();
	for (const direction of cut.directions) open[direction] = open[direction ^ 1] = 0;
	const isInner = reach(net.network, open, [INSIDE]);
	const isOuter = reach(net.network, open, [OUTSIDE], true);
	const isSafe = (place: number): boolean => {
		const node = net.nodeOf[place];
		if (isInner[node] || isOuter[node]) return isInner[node] === 1;
		return ground.placeIsInside[place] === 1;
	};

	const parts: BandPart[] = [];
	const add = (edge: number, from: number, to: number, isProtected: boolean): void => {
		if (to > from) parts.push({ edge, from, to, isProtected });
	};
	for (let s = 0; s < ground.stretches.length; s++) {
		const stretch = ground.stretches[s];
		const { edge, bandStart, bandEnd } = stretch;
		if (closures.removed.has(edge)) continue;
		const isFromSafe = isSafe(stretch.from);
		const isToSafe = isSafe(stretch.to);
		if (isFromSafe === isToSafe) {
			add(edge, bandStart, bandEnd, isFromSafe);
			continue;
		}
		const closedAt = net.holder[s] === null ? stretch.at : controlMeasure(roads, stretch, closures);
		const middle = Math.min(bandEnd, Math.max(bandStart, closedAt));
		add(edge, bandStart, middle, isFromSafe);
		add(edge, middle, bandEnd, isToSafe);
	}
	return parts;
}

/** Where on a closed stretch it is closed: as near as may be to the place its first holder says. */
function controlMeasure(roads: Roads, stretch: Stretch, closures: Closures): number {
	const control = closures.byEdge.get(stretch.edge)?.[0]?.control;
	if (!control) return stretch.at;
	const near = nearEdges(roads, control.x, control.y, CONTROL_REACH_M);
	return near.find(({ edge }) => edge === stretch.edge)?.measure ?? stretch.at;
}

/** Calls `visit` with points (1e-7 degrees) along `part`, its ends among them, at most `stepM` apart. */
export function walkPart(
	roads: Roads,
	{ edge, from, to }: BandPart,
	stepM: number,
	metresPerGridX: number,
	metresPerGridY: number,
	visit: (x: number, y: number, measure: number) => void
): void {
	const { shapeStart, shapeLng, shapeLat } = roads.graph;
	const first = shapeStart[edge];
	for (let m = Math.floor(from); m < to; m++) {
		const i = first + m;
		const start = Math.max(from, m);
		const end = Math.min(to, m + 1);
		const dx = shapeLng[i + 1] - shapeLng[i];
		const dy = shapeLat[i + 1] - shapeLat[i];
		const lengthM = Math.hypot(dx * metresPerGridX, dy * metresPerGridY) * (end - start);
		const steps = Math.max(1, Math.ceil(lengthM / stepM));
		for (let k = m === Math.floor(from) ? 0 : 1; k <= steps; k++) {
			const measure = start + ((end - start) * k) / steps;
			visit(shapeLng[i] + dx * (measure - m), shapeLat[i] + dy * (measure - m), measure);
		}
	}
}
