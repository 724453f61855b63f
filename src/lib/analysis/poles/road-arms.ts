import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import { appendLine, lastMeasure } from '../../network/edge-line.ts';
import { nearEdges } from '../../network/near-edges.ts';
import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

/** A road leaves a junction where its line crosses a circle of this radius about the pole. */
export const ARM_RADIUS_M = 40;
/** Lines that leave within this of each other are carriageways of one road. */
const ONE_ROAD_DEG = 28;

/**
 * Compass degrees in which roads for cars lead away from a place, clockwise from north, to a whole degree;
 * carriageways of one road count once, by the middle between them, and what runs in a tunnel not at all.
 * Empty where no road passes within 40 m.
 */
export function roadArms({ graph, ...roads }: Roads, at: LngLat): number[] {
	const plane = localPlane(at);
	const x = Math.round(at[0] * GRID_PER_DEG);
	const y = Math.round(at[1] * GRID_PER_DEG);
	const bearings: number[] = [];
	for (const { edge } of nearEdges({ graph, ...roads }, x, y, ARM_RADIUS_M)) {
		const flags = graph.edgeFlags[edge];
		if (!(flags & EDGE.DRIVE) || flags & EDGE.TUNNEL) continue;
		const line: LngLat[] = [];
		appendLine(line, graph, edge, 0, lastMeasure(graph, edge));
		const points = line.map((place) => toPlane(plane, place));
		for (let i = 1; i < points.length; i++) {
			const [a, b] = [points[i - 1], points[i]];
			for (const t of meetsCircle(a, b)) {
				const east = a.x + t * (b.x - a.x);
				const north = a.y + t * (b.y - a.y);
				bearings.push(((Math.atan2(east, north) * 180) / Math.PI + 360) % 360);
			}
		}
	}
	return oncePerRoad(bearings.sort((a, b) => a - b));
}

/** Where along a to b, 0 up to 1, the circle is crossed. */
function meetsCircle(a: { x: number; y: number }, b: { x: number; y: number }): number[] {
	const dx = b.x - a.x;
	const dy = b.y - a.y;
	const lengthSq = dx * dx + dy * dy;
	if (lengthSq === 0) return [];
	const along = a.x * dx + a.y * dy;
	const root = along * along - lengthSq * (a.x * a.x + a.y * a.y - ARM_RADIUS_M ** 2);
	if (root <= 0) return [];
	return [-1, 1].map((side) => (-along + side * Math.sqrt(root)) / lengthSq).filter((t) => t >= 0 && t < 1);
}

/** Bearings in order, those close together as their middle; the first gap wide enough is where the round begins. */
function oncePerRoad(sorted: readonly number[]): number[] {
	const count = sorted.length;
	if (count === 0) return [];
	let begin = 0;
	for (let i = 0; i < count; i++) {
		const before = i === 0 ? (sorted[count - 1] as number) - 360 : (sorted[i - 1] as number);
		if ((sorted[i] as number) - before > ONE_ROAD_DEG) {
			begin = i;
			break;
		}
	}
	const groups: number[][] = [];
	for (let k = 0; k < count; k++) {
		const i = (begin + k) % count;
		const bearing = (sorted[i] as number) + (i < begin ? 360 : 0);
		const group = groups.at(-1);
		if (group && bearing - (group[0] as number) <= ONE_ROAD_DEG) group.push(bearing);
		else groups.push([bearing]);
	}
	return groups
		.map((group) => Math.round(((group[0] as number) + (group.at(-1) as number)) / 2) % 360)
		.sort((a, b) => a - b);
}
