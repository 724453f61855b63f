import type {
	Checkpoint,
	CheckpointProperties,
	ControlRing,
	ItemId,
	RingLevel
} from '../../src/lib/domain/items.ts';
import { fromPlane, localPlane } from '../../src/lib/geo/local-plane.ts';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { gridLengthM } from '../../src/lib/network/edge-line.ts';
import {
	EDGE,
	NODE,
	ROAD_CLASSES,
	type RoadClass,
	type RoadGraph
} from '../../src/lib/network/road-graph.ts';

/** Metres east and north of the middle of the town. */
export type Spot = readonly [east: number, north: number];

export interface TownRoad {
	/** Street name; names say what the test expects of the street. */
	name?: string;
	/** Names of nodes, and places in between that are only shape. A node in mid-list is a junction. */
	line: readonly (string | Spot)[];
	way?: number;
	class?: RoadClass;
	bridge?: boolean;
	tunnel?: boolean;
	layer?: number;
	/** 1 along the line, -1 against it. */
	oneway?: 1 | -1;
	/** Feet only. */
	walkOnly?: boolean;
	private?: boolean;
	speedKmh?: number;
	roundabout?: boolean;
}

export interface TownPlan {
	nodes: Readonly<Record<string, Spot>>;
	roads: readonly TownRoad[];
	/** Nodes where the map data ends. */
	ends?: readonly string[];
	locked?: readonly string[];
	/** Nodes with a gate that opens. */
	gates?: readonly string[];
	/** Nodes with bollards. */
	bollards?: readonly string[];
	/** Names of roads that each have one edge at the node: from, over, into. */
	turns?: readonly { kind: 'no' | 'only'; from: string; via: string; to: string }[];
}

const PLANE = localPlane([11.97, 57.7]);

/** Longitude and latitude of a spot of the town, to seven decimals. */
export function place([x, y]: Spot): [number, number] {
	const [lng, lat] = fromPlane(PLANE, { x, y });
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** The spot of a place. */
export function spotOf([lng, lat]: readonly number[]): Spot {
	return [(lng - PLANE.origin[0]) * PLANE.metresPerLng, (lat - PLANE.origin[1]) * PLANE.metresPerLat];
}

/** The road graph of a small town drawn by hand. */
export function town(plan: TownPlan): RoadGraph {
	const nodeNames = Object.keys(plan.nodes);
	const edges: { from: number; to: number; points: Spot[]; road: TownRoad; way: number }[] = [];
	plan.roads.forEach((road, r) => {
		let from = -1;
		let points: Spot[] = [];
		for (const stop of road.line) {
			if (typeof stop !== 'string') {
				points.push(stop);
				continue;
			}
			const node = nodeNames.indexOf(stop);
			if (node < 0) throw new RangeError(`no node ${stop} in the town`);
			points.push(plan.nodes[stop]);
			if (from >= 0) edges.push({ from, to: node, points, road, way: road.way ?? 100 + r });
			from = node;
			points = [plan.nodes[stop]];
		}
	});
	return graphOf(
		nodeNames.map((name) => plan.nodes[name]),
		nodeNames.map(
			(name) =>
				(plan.ends?.includes(name) ? NODE.EDGE_OF_DATA : 0) |
				(plan.locked?.includes(name) ? NODE.BARRIER | NODE.LOCKED : 0) |
				(plan.gates?.includes(name) ? NODE.BARRIER : 0) |
				(plan.bollards?.includes(name) ? NODE.BARRIER | NODE.FIXED : 0)
		),
		edges,
		(plan.turns ?? []).map(({ kind, from, via, to }) => {
			const node = nodeNames.indexOf(via);
			const edgeNamed = (name: string): number => {
				const found = edges.findIndex(
					({ road, ...ends }) => road.name === name && (ends.from === node || ends.to === node)
				);
				if (found < 0) throw new RangeError(`no road ${name} at ${via} in the town`);
				return found;
			};
			return { row: [edgeNamed(from), node, edgeNamed(to)], isOnly: kind === 'only' };
		})
	);
}

/** Streets every `gapM` metres, `count` each way, about the middle of the town. */
export function gridTown(count: number, gapM = 100): RoadGraph {
	const nodes: Spot[] = [];
	const edges: { from: number; to: number; points: Spot[]; road: TownRoad; way: number }[] = [];
	const half = ((count - 1) * gapM) / 2;
	for (let j = 0; j < count; j++) {
		for (let i = 0; i < count; i++) nodes.push([i * gapM - half, j * gapM - half]);
	}
	for (let j = 0; j < count; j++) {
		for (let i = 0; i < count; i++) {
			const v = j * count + i;
			for (const [w, isThere, way] of [
				[v + 1, i + 1 < count, 1000 + j],
				[v + count, j + 1 < count, 2000 + i]
			] as const) {
				if (isThere) edges.push({ from: v, to: w, points: [nodes[v], nodes[w]], road: { line: [] }, way });
			}
		}
	}
	return graphOf(nodes, new Array<number>(nodes.length).fill(0), edges);
}

/** A ring through spots. */
export function ring(id: string, spots: readonly Spot[], level: RingLevel = 1): ControlRing {
	const points = spots.map(place);
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { level, name: id }
	};
}

/** A square ring with sides `halfM` from the middle. */
export function squareRing(id: string, halfM: number, level: RingLevel = 1): ControlRing {
	return ring(
		id,
		[
			[-halfM, -halfM],
			[halfM, -halfM],
			[halfM, halfM],
			[-halfM, halfM]
		],
		level
	);
}

export function checkpoint(
	id: string,
	at: Spot,
	properties: CheckpointProperties = {},
	rank = 100
): Checkpoint {
	return {
		id: id as ItemId,
		kind: 'checkpoint',
		rank,
		geometry: { type: 'Point', coordinates: place(at) },
		properties
	};
}

function graphOf(
	nodes: readonly Spot[],
	nodeFlags: readonly number[],
	edges: readonly { from: number; to: number; points: Spot[]; road: TownRoad; way: number }[],
	turns: readonly { row: number[]; isOnly: boolean }[] = []
): RoadGraph {
	const places = nodes.map(place);
	const names = [...new Set(edges.flatMap(({ road }) => road.name ?? []))];
	const shapeStart = new Uint32Array(edges.length + 1);
	edges.forEach(({ points }, e) => (shapeStart[e + 1] = shapeStart[e] + points.length));
	const shape = edges.flatMap(({ points }) => points.map(place));
	const shapeLng = Int32Array.from(shape, ([lng]) => Math.round(lng * 1e7));
	const shapeLat = Int32Array.from(shape, ([, lat]) => Math.round(lat * 1e7));
	const edgeFrom = Uint32Array.from(edges, ({ from }) => from);
	const edgeTo = Uint32Array.from(edges, ({ to }) => to);
	return {
		nodeCount: nodes.length,
		edgeCount: edges.length,
		nodeLng: Int32Array.from(places, ([lng]) => Math.round(lng * 1e7)),
		nodeLat: Int32Array.from(places, ([, lat]) => Math.round(lat * 1e7)),
		nodeFlags: Uint8Array.from(nodeFlags),
		edgeFrom,
		edgeTo,
		edgeLengthM: Float32Array.from(edges, (_, e) => {
			let metres = 0;
			for (let i = shapeStart[e]; i < shapeStart[e + 1] - 1; i++) {
				metres += gridLengthM(shapeLng[i], shapeLat[i], shapeLng[i + 1], shapeLat[i + 1]);
			}
			return metres;
		}),
		edgeClass: Uint8Array.from(edges, ({ road }) => ROAD_CLASSES.indexOf(road.class ?? 'residential')),
		edgeFlags: Uint16Array.from(
			edges,
			({ road }) =>
				(road.oneway === -1 ? 0 : EDGE.FORWARD) |
				(road.oneway === 1 ? 0 : EDGE.BACKWARD) |
				(road.bridge ? EDGE.BRIDGE : 0) |
				(road.tunnel ? EDGE.TUNNEL : 0) |
				(road.walkOnly ? 0 : EDGE.DRIVE) |
				(road.private ? EDGE.PRIVATE : 0) |
				(road.roundabout ? EDGE.ROUNDABOUT : 0) |
				EDGE.WALK
		),
		edgeLayer: Int8Array.from(edges, ({ road }) => road.layer ?? (road.bridge ? 1 : road.tunnel ? -1 : 0)),
		edgeSpeedKmh: Uint8Array.from(edges, ({ road }) => road.speedKmh ?? 30),
		edgeWay: Float64Array.from(edges, ({ way }) => way),
		edgeName: Int32Array.from(edges, ({ road }) => (road.name ? names.indexOf(road.name) : -1)),
		names,
		shapeStart,
		shapeLng,
		shapeLat,
		...buildIncidence(nodes.length, edgeFrom, edgeTo),
		restrictions: Uint32Array.from(turns.flatMap(({ row }) => row)),
		restrictionOnly: Uint8Array.from(turns, ({ isOnly }) => (isOnly ? 1 : 0))
	};
}
