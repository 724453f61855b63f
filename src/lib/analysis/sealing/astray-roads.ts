import type { AstrayRoad } from '../../domain/findings/protected.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { appendLine, lengthBetweenM } from '../../network/edge-line.ts';
import { ringContains } from '../../network/ring-line.ts';
import type { Roads } from '../../network/roads.ts';
import { walkPart, type BandPart } from './protected-parts.ts';
import type { RingGround } from './ring-ground.ts';

const STEP_M = 5;
/** Shorter pieces are the way over a crossing and tell nothing. */
const LEAST_M = 10;

/**
 * The roads that the line of the ring tells wrong: `lost` lie inside it and are not protected, `beyond`
 * lie outside it and are. To 5 m; pieces below 10 m are left out.
 */
export function astrayRoads(
	roads: Roads,
	ground: RingGround,
	parts: readonly BandPart[]
): { lost: AstrayRoad[]; beyond: AstrayRoad[] } {
	const plane = localPlane([0, ground.line.segments.minY / GRID_PER_DEG]);
	const found = { lost: [] as AstrayRoad[], beyond: [] as AstrayRoad[] };
	for (const part of parts) {
		let from: number | null = null;
		let last = part.from;
		const close = (to: number): void => {
			if (from !== null) {
				const road = describe(roads, part.edge, from, to);
				if (road.lengthM >= LEAST_M) (part.isProtected ? found.beyond : found.lost).push(road);
			}
			from = null;
		};
		walkPart(
			roads,
			part,
			STEP_M,
			plane.metresPerLng / GRID_PER_DEG,
			plane.metresPerLat / GRID_PER_DEG,
			(x, y, measure) => {
				const isAstray = ringContains(ground.line, x, y) !== part.isProtected;
				if (isAstray) from ??= measure;
				else close(last);
				last = measure;
			}
		);
		close(part.to);
	}
	return found;
}

function describe({ graph }: Roads, edge: number, from: number, to: number): AstrayRoad {
	const line: LngLat[] = [];
	appendLine(line, graph, edge, from, to);
	const name = graph.edgeName[edge];
	return {
		road: name < 0 ? null : graph.names[name],
		line,
		lengthM: lengthBetweenM(graph, edge, from, to)
	};
}
