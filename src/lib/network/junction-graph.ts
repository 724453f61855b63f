import { polylineLengthM } from './polyline-length.ts';
import { buildIncidence } from './incidence.ts';
import { NODE, ROAD_CLASSES, type RoadGraph } from './road-graph.ts';
import { resolveTurns, type WayTurn } from './turns.ts';

/**
 * The roads of a source: ways over a table of nodes, in typed arrays. Way w runs through nodes
 * `refs[refStart[w]]` to `refs[refStart[w + 1] - 1]`; -1 stands for a node beyond the data.
 */
export interface RoadWays {
	readonly nodeLng: Int32Array;
	readonly nodeLat: Int32Array;
	/** Bits of `NODE`. `EDGE_OF_DATA` marks what lies outside the box of the source; dead ends keep it. */
	readonly nodeFlags: Uint8Array;
	readonly refStart: Uint32Array;
	readonly refs: Int32Array;
	readonly wayId: Float64Array;
	readonly wayClass: Uint8Array;
	readonly wayFlags: Uint16Array;
	readonly wayLayer: Int8Array;
	readonly waySpeedKmh: Uint8Array;
	/** Index into `names`, or -1. */
	readonly wayName: Int32Array;
	readonly names: readonly string[];
	readonly turns: readonly WayTurn[];
	/**
	 * The source keeps ways whole where its border cuts the land, so no node is missing there. Main roads
	 * (motorway to secondary) that just end are then taken for cut: they never end in the open.
	 */
	readonly areWaysWhole: boolean;
}

const LAST_MAIN_CLASS = ROAD_CLASSES.indexOf('secondary');

/**
 * The junction graph of `ways`: every way cut where it meets another, and nowhere else.
 *
 * A node of the source becomes a junction iff two ways (or one way twice) run through it, a way ends
 * there, a barrier stands there, or the next node of a way is missing, which makes it an edge of the
 * data. Places that merely coincide are never joined: only a shared node is. Ways of fewer than two
 * different nodes vanish. Nodes keep the order of the source, edges that of the ways.
 */
export function buildJunctionGraph(ways: RoadWays): RoadGraph {
	const flags = new Uint8Array(ways.nodeFlags.length);
	const isJunction = markJunctions(ways, flags);
	const cut = cutWays(ways, isJunction);
	const { edgeCount, edgeWay } = cut;

	// only places that an edge ends at are nodes of the graph
	const uses = new Uint32Array(ways.nodeLng.length);
	for (let e = 0; e < edgeCount; e++) {
		uses[cut.fromRef[e]]++;
		uses[cut.toRef[e]]++;
	}
	const nodeOf = new Int32Array(uses.length).fill(-1);
	let nodeCount = 0;
	for (let ref = 0; ref < nodeOf.length; ref++) {
		if (uses[ref] === 0) continue;
		const atBox = uses[ref] === 1 ? NODE.EDGE_OF_DATA : 0;
		flags[ref] |= ways.nodeFlags[ref] & (NODE.BARRIER | NODE.LOCKED | NODE.FIXED | atBox);
		nodeOf[ref] = nodeCount++;
	}

	const nodeLng = new Int32Array(nodeCount);
	const nodeLat = new Int32Array(nodeCount);
	const nodeFlags = new Uint8Array(nodeCount);
	for (let ref = 0; ref < nodeOf.length; ref++) {
		if (nodeOf[ref] < 0) continue;
		nodeLng[nodeOf[ref]] = ways.nodeLng[ref];
		nodeLat[nodeOf[ref]] = ways.nodeLat[ref];
		nodeFlags[nodeOf[ref]] = flags[ref];
	}

	const edgeFrom = new Uint32Array(edgeCount);
	const edgeTo = new Uint32Array(edgeCount);
	const edgeLengthM = new Float32Array(edgeCount);
	for (let e = 0; e < edgeCount; e++) {
		edgeFrom[e] = nodeOf[cut.fromRef[e]];
		edgeTo[e] = nodeOf[cut.toRef[e]];
		edgeLengthM[e] = polylineLengthM(cut.shapeLng, cut.shapeLat, cut.shapeStart[e], cut.shapeStart[e + 1]);
	}

	if (ways.areWaysWhole) {
		for (let e = 0; e < edgeCount; e++) {
			if (ways.wayClass[edgeWay[e]] > LAST_MAIN_CLASS) continue;
			if (uses[cut.fromRef[e]] === 1) nodeFlags[edgeFrom[e]] |= NODE.EDGE_OF_DATA;
			if (uses[cut.toRef[e]] === 1) nodeFlags[edgeTo[e]] |= NODE.EDGE_OF_DATA;
		}
	}

	const edges = {
		edgeFrom,
		edgeTo,
		edgeWay: pick(ways.wayId, edgeWay, new Float64Array(edgeCount)),
		...buildIncidence(nodeCount, edgeFrom, edgeTo)
	};
	return {
		nodeCount,
		edgeCount,
		nodeLng,
		nodeLat,
		nodeFlags,
		...edges,
		edgeLengthM,
		edgeClass: pick(ways.wayClass, edgeWay, new Uint8Array(edgeCount)),
		edgeFlags: pick(ways.wayFlags, edgeWay, new Uint16Array(edgeCount)),
		edgeLayer: pick(ways.wayLayer, edgeWay, new Int8Array(edgeCount)),
		edgeSpeedKmh: pick(ways.waySpeedKmh, edgeWay, new Uint8Array(edgeCount)),
		edgeName: pick(ways.wayName, edgeWay, new Int32Array(edgeCount)),
		names: ways.names,
		shapeStart: cut.shapeStart,
		shapeLng: cut.shapeLng,
		shapeLat: cut.shapeLat,
		...resolveTurns(edges, ways.turns, nodeOf)
	};
}

/** 1 for every node that cuts the ways through it; sets `EDGE_OF_DATA` in `flags` beside a missing node. */
function markJunctions(ways: RoadWays, flags: Uint8Array): Uint8Array {
	const { refs, refStart } = ways;
	const uses = new Uint8Array(ways.nodeLng.length);
	for (let way = 0; way < ways.wayId.length; way++) {
		const end = refStart[way + 1];
		let before = -1;
		for (let i = refStart[way]; i < end; i++) {
			const ref = refs[i];
			if (ref < 0) {
				if (before >= 0) {
					uses[before] = 2;
					flags[before] |= NODE.EDGE_OF_DATA;
				}
			} else if (ref !== before) {
				const isEnd = i === refStart[way] || i === end - 1;
				uses[ref] = isEnd || uses[ref] > 0 ? 2 : 1;
				if (before < 0 && i > refStart[way]) {
					uses[ref] = 2;
					flags[ref] |= NODE.EDGE_OF_DATA;
				}
			}
			before = ref;
		}
		if (before >= 0) uses[before] = 2;
	}
	const isJunction = new Uint8Array(uses.length);
	for (let ref = 0; ref < uses.length; ref++) {
		isJunction[ref] = uses[ref] > 1 || ways.nodeFlags[ref] & NODE.BARRIER ? 1 : 0;
	}
	return isJunction;
}

interface CutWays {
	readonly edgeCount: number;
	/** Source nodes at both ends of each edge, and the row of its way. */
	readonly fromRef: Uint32Array;
	readonly toRef: Uint32Array;
	readonly edgeWay: Uint32Array;
	readonly shapeStart: Uint32Array;
	readonly shapeLng: Int32Array;
	readonly shapeLat: Int32Array;
}

function cutWays(ways: RoadWays, isJunction: Uint8Array): CutWays {
	const { refs, refStart, nodeLng, nodeLat } = ways;
	// no way has more edges than nodes, and an inner junction is a point of two edges
	const most = refs.length;
	const fromRef = new Uint32Array(most);
	const toRef = new Uint32Array(most);
	const edgeWay = new Uint32Array(most);
	const shapeStart = new Uint32Array(most + 1);
	const shapeRef = new Uint32Array(2 * most);
	let edge = 0;
	let point = 0;
	for (let way = 0; way < ways.wayId.length; way++) {
		let start = point;
		for (let i = refStart[way]; i < refStart[way + 1]; i++) {
			const ref = refs[i];
			if (ref < 0) {
				point = start;
				continue;
			}
			if (point > start && shapeRef[point - 1] === ref) continue;
			shapeRef[point++] = ref;
			if (point === start + 1 || isJunction[ref] === 0) continue;
			fromRef[edge] = shapeRef[start];
			toRef[edge] = ref;
			edgeWay[edge] = way;
			shapeStart[edge++] = start;
			// the next edge begins where this one ends
			start = point;
			shapeRef[point++] = ref;
		}
		point = start;
	}
	shapeStart[edge] = point;
	const shapeLng = new Int32Array(point);
	const shapeLat = new Int32Array(point);
	for (let i = 0; i < point; i++) {
		shapeLng[i] = nodeLng[shapeRef[i]];
		shapeLat[i] = nodeLat[shapeRef[i]];
	}
	return {
		edgeCount: edge,
		fromRef: fromRef.slice(0, edge),
		toRef: toRef.slice(0, edge),
		edgeWay: edgeWay.slice(0, edge),
		shapeStart: shapeStart.slice(0, edge + 1),
		shapeLng,
		shapeLat
	};
}

function pick<T extends { [index: number]: number }>(from: T, rows: Uint32Array, into: T): T {
	for (let i = 0; i < rows.length; i++) into[i] = from[rows[i]];
	return into;
}
