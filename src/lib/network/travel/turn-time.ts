import { tailOf } from '../network.ts';
import { EDGE } from '../road-graph.ts';
import type { TravelNetwork } from './travel-network.ts';

/** Junctions nearer to each other than this are one crossing: of carriageways, not of streets. */
const ONE_CROSSING_M = 25;
/** Bends below this are no turns. */
const STRAIGHT_ON_DEG = 45;

/**
 * Seconds between the end of `direction` and the begin of `next`, which leaves its head; Infinity where
 * one may not turn so. Private ground is not judged here: it depends on where one comes from.
 *
 * A junction is passed at its delay unless only lesser streets join it, and a turn where at least three
 * roads meet at its own. Inside a roundabout nothing is waited for; of two junctions less than 25 m apart
 * only the first is.
 */
export function turnTimeS(travel: TravelNetwork, direction: number, next: number): number {
	const { model } = travel;
	if (travel.bans.isRestricted[direction] && travel.bans.forbids(direction, next)) return Infinity;
	if (next === (direction ^ 1)) return travel.turnsRound[direction] ? model.turnRoundS : Infinity;
	const { graph } = travel.roads;
	const node = tailOf(graph, next);
	const passS = travel.passS[node];
	if (passS === Infinity || travel.arms[node] < 3) return passS;

	const edge = direction >>> 1;
	const isInRoundabout = (graph.edgeFlags[edge] & EDGE.ROUNDABOUT) !== 0;
	const isAfterAnother =
		travel.isJunction[tailOf(graph, direction)] === 1 && graph.edgeLengthM[edge] < ONE_CROSSING_M;
	let seconds = passS;
	if (travel.isJunction[node] && !isInRoundabout && !isAfterAnother && givesWay(travel, direction, next)) {
		seconds += model.junctionDelayS;
	}
	if (isInRoundabout || graph.edgeFlags[next >>> 1] & EDGE.ROUNDABOUT) return seconds;

	const turnDeg = ((travel.leavingDeg[next] - travel.reachingDeg[direction] + 540) % 360) - 180;
	if (Math.abs(turnDeg) < STRAIGHT_ON_DEG) return seconds;
	const isAcross = turnDeg < 0 === (model.drivesOn === 'right');
	return seconds + (isAcross ? model.turnAcrossS : model.turnAsideS);
}

/** Whether a street as important as the lesser of the two meets them, so that one has to look, wait or stop at lights. */
function givesWay(travel: TravelNetwork, direction: number, next: number): boolean {
	const { adjacent, adjacentStart, edgeClass } = travel.roads.graph;
	const node = tailOf(travel.roads.graph, next);
	const own = Math.max(edgeClass[direction >>> 1], edgeClass[next >>> 1]);
	for (let i = adjacentStart[node]; i < adjacentStart[node + 1]; i++) {
		const edge = adjacent[i] >>> 1;
		if (edge === direction >>> 1 || edge === next >>> 1 || edgeClass[edge] > own) continue;
		if (travel.isStreet[edge]) return true;
	}
	return false;
}
