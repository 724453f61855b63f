import type { OsmMember, OsmSink, Tags } from '../../src/lib/formats/osm/osm-sink.ts';

/** A sink that keeps everything as plain objects, for looking at. */
export class OsmRecord implements OsmSink {
	readonly nodes: { id: number; lng7: number; lat7: number; tags: Tags | null }[] = [];
	readonly ways: { id: number; refs: number[]; tags: Tags | null }[] = [];
	readonly relations: { id: number; members: readonly OsmMember[]; tags: Tags | null }[] = [];
	box: number[] | null = null;

	node(id: number, lng7: number, lat7: number, tags: Tags | null): void {
		this.nodes.push({ id, lng7, lat7, tags });
	}

	way(id: number, refs: Float64Array, count: number, tags: Tags | null): void {
		this.ways.push({ id, refs: Array.from(refs.subarray(0, count)), tags });
	}

	relation(id: number, members: readonly OsmMember[], tags: Tags | null): void {
		this.relations.push({ id, members, tags });
	}

	bounds(...edges: [number, number, number, number]): void {
		this.box = edges;
	}
}
