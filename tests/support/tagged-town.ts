import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { roadWaysOf } from '../../tiles/build/road-ways.ts';
import { SourceStore } from '../../tiles/build/source-store.ts';
import { place, type Spot } from './towns.ts';

type Tags = Readonly<Record<string, string>>;

/** A town as OpenStreetMap would have it: what its tags mean is for the reader to say. */
export interface TaggedTown {
	/** Nodes by name, with their tags where they have some. */
	readonly nodes: Readonly<Record<string, Spot | readonly [...Spot, Tags]>>;
	/** Ways by street name, each through names of nodes; ids are 100, 101 and so on. */
	readonly ways: Readonly<Record<string, { through: string; tags?: Tags; id?: number }>>;
}

/** The road graph of a town, read as a region pack is; a street is residential unless tagged otherwise. */
export function taggedTown({ nodes, ways }: TaggedTown): RoadGraph {
	const store = new SourceStore();
	const names = Object.keys(nodes);
	names.forEach((name, i) => {
		const [east, north, tags] = nodes[name] as readonly [number, number, Tags?];
		const [lng, lat] = place([east, north]);
		store.node(i + 1, Math.round(lng * 1e7), Math.round(lat * 1e7), tags ?? null);
	});
	Object.entries(ways).forEach(([name, { through, tags, id }], w) => {
		const refs = through.split(' ').map((stop) => {
			if (!(stop in nodes)) throw new RangeError(`no node ${stop} in the town`);
			return names.indexOf(stop) + 1;
		});
		store.way(id ?? 100 + w, Float64Array.from(refs), refs.length, {
			...(tags?.route ? {} : { highway: 'residential' }),
			name,
			...tags
		});
	});
	store.nodes.finish();
	return buildJunctionGraph(roadWaysOf(store, null));
}
