import type { CheckFinding, CheckFix, IdleWhy } from '../../domain/checks/check-finding.ts';
import { polygonsOf } from '../../domain/checks/checked-plan.ts';
import { boxOfPlace } from '../../domain/checks/item-place.ts';
import type { ItemMap } from '../../domain/item-map.ts';
import type { Checkpoint } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { NearestBorder } from '../../geo/nearest-border.ts';
import { lngLatAt } from '../../network/edge-line.ts';
import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { nearestRoad } from '../road-gaps/nearest-road.ts';
import { controlsOf, edgesControlledFrom } from '../sealing/controls.ts';

/** A checkpoint farther from every ring than this serves none of them. */
export const FAR_FROM_RING_M = 1000;

/**
 * Checkpoints that control nothing, on duty or not: no road passes within 30 m, or the roads they state
 * are all gone, or they close roads more than 1 km from every ring (only where the plan has rings).
 *
 * One on no road can be moved to the nearest road for cars within 500 m; one whose stated roads are
 * gone can go by the 30 m rule again, where that closes something. Both are for a person to choose.
 */
export function idleCheckpoints(roads: Roads, items: ItemMap): CheckFinding[] {
	const rings = items.ofKind('control-ring').flatMap(polygonsOf);
	const lines = new NearestBorder(rings.map((polygon) => polygon.slice(0, 1)));
	return items.ofKind('checkpoint').flatMap((checkpoint): CheckFinding[] => {
		const at = checkpoint.geometry.coordinates as readonly number[] as LngLat;
		const found = (why: IdleWhy, fixes: CheckFix[], lengthM?: number): CheckFinding => ({
			key: `checkpoint-idle ${checkpoint.id}`,
			code: 'checkpoint-idle',
			severity: why === 'far' ? 'note' : 'warning',
			about: [checkpoint.id],
			at,
			bbox: boxOfPlace(at),
			why,
			...(lengthM !== undefined && { lengthM }),
			fixes: [...fixes, { how: 'remove', ids: [checkpoint.id] }],
			isPlain: false
		});
		if (controlsOf(roads, checkpoint).length === 0) {
			const isStale = (checkpoint.properties.controls ?? []).length > 0;
			if (isStale && closesByRule(roads, at)) {
				return [found('stale', [{ how: 'forget-controls', id: checkpoint.id }])];
			}
			const { fixes, lengthM } = ontoRoad(roads, checkpoint, at);
			return [found(isStale ? 'stale' : 'no-road', fixes, lengthM)];
		}
		const near = lines.nearest(at);
		return near && near.lengthM > FAR_FROM_RING_M ? [found('far', [], near.lengthM)] : [];
	});
}

function closesByRule(roads: Roads, [lng, lat]: LngLat): boolean {
	return (
		edgesControlledFrom(roads, Math.round(lng * GRID_PER_DEG), Math.round(lat * GRID_PER_DEG)).length > 0
	);
}

function ontoRoad(roads: Roads, { id }: Checkpoint, at: LngLat): { fixes: CheckFix[]; lengthM?: number } {
	const near = nearestRoad(roads, at, (edge) => ((roads.graph.edgeFlags[edge] as number) & EDGE.DRIVE) !== 0);
	if (!near) return { fixes: [] };
	const to = lngLatAt(roads.graph, near.edge, near.measure);
	return { fixes: [{ how: 'move', id, to, onto: 'road' }], lengthM: near.offM };
}
