import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import type { RoadWays } from '../../src/lib/network/junction-graph.ts';
import { NODE } from '../../src/lib/network/road-graph.ts';
import type { WayTurn } from '../../src/lib/network/turns.ts';
import type { SourceStore } from './source-store.ts';

/**
 * The roads of a source in the form the junction graph is built from.
 *
 * With `clip` a node outside it counts as beyond the data. Of the nodes outside the box the source
 * declares, dead ends are marked as edge of the data: complete ways reach over the border of an extract.
 */
export function roadWaysOf(store: SourceStore, clip: Bbox | null): RoadWays {
	const { nodes, roads } = store;
	const kept = clip ? gridBox(clip) : null;
	const declared = store.declaredBox ? gridBox(store.declaredBox) : null;
	const refStart = new Uint32Array(roads.length + 1);
	roads.forEach(({ way }, row) => {
		refStart[row + 1] = refStart[row] + store.refStart.array[way + 1] - store.refStart.array[way];
	});

	// the table holds only nodes of roads, in the order of the source
	const refs = new Int32Array(refStart[roads.length]).fill(-1);
	const isUsed = new Uint8Array(nodes.count);
	let isCut = false;
	roads.forEach(({ way }, row) => {
		let at = refStart[row];
		for (let i = store.refStart.array[way]; i < store.refStart.array[way + 1]; i++, at++) {
			const node = nodes.rowOf(store.refIds.array[i]);
			if (node < 0) isCut = true;
			if (node < 0 || (kept && !contains(kept, nodes.lng[node], nodes.lat[node]))) continue;
			refs[at] = node;
			isUsed[node] = 1;
		}
	});
	const rowOf = new Int32Array(nodes.count).fill(-1);
	let count = 0;
	for (let node = 0; node < isUsed.length; node++) if (isUsed[node]) rowOf[node] = count++;
	for (let i = 0; i < refs.length; i++) if (refs[i] >= 0) refs[i] = rowOf[refs[i]];

	const nodeLng = new Int32Array(count);
	const nodeLat = new Int32Array(count);
	const nodeFlags = new Uint8Array(count);
	for (let node = 0; node < rowOf.length; node++) {
		const row = rowOf[node];
		if (row < 0) continue;
		nodeLng[row] = nodes.lng[node];
		nodeLat[row] = nodes.lat[node];
		if (declared && !contains(declared, nodeLng[row], nodeLat[row])) nodeFlags[row] = NODE.EDGE_OF_DATA;
	}
	for (const [id, flags] of store.barriers) {
		const row = rowOf[nodes.rowOf(id)] ?? -1;
		if (row >= 0) nodeFlags[row] |= flags;
	}

	const names: string[] = [];
	const nameIndex = new Map<string, number>([['', -1]]);
	const wayName = Int32Array.from(roads, ({ attributes: { name } }) => {
		let index = nameIndex.get(name);
		if (index === undefined) {
			index = names.push(name) - 1;
			nameIndex.set(name, index);
		}
		return index;
	});
	return {
		nodeLng,
		nodeLat,
		nodeFlags,
		refStart,
		refs,
		wayId: Float64Array.from(roads, ({ way }) => store.wayIds.array[way]),
		wayClass: Uint8Array.from(roads, ({ attributes }) => attributes.roadClass),
		wayFlags: Uint16Array.from(roads, ({ attributes }) => attributes.flags),
		wayLayer: Int8Array.from(roads, ({ attributes }) => attributes.layer),
		waySpeedKmh: Uint8Array.from(roads, ({ attributes }) => attributes.speedKmh),
		wayName,
		names,
		turns: turnsOf(store, rowOf),
		areWaysWhole: !isCut
	};
}

/** Turn restrictions over a single node; those over a way have no place in the graph and are left out. */
function turnsOf(store: SourceStore, rowOf: Int32Array): WayTurn[] {
	const turns: WayTurn[] = [];
	for (const { members, tags } of store.turnRelations) {
		const kind = tags.restriction ?? tags['restriction:motorcar'] ?? '';
		const via = members.filter((member) => member.role === 'via');
		if (!/^(no|only)_/.test(kind) || via.length !== 1 || via[0].type !== 'node') continue;
		const viaRef = rowOf[store.nodes.rowOf(via[0].ref)] ?? -1;
		if (viaRef < 0) continue;
		for (const from of members.filter((member) => member.role === 'from')) {
			for (const to of members.filter((member) => member.role === 'to')) {
				turns.push({ fromWay: from.ref, viaRef, toWay: to.ref, isOnly: kind.startsWith('only_') });
			}
		}
	}
	return turns;
}

interface GridBox {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

function gridBox([west, south, east, north]: Bbox): GridBox {
	return { west: west * 1e7, south: south * 1e7, east: east * 1e7, north: north * 1e7 };
}

function contains(box: GridBox, lng7: number, lat7: number): boolean {
	return lng7 >= box.west && lng7 <= box.east && lat7 >= box.south && lat7 <= box.north;
}
