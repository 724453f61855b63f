import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRoadGraph, encodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import { drawRoads } from '../support/road-ways.ts';

const letters = [...'abcdef'];
const places = Object.fromEntries(letters.map((letter, i) => [letter, [i % 3, Math.floor(i / 3)] as const]));
const town = (paths: string[]) =>
	buildJunctionGraph(
		drawRoads(
			places,
			paths.map((through, i) => ({ through, ...(i % 2 ? { name: `улица ${i} 街` } : {}) })),
			{ turns: [{ fromWay: 100, toWay: 101, viaRef: 1, isOnly: true }] }
		)
	);
const bufferOf = (bytes: Uint8Array) => bytes.slice().buffer;

describe('a road graph comes back from its bytes', () => {
	test('whatever its sizes', () => {
		const paths = fc.array(
			fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((path) => path.join('')),
			{ maxLength: 6 }
		);
		fc.assert(
			fc.property(paths, (paths) => {
				const graph = town(paths);
				expect(decodeRoadGraph(bufferOf(encodeRoadGraph(graph)))).toEqual(graph);
			}),
			{ numRuns: 200, seed: 3 }
		);
	});

	test('as views of the bytes, without copies', () => {
		const bytes = bufferOf(encodeRoadGraph(town(['abc', 'bde'])));
		const graph = decodeRoadGraph(bytes);
		expect(graph.edgeWay.buffer).toBe(bytes);
		expect(graph.shapeLng.buffer).toBe(bytes);
	});
});

describe('what is no road graph is refused', () => {
	const good = encodeRoadGraph(town(['abc', 'bde', 'cf']));
	const changed = (at: number, value: number) => {
		const bytes = good.slice();
		bytes[at] = value;
		return bytes;
	};
	test.each([
		['nothing', new Uint8Array(0), /starts with "", wanted "CORDONRG"/],
		[
			'text',
			new TextEncoder().encode('<html><body>404</body></html>'),
			/starts with "<html><b", wanted "CORDONRG"/
		],
		['a later version', changed(8, 9), /version 9, wanted 1/],
		['a file cut short', good.slice(0, -16), /of \d+ bytes, wanted \d+/],
		['a file cut in its header', good.slice(0, 20), /of 20 bytes, wanted at least/],
		['a changed byte', changed(good.length - 30, good[good.length - 30] ^ 1), /damaged: checksum/]
	])('%s', (_, bytes, message) => {
		expect(() => decodeRoadGraph(bufferOf(bytes))).toThrow(RangeError);
		expect(() => decodeRoadGraph(bufferOf(bytes))).toThrow(message);
	});
});
