import type { RoadWays } from '../../src/lib/network/junction-graph.ts';
import { ROAD_CLASSES, type RoadClass } from '../../src/lib/network/road-graph.ts';
import type { WayTurn } from '../../src/lib/network/turns.ts';

export interface DrawnWay {
	/** Nodes it runs through, each a letter; `?` is beyond the data. */
	readonly through: string;
	readonly name?: string;
	readonly roadClass?: RoadClass;
	readonly flags?: number;
	readonly layer?: number;
}

/**
 * A small town: `places` gives each node's column and row on a grid of about 100 m at the equator, ways run
 * through their letters. Way ids are 100, 101 and so on.
 */
export function drawRoads(
	places: Readonly<Record<string, readonly [column: number, row: number]>>,
	ways: readonly DrawnWay[],
	more: {
		turns?: readonly WayTurn[];
		nodeFlags?: Readonly<Record<string, number>>;
		areWaysWhole?: boolean;
	} = {}
): RoadWays {
	const letters = Object.keys(places);
	const refStart = [0];
	const refs: number[] = [];
	for (const { through } of ways) {
		for (const letter of through) refs.push(letter === '?' ? -1 : letters.indexOf(letter));
		refStart.push(refs.length);
	}
	const names = [...new Set(ways.flatMap(({ name }) => (name ? [name] : [])))];
	return {
		nodeLng: Int32Array.from(letters, (letter) => places[letter][0] * 9000),
		nodeLat: Int32Array.from(letters, (letter) => -places[letter][1] * 9000),
		nodeFlags: Uint8Array.from(letters, (letter) => more.nodeFlags?.[letter] ?? 0),
		refStart: Uint32Array.from(refStart),
		refs: Int32Array.from(refs),
		wayId: Float64Array.from(ways, (_, i) => 100 + i),
		wayClass: Uint8Array.from(ways, ({ roadClass }) => ROAD_CLASSES.indexOf(roadClass ?? 'residential')),
		wayFlags: Uint16Array.from(ways, ({ flags }) => flags ?? 3),
		wayLayer: Int8Array.from(ways, ({ layer }) => layer ?? 0),
		waySpeedKmh: Uint8Array.from(ways, () => 30),
		wayName: Int32Array.from(ways, ({ name }) => (name ? names.indexOf(name) : -1)),
		names,
		turns: more.turns ?? [],
		areWaysWhole: more.areWaysWhole ?? false
	};
}
