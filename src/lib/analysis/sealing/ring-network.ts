import type { ItemId } from '../../domain/items.ts';
import { buildIncidence } from '../../network/incidence.ts';
import type { Network } from '../../network/network.ts';
import type { Roads } from '../../network/roads.ts';
import { isOpenOutwards, type LawfulView } from '../../network/travel-mode.ts';
import { holdersOf, type Closures } from './closures.ts';
import { OutsideGround } from './outside-ground.ts';
import type { RingGround } from './ring-ground.ts';

/** Node of a ring network that stands for all ground inside. */
export const INSIDE = 0;
/** Node that stands for all ground outside. */
export const OUTSIDE = 1;

/** The open roads about a ring, drawn together into one network from inside to outside. */
export interface RingNetwork {
	readonly network: Network;
	/** Node of each place of the ground. */
	readonly nodeOf: Int32Array;
	/** Stretch of each edge of the network. */
	readonly stretchOf: Uint32Array;
	/** Edge of the network for each stretch, or -1 where it is shut or joins nothing. */
	readonly edgeOf: Int32Array;
	/** 1 for each direction, read outwards, that is a way out (or, with `in`, a way in read backwards). */
	readonly open: Uint8Array;
	/** Who holds each stretch: a checkpoint, or null. */
	readonly holder: readonly (ItemId | null)[];
	readonly outside: OutsideGround;
}

/** Roads taken for shut when pockets are told from the world outside: who holds each stretch, and roads beyond the band. */
export interface ShutForPockets {
	readonly holder: readonly (ItemId | null)[];
	readonly closures: Closures;
}

/**
 * Builds the network of `ground` under `closures`. `lawful` says whom one-way signs hold back.
 *
 * Outside is what lies beyond the band in no pocket, and any place outside where the map data ends.
 * Places of one pocket are one node: beyond the band a pocket hangs together. `pockets`: what is a
 * pocket is judged as if these roads were shut.
 */
export function ringNetwork(
	roads: Roads,
	ground: RingGround,
	closures: Closures,
	lawful: LawfulView,
	pockets?: ShutForPockets
): RingNetwork {
	const holder = holdersOf(roads, ground, closures);
	const outside = new OutsideGround(roads, ground, pockets?.closures ?? closures, pockets?.holder ?? holder);
	const { nodeOf, nodeCount } = numberPlaces(ground, outside);

	const { stretches } = ground;
	const edgeFrom: number[] = [];
	const edgeTo: number[] = [];
	const stretchOf: number[] = [];
	const edgeOf = new Int32Array(stretches.length).fill(-1);
	for (let s = 0; s < stretches.length; s++) {
		const { edge, from, to } = stretches[s];
		if (holder[s] !== null || closures.removed.has(edge) || nodeOf[from] === nodeOf[to]) continue;
		edgeOf[s] = edgeFrom.length;
		edgeFrom.push(nodeOf[from]);
		edgeTo.push(nodeOf[to]);
		stretchOf.push(s);
	}

	const open = new Uint8Array(2 * stretchOf.length).fill(1);
	if (lawful !== 'no') {
		for (let direction = 0; direction < open.length; direction++) {
			const flags = roads.graph.edgeFlags[stretches[stretchOf[direction >>> 1]].edge];
			if (!isOpenOutwards(flags, direction, ground.mode, lawful)) open[direction] = 0;
		}
	}
	return {
		network: {
			nodeCount,
			edgeFrom: Uint32Array.from(edgeFrom),
			edgeTo: Uint32Array.from(edgeTo),
			...buildIncidence(nodeCount, edgeFrom, edgeTo)
		},
		nodeOf,
		stretchOf: Uint32Array.from(stretchOf),
		edgeOf,
		open,
		holder,
		outside
	};
}

function numberPlaces(ground: RingGround, outside: OutsideGround): { nodeOf: Int32Array; nodeCount: number } {
	const nodeOf = new Int32Array(ground.placeCount);
	const nodeOfPocket = new Map<number, number>();
	let nodeCount = 2;
	nodeOf[0] = INSIDE;
	for (let p = 1; p < ground.placeCount; p++) {
		if (ground.placeIsEdgeOfData[p] && !ground.placeIsInside[p]) nodeOf[p] = OUTSIDE;
		else if (!ground.placeIsFar[p]) nodeOf[p] = nodeCount++;
		else {
			const pocket = outside.pocketOfPlace(p);
			if (pocket === 0) nodeOf[p] = OUTSIDE;
			else {
				const known = nodeOfPocket.get(pocket) ?? nodeCount++;
				nodeOfPocket.set(pocket, known);
				nodeOf[p] = known;
			}
		}
	}
	return { nodeOf, nodeCount };
}
