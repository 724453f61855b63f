import { headOf } from '../network.ts';
import { EDGE, NODE, ROAD_CLASSES } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { edgeBearings } from './edge-bearings.ts';
import { roadIslands } from './road-islands.ts';
import { assertTravelModel, PATROL_CAR, type TravelModel } from './travel-model.ts';
import { turnBans, type TurnBans } from './turn-bans.ts';

/** Roads with the times of one travel model: built once, then only read. Directions are those of `network.ts`. */
export interface TravelNetwork {
	readonly roads: Roads;
	readonly model: TravelModel;
	/** Seconds along each direction; Infinity where a car may not or cannot drive it. */
	readonly seconds: Float64Array;
	/** Per edge: 1 where only those who start or end there may drive. */
	readonly isPrivate: Uint8Array;
	/** Per edge: 1 for streets: roads for the public that are no track, service road or motorway. */
	readonly isStreet: Uint8Array;
	/** Per node: 1 where three streets or more meet, motorways and their links apart. */
	readonly isJunction: Uint8Array;
	/** Per node: how many edges a car may drive in at least one direction. */
	readonly arms: Uint8Array;
	/** Per node: seconds of passing what stands there; Infinity where nothing passes. */
	readonly passS: Float64Array;
	/** Compass degrees per direction, leaving its tail and reaching its head. */
	readonly leavingDeg: Float32Array;
	readonly reachingDeg: Float32Array;
	readonly bans: TurnBans;
	/** Per direction: 1 where nothing but turning round is left at its head. */
	readonly turnsRound: Uint8Array;
	/** Per edge: metres of drivable road joined to it, islands of a car park included; 0 where no car drives. */
	readonly islandM: Float64Array;
}

const CLASS = Object.fromEntries(ROAD_CLASSES.map((name, index) => [name, index]));

/** Adds times, access and turns of `model` to `roads`. About a microsecond per edge. */
export function travelNetwork(roads: Roads, model: TravelModel = PATROL_CAR): TravelNetwork {
	assertTravelModel(model);
	const { graph } = roads;
	const { nodeCount, edgeCount, edgeFlags, edgeClass, nodeFlags } = graph;
	const seconds = new Float64Array(2 * edgeCount).fill(Infinity);
	const isPrivate = new Uint8Array(edgeCount);
	const isStreet = new Uint8Array(edgeCount);
	const arms = new Uint8Array(nodeCount);
	const streets = new Uint8Array(nodeCount);

	const caps = ROAD_CLASSES.map((name) => model.classKmh[name] ?? Infinity);
	for (let e = 0; e < edgeCount; e++) {
		const flags = edgeFlags[e];
		const isFerry = edgeClass[e] === CLASS.ferry;
		if (!(flags & EDGE.DRIVE) || (isFerry && model.ferryWaitS === Infinity)) continue;
		const ownKmh = Math.max(1, graph.edgeSpeedKmh[e]);
		const kmh = isFerry
			? ownKmh
			: (model.everyRoadKmh ?? Math.min(ownKmh * model.speedFactor, caps[edgeClass[e]]));
		const takesS = (graph.edgeLengthM[e] / kmh) * 3.6 + (isFerry ? model.ferryWaitS : 0);
		if (flags & EDGE.FORWARD) seconds[2 * e] = takesS;
		if (flags & EDGE.BACKWARD) seconds[2 * e + 1] = takesS;
		if (flags & EDGE.PRIVATE) isPrivate[e] = 1;
		if (!(flags & (EDGE.FORWARD | EDGE.BACKWARD))) continue;
		if (!isPrivate[e] && edgeClass[e] > CLASS.motorway && edgeClass[e] <= CLASS.living_street)
			isStreet[e] = 1;
		for (const node of [graph.edgeFrom[e], graph.edgeTo[e]]) {
			if (arms[node] < 255) arms[node]++;
			if (isStreet[e] && streets[node] < 255) streets[node]++;
		}
	}

	const passS = new Float64Array(nodeCount);
	for (let v = 0; v < nodeCount; v++) {
		if (nodeFlags[v] & (NODE.LOCKED | NODE.FIXED)) passS[v] = Infinity;
		else if (nodeFlags[v] & NODE.BARRIER) passS[v] = model.gateS;
	}

	const travel = {
		roads,
		model,
		seconds,
		isPrivate,
		isStreet,
		isJunction: streets.map((count) => (count >= 3 ? 1 : 0)),
		arms,
		passS,
		...edgeBearings(graph),
		bans: turnBans(graph),
		turnsRound: new Uint8Array(2 * edgeCount),
		islandM: roadIslands(graph, seconds)
	};
	for (let d = 0; d < 2 * edgeCount; d++) if (isForcedRound(travel, d)) travel.turnsRound[d] = 1;
	return travel;
}

/** Whether no way on is left after `direction` to one who may not enter private ground. */
function isForcedRound(travel: TravelNetwork, direction: number): boolean {
	if (travel.seconds[direction ^ 1] === Infinity) return false;
	const { graph } = travel.roads;
	const head = headOf(graph, direction);
	if (travel.passS[head] === Infinity) return true;
	for (let i = graph.adjacentStart[head]; i < graph.adjacentStart[head + 1]; i++) {
		const next = graph.adjacent[i];
		if (next === (direction ^ 1) || travel.seconds[next] === Infinity) continue;
		if (travel.isPrivate[next >>> 1] && !travel.isPrivate[direction >>> 1]) continue;
		if (!travel.bans.forbids(direction, next)) return false;
	}
	return true;
}
