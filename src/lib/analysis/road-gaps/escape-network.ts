import { buildIncidence } from '../../network/incidence.ts';
import { lastMeasure } from '../../network/edge-line.ts';
import { headOf, type Network } from '../../network/network.ts';
import { EDGE, NODE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Closures } from '../sealing/closures.ts';
import type { RingGround } from '../sealing/ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from '../sealing/ring-network.ts';
import type { RoutePiece } from './route-pieces.ts';

/**
 * The open roads between inside and outside of a ring (nodes `INSIDE` and `OUTSIDE`), each road with the
 * piece of it that lies between the two. Unlike a `RingNetwork`, which draws a pocket together, it has the
 * roads of pockets as they are: a way through one has its length, and its cameras.
 */
export interface EscapeNetwork {
	readonly network: Network;
	/** The piece of road of each edge of the network, forwards. */
	readonly pieces: readonly RoutePiece[];
	/** 1 for each direction that may be driven. */
	readonly open: Uint8Array;
}

/** Lays `net` out anew with the roads of its pockets. */
export function escapeNetwork(
	roads: Roads,
	ground: RingGround,
	net: RingNetwork,
	closures: Closures,
	lawful: boolean
): EscapeNetwork {
	const { graph } = roads;
	const nodeOfPlace = new Int32Array(ground.placeCount);
	let nodeCount = 2;
	for (let p = 0; p < ground.placeCount; p++) {
		const drawn = net.nodeOf[p];
		nodeOfPlace[p] = drawn === INSIDE || drawn === OUTSIDE ? drawn : nodeCount++;
	}

	const from: number[] = [];
	const to: number[] = [];
	const pieces: RoutePiece[] = [];
	const add = (a: number, b: number, piece: RoutePiece): void => {
		if (a === b) return;
		from.push(a);
		to.push(b);
		pieces.push(piece);
	};
	const isDeep = (place: number): boolean =>
		place === 0 || (net.nodeOf[place] === OUTSIDE && ground.placeIsFar[place] === 1);
	for (const [s, stretch] of ground.stretches.entries()) {
		const { edge } = stretch;
		if (net.holder[s] !== null || closures.removed.has(edge)) continue;
		add(nodeOfPlace[stretch.from], nodeOfPlace[stretch.to], {
			edge,
			from: isDeep(stretch.from) ? stretch.bandStart : stretch.start,
			to: isDeep(stretch.to) ? stretch.bandEnd : stretch.end
		});
	}

	// roads of pockets, from their places at the band on
	const nodeOfJunction = new Map<number, number>();
	const ways: number[] = [];
	for (let p = 1; p < ground.placeCount; p++) {
		const junction = ground.placeNode[p];
		if (!ground.placeIsFar[p] || net.nodeOf[p] === OUTSIDE || junction < 0) continue;
		nodeOfJunction.set(junction, nodeOfPlace[p]);
		ways.push(junction);
	}
	const isDone = new Set<number>();
	for (let read = 0; read < ways.length; read++) {
		const junction = ways[read];
		for (let i = graph.adjacentStart[junction]; i < graph.adjacentStart[junction + 1]; i++) {
			const edge = graph.adjacent[i] >>> 1;
			if ((graph.edgeFlags[edge] & EDGE.DRIVE) === 0 || isDone.has(edge)) continue;
			if (ground.stretchesOfEdge.has(edge) || closures.removed.has(edge) || closures.byEdge.has(edge))
				continue;
			const head = headOf(graph, graph.adjacent[i]);
			if (graph.nodeFlags[head] & NODE.LOCKED) continue;
			isDone.add(edge);
			const place = ground.placeOfNode.get(head);
			let node = place === undefined ? nodeOfJunction.get(head) : nodeOfPlace[place];
			if (node === undefined) {
				node = nodeCount++;
				nodeOfJunction.set(head, node);
				ways.push(head);
			}
			const here = nodeOfJunction.get(junction) as number;
			const isBack = (graph.adjacent[i] & 1) === 1;
			const whole = { edge, from: 0, to: lastMeasure(graph, edge) };
			if (isBack) add(node, here, whole);
			else add(here, node, whole);
		}
	}

	const open = new Uint8Array(2 * pieces.length).fill(1);
	if (lawful) {
		for (const [e, { edge }] of pieces.entries()) {
			if (!(graph.edgeFlags[edge] & EDGE.FORWARD)) open[2 * e] = 0;
			if (!(graph.edgeFlags[edge] & EDGE.BACKWARD)) open[2 * e + 1] = 0;
		}
	}
	return {
		network: {
			nodeCount,
			edgeFrom: Uint32Array.from(from),
			edgeTo: Uint32Array.from(to),
			...buildIncidence(nodeCount, from, to)
		},
		pieces,
		open
	};
}
