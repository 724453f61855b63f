import type { Position } from 'geojson';
import { roundedDeg } from '../../geo/rounded.ts';
import type { RingLevel } from '../../domain/items.ts';
import { itemsOfKind, type Plan } from '../../domain/plan.ts';

/** The first of core, outer and border that no ring has yet; border when all are there. */
export function nextLevel(plan: Plan): RingLevel {
	const taken = new Set(itemsOfKind(plan, 'control-ring').map((ring) => ring.properties.level));
	return ([1, 2, 3] as const).find((level) => !taken.has(level)) ?? 3;
}

/** A closed ring as RFC 7946 wants an exterior, to 1e-7 degree. */
export function counterClockwise(ring: Position[]): Position[] {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [ax, ay] = ring[i] as [number, number];
		const [bx, by] = ring[i + 1] as [number, number];
		twice += ax * by - bx * ay;
	}
	const exact = ring.map((at) => at.map((value, i) => (i < 2 ? roundedDeg(value) : value)));
	return twice < 0 ? exact.reverse() : exact;
}
