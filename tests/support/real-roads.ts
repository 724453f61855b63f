import { existsSync, readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import { EDGE, ROAD_CLASSES, type RoadClass, type RoadGraph } from '../../src/lib/network/road-graph.ts';

const GOTHENBURG = 'node_modules/geojson-path-finder/test/large-network.json';
const DEMO = 'tiles/astana/roads.bin';

/**
 * Gothenburg's roads (© OpenStreetMap contributors, from the tests of geojson-path-finder), joined
 * where points coincide to the last digit; null where the package leaves them out.
 */
export function gothenburg(): RoadGraph | null {
	if (!existsSync(GOTHENBURG)) return skip(GOTHENBURG);
	const { features } = JSON.parse(readFileSync(GOTHENBURG, 'utf8')) as FeatureCollection;
	const nodeOf = new Map<string, number>();
	const lng: number[] = [];
	const lat: number[] = [];
	const refs: number[] = [];
	const refStart = [0];
	const ways: { id: number; class: number; flags: number; layer: number; name: number }[] = [];
	const names: string[] = [];
	for (const { id, geometry, properties } of features) {
		if (geometry.type !== 'LineString' || typeof properties?.highway !== 'string') continue;
		const roadClass = ROAD_CLASSES.indexOf(properties.highway.replace('_link', '') as RoadClass);
		const isForCars = roadClass >= 0 && roadClass <= ROAD_CLASSES.indexOf('track');
		const isBridge = properties.bridge !== undefined && properties.bridge !== 'no';
		const isTunnel = properties.tunnel !== undefined && properties.tunnel !== 'no';
		for (const [x, y] of geometry.coordinates) {
			const key = `${x},${y}`;
			let node = nodeOf.get(key);
			if (node === undefined) {
				nodeOf.set(key, (node = lng.length));
				lng.push(Math.round(x * 1e7));
				lat.push(Math.round(y * 1e7));
			}
			refs.push(node);
		}
		refStart.push(refs.length);
		let name = -1;
		if (typeof properties.name === 'string') {
			name = names.indexOf(properties.name);
			if (name < 0) name = names.push(properties.name) - 1;
		}
		ways.push({
			id: Number(String(id).replace('way/', '')),
			class: roadClass < 0 ? ROAD_CLASSES.indexOf('other') : roadClass,
			flags:
				EDGE.FORWARD |
				(properties.oneway === 'yes' ? 0 : EDGE.BACKWARD) |
				EDGE.WALK |
				(isForCars ? EDGE.DRIVE : 0) |
				(isBridge ? EDGE.BRIDGE : 0) |
				(isTunnel ? EDGE.TUNNEL : 0),
			layer: Number(properties.layer) || (isBridge ? 1 : isTunnel ? -1 : 0),
			name
		});
	}
	return buildJunctionGraph({
		nodeLng: Int32Array.from(lng),
		nodeLat: Int32Array.from(lat),
		nodeFlags: new Uint8Array(lng.length),
		refStart: Uint32Array.from(refStart),
		refs: Int32Array.from(refs),
		wayId: Float64Array.from(ways, ({ id }) => id),
		wayClass: Uint8Array.from(ways, (way) => way.class),
		wayFlags: Uint16Array.from(ways, ({ flags }) => flags),
		wayLayer: Int8Array.from(ways, ({ layer }) => layer),
		waySpeedKmh: new Uint8Array(ways.length).fill(30),
		wayName: Int32Array.from(ways, ({ name }) => name),
		names,
		turns: [],
		areWaysWhole: true
	});
}

/** The roads of the demo city; null, said aloud, where its pack has not been built. */
export function demoRoads(): RoadGraph | null {
	if (!existsSync(DEMO)) return skip(DEMO);
	const bytes = readFileSync(DEMO);
	return decodeRoadGraph(
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
	);
}

function skip(file: string): null {
	process.stderr.write(`skipped: ${file} is not there\n`);
	return null;
}
