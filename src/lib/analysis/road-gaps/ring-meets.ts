import type { ControlRing, ItemId } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import { ringLine } from '../../network/ring-line.ts';
import { Ground } from './ground.ts';

/** The measures at which each edge crosses the line of a ring. */
export interface RingMeets {
	readonly ring: ItemId;
	readonly byEdge: ReadonlyMap<number, readonly number[]>;
}

/** Where roads cross the line of `ring`; none where it is no ring. */
export function ringMeets(roads: Roads, ring: ControlRing): RingMeets {
	const byEdge = new Map<number, number[]>();
	const line = ringLine(ring.geometry.coordinates[0] ?? []);
	if (line && roads.segments) {
		const { graph, segments, segmentEdge } = roads;
		const { shapeLng: lng, shapeLat: lat, shapeStart } = graph;
		const ground = new Ground([
			Int32Array.from({ length: 2 * line.x.length }, (_, i) => (i & 1 ? line.y : line.x)[i >> 1])
		]);
		const near = new Set<number>();
		for (let k = 0; k < line.x.length; k++) {
			const n = k + 1 === line.x.length ? 0 : k + 1;
			const [ax, ay, bx, by] = [line.x[k], line.y[k], line.x[n], line.y[n]];
			const found = segments.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
			for (const s of found) near.add(s);
		}
		for (const s of near) {
			const edge = segmentEdge[s];
			const i = s + edge;
			for (const share of ground.crossings(lng[i], lat[i], lng[i + 1], lat[i + 1])) {
				const known = byEdge.get(edge);
				const measure = i - shapeStart[edge] + share;
				if (known) known.push(measure);
				else byEdge.set(edge, [measure]);
			}
		}
	}
	return { ring: ring.id, byEdge };
}
