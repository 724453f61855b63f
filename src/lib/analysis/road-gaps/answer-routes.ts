import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { RoutesAnswer } from '../../domain/findings/routes.ts';
import type { Item } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import { footprintsOf } from '../coverage/footprints.ts';
import { boundsOf, isBoundary } from '../coverage/subject.ts';
import type { Walls } from '../coverage/walls.ts';
import { unseenRoads } from './unseen-roads.ts';

/**
 * The whole answer to `routes`: the stretches of road within the area of the plan that nothing
 * counted holds; cameras do not see past `walls`. Without an area or a ring, all roads of the region are asked about. Patrols hold
 * tunnels too; cameras above them do not.
 */
export function answerRoutes(
	roads: Roads,
	items: readonly Item[],
	assumptions: Assumptions,
	by: CoverageBy,
	walls: Walls | null = null
): RoutesAnswer {
	const area = boundsOf(items.filter(isBoundary)).found.flatMap(({ rings }) => rings);
	const inTunnels = by === 'cameras' ? undefined : footprintsOf(items, assumptions, 'patrols');
	return unseenRoads(roads, footprintsOf(items, assumptions, by, walls), area, { inTunnels });
}
