import type { ItemId } from '../../domain/items.ts';
import { NODE } from '../../network/road-graph.ts';
import { headOf } from '../../network/network.ts';
import type { Roads } from '../../network/roads.ts';
import { roadFlags } from '../../network/travel-mode.ts';
import type { Closures } from './closures.ts';
import type { RingGround } from './ring-ground.ts';

/** Ground outside with less road than this, and no road on beyond the map data, is a pocket. */
export const POCKET_M = 2000;

const UNKNOWN = 0;
/** Not a pocket. */
const WIDE = 1;

/**
 * Tells pockets from the world outside a ring: follows open roads from a place outside, never back
 * through the ring, until 2 km of road or the edge of the map data are met, or nothing is left.
 *
 * Answers are remembered, so that all places of a ring together cost little more than one look at each
 * road about it. `consulted` are the edges whose closing or opening could change an answer.
 */
export class OutsideGround {
	readonly consulted = new Set<number>();
	/** By node of the graph, then by place of the ground that is no node: `WIDE`, or number of a pocket. */
	private readonly label = new Map<number, number>();
	private readonly wanted: number;
	private pockets = WIDE;
	/** Whether the present look has come upon ground known to be no pocket. */
	private hasMetWide = false;

	constructor(
		private readonly roads: Roads,
		private readonly ground: RingGround,
		private readonly closures: Closures,
		private readonly holder: readonly (ItemId | null)[]
	) {
		this.wanted = roadFlags(ground.mode);
	}

	/** Number of the pocket a place outside the ring lies in, or 0 where it lies in none. */
	pocketOfPlace(place: number): number {
		const node = this.ground.placeNode[place];
		return this.pocketOf(node >= 0 ? node : this.spotKey(place));
	}

	/** The same for a node of the graph that lies outside the ring. */
	pocketOfNode(node: number): number {
		return this.pocketOf(node);
	}

	private pocketOf(key: number): number {
		const known = this.label.get(key) ?? this.explore(key);
		return known === WIDE ? 0 : known;
	}

	/** A place that is no node has a key behind all nodes. */
	private spotKey(place: number): number {
		return this.roads.graph.nodeCount + place;
	}

	private explore(start: number): number {
		const { nodeCount, nodeFlags } = this.roads.graph;
		const seen = [start];
		this.label.set(start, UNKNOWN);
		let metres = 0;
		let isWide = false;
		this.hasMetWide = false;
		for (let read = 0; read < seen.length && !isWide; read++) {
			const key = seen[read];
			if (key >= nodeCount) {
				for (const s of this.ground.stretchesAtSpot.get(key - nodeCount) ?? []) {
					metres += this.followStretch(s, key, seen);
				}
			} else if (nodeFlags[key] & NODE.EDGE_OF_DATA) isWide = true;
			else if (!(nodeFlags[key] & NODE.LOCKED)) metres += this.followRoads(key, seen);
			if (metres >= POCKET_M || this.hasMetWide) isWide = true;
		}
		const label = isWide ? WIDE : ++this.pockets;
		for (const key of seen) this.label.set(key, label);
		return label;
	}

	/** Follows the roads at a node one edge far; returns the metres met, half of each edge at each of its ends. */
	private followRoads(node: number, seen: number[]): number {
		const { graph } = this.roads;
		const place = this.ground.placeOfNode.get(node);
		let metres = 0;
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const direction = graph.adjacent[i];
			const edge = direction >>> 1;
			if (!(graph.edgeFlags[edge] & this.wanted)) continue;
			const range = place === undefined ? undefined : this.ground.stretchesOfEdge.get(edge);
			if (range) {
				// the first stretch of the edge where it starts here, the last where it ends here
				metres += this.followStretch(direction & 1 ? range[1] - 1 : range[0], node, seen);
				continue;
			}
			this.consulted.add(edge);
			if (this.closures.byEdge.has(edge) || this.closures.removed.has(edge)) continue;
			const next = headOf(graph, direction);
			const isShut = (graph.nodeFlags[next] & NODE.LOCKED) !== 0;
			metres += isShut ? graph.edgeLengthM[edge] : graph.edgeLengthM[edge] / 2;
			if (!isShut) this.meet(next, seen);
		}
		return metres;
	}

	private followStretch(s: number, key: number, seen: number[]): number {
		const { stretches, placeNode } = this.ground;
		const stretch = stretches[s];
		if (this.holder[s] !== null || this.closures.removed.has(stretch.edge)) return 0;
		if (stretch.isCrossing) return stretch.outerLengthM;
		const isFromHere = this.keyOf(stretch.from, placeNode) === key;
		this.meet(this.keyOf(isFromHere ? stretch.to : stretch.from, placeNode), seen);
		return stretch.outerLengthM / 2;
	}

	private keyOf(place: number, placeNode: Int32Array): number {
		return placeNode[place] >= 0 ? placeNode[place] : this.spotKey(place);
	}

	private meet(key: number, seen: number[]): void {
		const known = this.label.get(key);
		if (known === WIDE) this.hasMetWide = true;
		if (known !== undefined) return;
		this.label.set(key, UNKNOWN);
		seen.push(key);
	}
}
