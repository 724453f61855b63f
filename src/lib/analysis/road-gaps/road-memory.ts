import type { ControlRing, Item } from '../../domain/items.ts';
import type { FlatRings } from '../../geo/flat-rings.ts';
import { lastMeasure } from '../../network/edge-line.ts';
import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { travelNetwork, type TravelNetwork } from '../../network/travel/travel-network.ts';
import { ringsOf, type Observer, type Sight } from '../coverage/item-rings.ts';
import { boundsOf, isBoundary } from '../coverage/subject.ts';
import { deckShadows } from './deck-shadows.ts';
import {
	collectWithin,
	collectWithinLargeInSteps,
	PartCollector,
	type PartList,
	type Parts
} from './edge-parts.ts';
import { mergeParts, type HeldParts } from './held-parts.ts';
import { groundsOf } from './ground.ts';
import { ringMeets, type RingMeets } from './ring-meets.ts';

interface KnownParts {
	readonly sight: Sight;
	readonly granted: number;
	readonly parts: PartList;
}

/**
 * What may be kept from one answer about the same roads to the next: which parts of road each thing
 * holds, told apart by identity since things are never changed in place, what lies in tunnels and under
 * decks, and the roads of the area asked about.
 */
export class RoadMemory {
	/** 1 for edges that are a road for cars. */
	readonly isDrivable: Uint8Array;
	private readonly isInTheOpen: Uint8Array;
	private readonly known = new WeakMap<Item, KnownParts>();
	private readonly meets = new WeakMap<ControlRing, RingMeets>();
	private car: TravelNetwork | null = null;
	private hidden: ReadonlyMap<number, Parts> | null = null;
	private area: {
		readonly bounds: readonly Item[];
		readonly parts: HeldParts | null;
	} | null = null;

	constructor(readonly roads: Roads) {
		const { edgeFlags } = roads.graph;
		this.isDrivable = Uint8Array.from(edgeFlags, (flags) => (flags & EDGE.DRIVE ? 1 : 0));
		this.isInTheOpen = Uint8Array.from(edgeFlags, (flags) =>
			(flags & EDGE.DRIVE) !== 0 && (flags & EDGE.TUNNEL) === 0 ? 1 : 0
		);
	}

	/** How long a car takes; see `PATROL_CAR`. */
	get travel(): TravelNetwork {
		return (this.car ??= travelNetwork(this.roads));
	}

	/** Parts under the deck of a bridge, by edge; see `deckShadows`. */
	get underDecks(): ReadonlyMap<number, Parts> {
		return (this.hidden ??= deckShadows(this.roads));
	}

	/**
	 * The parts of roads for cars that `item` holds, of its rings that need nothing but what is `granted`
	 * (bits of `NEED`). Cameras see neither into a tunnel nor under the deck of a bridge; patrols hold both.
	 */
	partsOf(item: Observer, sight: Sight, granted: number): PartList {
		const known = this.known.get(item);
		if (known && isFor(known, sight, granted)) return known.parts;
		const { rings, needs } = ringsOf(item, sight);
		const held = rings.filter((_, r) => (needs[r] & ~granted) === 0);
		const parts = item.kind === 'camera' ? this.seenWithin(held) : this.heldWithin(held);
		this.known.set(item, { sight, granted, parts });
		return parts;
	}

	/** Whether `partsOf` has the answer at hand. */
	knows(item: Observer, sight: Sight, granted: number): boolean {
		const known = this.known.get(item);
		return known !== undefined && isFor(known, sight, granted);
	}

	/** What a camera sees of the roads within `rings`, exteriors followed by their holes. */
	seenWithin(rings: Iterable<Int32Array>): PartList {
		const found = this.within(rings, this.isInTheOpen);
		if (!hasAny(found, this.underDecks)) return found;
		const open = new PartCollector();
		for (let k = 0; k < found.length; k += 3) {
			let from = found[k + 1];
			for (const [start, end] of pairsOf(this.underDecks.get(found[k]) ?? [])) {
				open.add(found[k], from, Math.min(found[k + 2], start));
				from = Math.max(from, end);
			}
			open.add(found[k], from, found[k + 2]);
		}
		return open.list();
	}

	/** What a patrol holds of the roads within `rings`. */
	heldWithin(rings: Iterable<Int32Array>): PartList {
		return this.within(rings, this.isDrivable);
	}

	/** The parts of roads for cars within the area that `items` bound; null where they bound none: all roads. Yields after every few milliseconds of work. */
	*areaOf(items: Iterable<Item>): Generator<void, HeldParts | null> {
		const bounds = [...items].filter(isBoundary);
		const { area } = this;
		if (area && area.bounds.length === bounds.length && area.bounds.every((item, i) => item === bounds[i])) {
			return area.parts;
		}
		const rings = boundsOf(bounds).found.flatMap((one) => one.rings);
		const parts = rings.length > 0 ? yield* this.areaWithin(rings) : null;
		this.area = { bounds, parts };
		return parts;
	}

	/** The parts of roads for cars within `rings`, for ground that is large beside an edge. */
	*areaWithin(rings: Iterable<Int32Array>): Generator<void, HeldParts> {
		const lists: PartList[] = [];
		for (const ground of groundsOf(rings)) {
			const parts = new PartCollector();
			yield* collectWithinLargeInSteps(this.roads, ground, this.isDrivable, parts);
			lists.push(parts.list());
		}
		return yield* mergeParts(this.roads.graph.edgeCount, lists);
	}

	/** Where roads cross the line of `ring`. */
	meetsOf(ring: ControlRing): RingMeets {
		const known = this.meets.get(ring) ?? ringMeets(this.roads, ring);
		this.meets.set(ring, known);
		return known;
	}

	/** The whole of an edge as its parts. */
	whole(edge: number): Parts {
		return [0, lastMeasure(this.roads.graph, edge)];
	}

	private within(rings: Iterable<Int32Array>, wanted: Uint8Array): PartList {
		const parts = new PartCollector();
		for (const ground of groundsOf(rings)) collectWithin(this.roads, ground, wanted, parts);
		return parts.list();
	}
}

/** Rings in one array, one after the other. */
export function* eachRing({ ringStart, coords }: FlatRings): Generator<Int32Array> {
	for (let r = 0; r + 1 < ringStart.length; r++) {
		yield coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]);
	}
}

function isFor(known: KnownParts, { walls, minPxPerM }: Sight, granted: number): boolean {
	return known.granted === granted && known.sight.walls === walls && known.sight.minPxPerM === minPxPerM;
}

function hasAny(list: PartList, of: ReadonlyMap<number, Parts>): boolean {
	for (let k = 0; k < list.length; k += 3) if (of.has(list[k])) return true;
	return false;
}

function* pairsOf(parts: Parts): Generator<readonly [start: number, end: number]> {
	for (let k = 0; k < parts.length; k += 2) yield [parts[k], parts[k + 1]];
}
