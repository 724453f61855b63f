import type { FollowOptions, RingPart } from '../../domain/findings/ring-aid.ts';
import type { Borders } from '../../geo/borders.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane, toPlane, type LocalPlane } from '../../geo/local-plane.ts';
import type { Roads } from '../../network/roads.ts';
import { beltAbout } from './belt.ts';
import type { BorderLine } from './border-line.ts';
import { cheapestRound } from './cheapest-round.ts';
import { borderLines, roadLines, type GridBox } from './line-sources.ts';
import { closed, ringOfTrail } from './ring-of-trail.ts';

import { ringParts } from './ring-parts.ts';
import { RoughLoop } from './rough-loop.ts';
import { streetGround } from './street-ground.ts';
import { trailOf } from './trail-of.ts';

/** A ring and what its parts follow. */
export interface FollowedRing {
	/** Closed, counter-clockwise, simple; degrees to seven decimals. */
	readonly outline: LngLat[];
	readonly parts: RingPart[];
}

/** What a metre costs that lies where it is to stay. */
const KEPT_WEIGHT = 0.5;
/** Room about the loop in which its lines are looked for, beyond how far it may stray. */
const MARGIN_M = 50;
/** Beyond what was drawn a street may reach so far: its other carriageway. */
const STREET_REACH_M = 75;

/**
 * The ring that follows roads, rivers and railways about a rough closed line, and the line itself where none is near.
 *
 * Of all ways once round within reach it is the cheapest, where a metre costs more the farther it strays (see `beltAbout`). It
 * strays at most `strayM`, and at most half as far as the loop is wide on average, so that it never turns inside out: what lies
 * deeper within the loop stays inside, what lies farther out stays outside (but for the width of a followed street). With
 * `outsideM` followed streets lie inside the ring whole. Null where the loop spans no ground. `roads` and `borders` may
 * be missing; what they would give is then not followed. Stretches of the loop that are `kept` stay where they are. Throws a `RangeError` for a stray that is not above zero.
 */
export function followLoop(
	roads: Roads | null,
	borders: Borders | null,
	loop: readonly LngLat[],
	options: FollowOptions,
	kept: readonly RingPart[] = []
): FollowedRing | null {
	const { strayM, outsideM } = options;
	if (!(strayM > 0)) throw new RangeError(`a ring that may stray ${strayM} m, wanted more than 0`);
	if (!(outsideM >= 0)) throw new RangeError(`a ring ${outsideM} m outside a street, wanted 0 or more`);
	const box = boxOf(loop);
	const plane = localPlane([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
	const rough = RoughLoop.through(
		loop.flatMap((at) => {
			const { x, y } = toPlane(plane, at);
			return [x, y];
		})
	);
	if (!rough) return null;
	const reachM = Math.min(strayM, rough.areaM2 / rough.lengthM);
	const gridBox: GridBox = [
		(box[0] - (reachM + MARGIN_M) / plane.metresPerLng) * GRID_PER_DEG,
		(box[1] - (reachM + MARGIN_M) / plane.metresPerLat) * GRID_PER_DEG,
		(box[2] + (reachM + MARGIN_M) / plane.metresPerLng) * GRID_PER_DEG,
		(box[3] + (reachM + MARGIN_M) / plane.metresPerLat) * GRID_PER_DEG
	];
	const lines: BorderLine[] = [];
	if (roads && options.roads) lines.push(...roadLines(roads, options.roads, gridBox, plane));
	if (borders && options.rivers) lines.push(...borderLines(borders, 'river', gridBox, plane));
	if (borders && options.railways) lines.push(...borderLines(borders, 'railway', gridBox, plane));

	lines.push(...kept.map((part) => keptLine(part, plane)));
	const belt = beltAbout(rough, lines, reachM);
	const round = cheapestRound(belt.network, belt.cost, belt.gate);
	if (!round) return null;
	const trail = trailOf(belt, lines, round);
	const beside = roads && outsideM > 0 ? streetGround(roads, plane, trail, outsideM) : [];
	const ring = ringOfTrail(plane, trail.xy, beside);
	if (!ring) return null;
	const outline = closed(ring);
	return { outline, parts: ringParts(plane, outline, trail, outsideM > 0 ? outsideM + STREET_REACH_M : 5) };
}

/** A stretch of the loop as a line that no other is worth leaving it for. */
function keptLine({ follows, name, line }: RingPart, plane: LocalPlane): BorderLine {
	const xy = new Float64Array(2 * line.length);
	line.forEach((at, i) => {
		const { x, y } = toPlane(plane, at);
		xy.set([x, y], 2 * i);
	});
	return {
		xy,
		joints: new Float64Array(line.length).fill(-1),
		follows,
		name,
		weight: KEPT_WEIGHT,
		edge: -1
	};
}

function boxOf(line: readonly LngLat[]): [west: number, south: number, east: number, north: number] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lng, lat] of line) {
		west = Math.min(west, lng);
		east = Math.max(east, lng);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}
