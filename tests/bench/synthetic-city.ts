import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { gridLengthM } from '../../src/lib/network/edge-line.ts';
import { EDGE, ROAD_CLASSES, type RoadGraph } from '../../src/lib/network/road-graph.ts';

/** Numbers in [0, 1) that are the same each time (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * A city of `across` by `across` junctions about 80 m apart, shaken a little, with a river that only
 * every 25th street crosses, arterials every tenth block and a twelfth of the side streets left out:
 * about two edges a junction.
 */
export function syntheticCity(across: number, seed = 1): RoadGraph {
	const random = seededRandom(seed);
	const nodeCount = across * across;
	const nodeLng = new Int32Array(nodeCount);
	const nodeLat = new Int32Array(nodeCount);
	const gap = 80 / 0.0111; // 1e-7 degrees of latitude
	for (let v = 0; v < nodeCount; v++) {
		const i = (v % across) - across / 2;
		const j = Math.floor(v / across) - across / 2;
		nodeLng[v] = 1_160_000_000 + Math.round((i + (random() - 0.5) * 0.5) * gap * 1.3);
		nodeLat[v] = 400_000_000 + Math.round((j + (random() - 0.5) * 0.5) * gap);
	}

	const from: number[] = [];
	const to: number[] = [];
	const roadClass: number[] = [];
	const flags: number[] = [];
	const river = Math.floor(across * 0.58);
	for (let v = 0; v < nodeCount; v++) {
		const i = v % across;
		const j = Math.floor(v / across);
		for (const [next, isThere, along] of [
			[v + 1, i + 1 < across, j],
			[v + across, j + 1 < across, i]
		] as const) {
			if (!isThere) continue;
			const isOverRiver = next === v + across && j === river;
			const isArterial = along % 10 === 0;
			if (isOverRiver ? i % 25 !== 0 : !isArterial && random() < 0.08) continue;
			from.push(v);
			to.push(next);
			roadClass.push(ROAD_CLASSES.indexOf(isArterial ? 'secondary' : 'residential'));
			flags.push(EDGE.FORWARD | EDGE.BACKWARD | EDGE.DRIVE | EDGE.WALK | (isOverRiver ? EDGE.BRIDGE : 0));
		}
	}

	const edgeCount = from.length;
	const shapeStart = Uint32Array.from({ length: edgeCount + 1 }, (_, e) => 2 * e);
	const shapeLng = new Int32Array(2 * edgeCount);
	const shapeLat = new Int32Array(2 * edgeCount);
	const edgeLengthM = new Float32Array(edgeCount);
	for (let e = 0; e < edgeCount; e++) {
		shapeLng.set([nodeLng[from[e]], nodeLng[to[e]]], 2 * e);
		shapeLat.set([nodeLat[from[e]], nodeLat[to[e]]], 2 * e);
		edgeLengthM[e] = gridLengthM(nodeLng[from[e]], nodeLat[from[e]], nodeLng[to[e]], nodeLat[to[e]]);
	}
	return {
		nodeCount,
		edgeCount,
		nodeLng,
		nodeLat,
		nodeFlags: new Uint8Array(nodeCount),
		edgeFrom: Uint32Array.from(from),
		edgeTo: Uint32Array.from(to),
		edgeLengthM,
		edgeClass: Uint8Array.from(roadClass),
		edgeFlags: Uint16Array.from(flags),
		edgeLayer: Int8Array.from(flags, (flag) => (flag & EDGE.BRIDGE ? 1 : 0)),
		edgeSpeedKmh: new Uint8Array(edgeCount).fill(40),
		edgeWay: Float64Array.from({ length: edgeCount }, (_, e) => 1 + e),
		edgeName: new Int32Array(edgeCount).fill(-1),
		names: [],
		shapeStart,
		shapeLng,
		shapeLat,
		...buildIncidence(nodeCount, from, to),
		restrictions: new Uint32Array(0),
		restrictionOnly: new Uint8Array(0)
	};
}
