import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import type { OsmMember, OsmSink, Tags } from '../../src/lib/formats/osm/osm-sink.ts';
import { roadAttributes, type RoadAttributes } from '../../src/lib/network/road-tags.ts';
import { NODE } from '../../src/lib/network/road-graph.ts';
import { Growing } from './growing.ts';
import { NodeTable } from './node-table.ts';
import { areaKind } from './area-kind.ts';
import { lineKind } from './line-kind.ts';
import { nameOf, type SourceName } from './name-of.ts';
import type { MapKind } from './map-kind.ts';
import { pointKind } from './point-kind.ts';

export interface StoredRelation {
	readonly members: readonly OsmMember[];
	readonly tags: Tags;
}

/** What the map draws of a way. */
export interface WayKinds {
	readonly way: number;
	readonly line: MapKind | null;
	readonly area: MapKind | null;
	readonly point: MapKind | null;
}

/**
 * All of a source that a region pack is made of. Tags are judged as they arrive and only the verdict
 * is kept, so that a source of millions of nodes stays in a few hundred megabytes.
 */
export class SourceStore implements OsmSink {
	readonly nodes = new NodeTable();
	readonly nodeKinds: { lng7: number; lat7: number; kind: MapKind }[] = [];
	readonly nodeNames: { lng7: number; lat7: number; name: SourceName }[] = [];
	/** Bits of `NODE` by node id. */
	readonly barriers = new Map<number, number>();

	readonly wayIds = new Growing(Float64Array);
	/** Way w has refs `refStart[w]` to `refStart[w + 1]`. */
	readonly refStart = new Growing(Uint32Array);
	readonly refIds = new Growing(Float64Array, 1 << 12);
	readonly roads: { way: number; attributes: RoadAttributes }[] = [];
	readonly wayKinds: WayKinds[] = [];
	readonly coastline: number[] = [];
	readonly wayNames: { way: number; name: SourceName }[] = [];
	/** Ids of the ways that a named relation is made of. */
	readonly relationNames: { ways: readonly number[]; name: SourceName }[] = [];

	readonly areaRelations: StoredRelation[] = [];
	readonly borderRelations: StoredRelation[] = [];
	readonly turnRelations: StoredRelation[] = [];
	/** The box the source says it was cut by. */
	declaredBox: Bbox | null = null;

	constructor() {
		this.refStart.push(0);
	}

	node(id: number, lng7: number, lat7: number, tags: Tags | null): void {
		this.nodes.add(id, lng7, lat7);
		if (!tags) return;
		if (tags.barrier) {
			const flags = barrierFlags(tags);
			if (flags) this.barriers.set(id, flags);
		}
		const kind = pointKind(tags);
		if (kind) this.nodeKinds.push({ lng7, lat7, kind });
		const name = nameOf(tags);
		if (name) this.nodeNames.push({ lng7, lat7, name });
	}

	way(id: number, refs: Float64Array, count: number, tags: Tags | null): void {
		const way = this.wayIds.length;
		this.wayIds.push(id);
		this.refIds.reserve(count);
		this.refIds.array.set(refs.subarray(0, count), this.refIds.length);
		this.refIds.length += count;
		this.refStart.push(this.refIds.length);
		if (!tags || count < 2) return;

		const attributes = roadAttributes(tags);
		if (attributes) this.roads.push({ way, attributes });
		if (tags.natural === 'coastline') this.coastline.push(way);
		const isRing = count > 3 && refs[0] === refs[count - 1];
		const line = lineKind(tags);
		const area = isRing ? areaKind(tags) : null;
		const point = isRing ? pointKind(tags) : null;
		if (line || area || point) this.wayKinds.push({ way, line, area, point });
		const name = nameOf(tags);
		if (name) this.wayNames.push({ way, name });
		if (tags['bridge:name'] !== undefined) {
			const bridge = nameOf({ man_made: 'bridge', name: tags['bridge:name'] });
			if (bridge) this.wayNames.push({ way, name: bridge });
		}
	}

	relation(_id: number, members: readonly OsmMember[], tags: Tags | null): void {
		if (!tags) return;
		const name = /^(multipolygon|boundary|waterway)$/.test(tags.type ?? '') ? nameOf(tags) : null;
		if (name) {
			const ways = members.filter(({ type }) => type === 'way').map(({ ref }) => ref);
			this.relationNames.push({ ways, name });
		}
		if (tags.type?.startsWith('restriction') || 'restriction' in tags) this.turnRelations.push({ members, tags });
		else if (tags.boundary === 'administrative') this.borderRelations.push({ members, tags });
		else if (tags.type === 'multipolygon' || tags.type === 'boundary') this.areaRelations.push({ members, tags });
	}

	bounds(west: number, south: number, east: number, north: number): void {
		if (west < east && south < north) this.declaredBox = [west, south, east, north];
	}
}

/** Barriers that a car or a walker goes through as if they were not there. */
const NO_HINDRANCE = new Set(['kerb', 'entrance', 'height_restrictor', 'toll_booth', 'border_control']);

/** Barriers that no car goes through, whoever drives it. */
const FOR_NO_CAR = new Set(
	'bollard block jersey_barrier cycle_barrier motorcycle_barrier stile kissing_gate turnstile log debris planter chicane tank_trap'.split(
		' '
	)
);

function barrierFlags(tags: Tags): number {
	if (NO_HINDRANCE.has(tags.barrier)) return 0;
	const isLocked = tags.locked === 'yes';
	return NODE.BARRIER | (isLocked ? NODE.LOCKED : 0) | (FOR_NO_CAR.has(tags.barrier) ? NODE.FIXED : 0);
}
