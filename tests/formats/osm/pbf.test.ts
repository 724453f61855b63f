import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OsmReadError } from '../../../src/lib/formats/osm/osm-read-error.ts';
import { OsmRecord } from '../../support/osm-record.ts';
import { readPbfBytes } from '../../support/read-pbf-bytes.ts';
import { sampleFile } from '../../support/map-samples.ts';
import { dataBlob, headerBlob } from '../../support/write-pbf.ts';

const read = (...blobs: Uint8Array[]) => {
	const record = new OsmRecord();
	readPbfBytes(Buffer.concat(blobs), record);
	return record;
};

describe('a written extract comes back', () => {
	const id = fc.integer({ min: 1, max: 2 ** 45 });
	const tags = fc.option(
		fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 20 }), {
			minKeys: 1,
			maxKeys: 3,
			noNullPrototype: true
		})
	);
	const nodes = fc.array(
		fc.record({
			id,
			lng7: fc.integer({ min: -1.8e9, max: 1.8e9 }),
			lat7: fc.integer({ min: -9e8, max: 9e8 }),
			tags
		}),
		{ minLength: 1, maxLength: 20 }
	);
	const ways = fc.array(fc.record({ id, refs: fc.array(id, { minLength: 1, maxLength: 30 }), tags }), {
		maxLength: 5
	});
	const member = fc.record({
		type: fc.constantFrom('node' as const, 'way' as const, 'relation' as const),
		ref: id,
		role: fc.constantFrom('', 'via', 'outer')
	});
	const relations = fc.array(fc.record({ id, members: fc.array(member, { maxLength: 5 }), tags }), {
		maxLength: 3
	});

	test.each([
		['dense nodes', true],
		['plain nodes', false]
	])('%s', (_, isDense) => {
		fc.assert(
			fc.property(nodes, ways, relations, (nodes, ways, relations) => {
				const record = read(headerBlob(), dataBlob({ nodes, ways, relations }, { isDense }));
				expect(record.nodes).toEqual(nodes);
				expect(record.ways).toEqual(ways);
				expect(record.relations).toEqual(relations);
			}),
			{ numRuns: 100, seed: 11 }
		);
	});

	test('with its box', () => {
		expect(read(headerBlob([9.5, 47.0, 9.75, 47.25])).box).toEqual([9.5, 47.0, 9.75, 47.25]);
	});

	test('a way longer than any before it', () => {
		const refs = Array.from({ length: 9000 }, (_, i) => 2 ** 40 + 3 * i);
		expect(read(dataBlob({ ways: [{ id: 7, refs }] })).ways[0].refs).toEqual(refs);
	});
});

describe('what is no extract is refused', () => {
	const good = Buffer.concat([headerBlob(), dataBlob({ nodes: [{ id: 1, lng7: 2, lat7: 3 }] })]);
	const damaged = Buffer.from(good);
	damaged[damaged.length - 6] ^= 0x40;

	test.each([
		['text', Buffer.from('<?xml version="1.0"?><osm/>'), /header of \d+ bytes, wanted an OpenStreetMap PBF/],
		['noise after a small length', Buffer.from('000000070102030405060708', 'hex'), /no block header/],
		['a flipped bit', damaged, /damaged data|bytes unpacked/],
		[
			'a file of another schema',
			Buffer.from(headerBlob(undefined, ['HistoricalInformation', 'Locations'])),
			/needs "HistoricalInformation", wanted OsmSchema/
		]
	])('%s', (_, bytes, message) => {
		expect(() => readPbfBytes(bytes, new OsmRecord())).toThrow(OsmReadError);
		expect(() => readPbfBytes(bytes, new OsmRecord())).toThrow(message);
	});
});

const liechtenstein = sampleFile('liechtenstein-2021.osm.pbf');
test.skipIf(!liechtenstein)('Liechtenstein has what its source says', () => {
	const record = new OsmRecord();
	readPbfBytes(readFileSync(liechtenstein as string), record);
	const roads = record.ways.filter(({ tags }) => tags?.highway && tags.area !== 'yes');
	const buildings = [...record.ways, ...record.relations.filter(({ tags }) => tags?.type === 'multipolygon')];
	expect(roads).toHaveLength(6968);
	expect(roads.filter(({ tags }) => tags?.bridge && tags.bridge !== 'no')).toHaveLength(281);
	expect(buildings.filter(({ tags }) => tags?.building)).toHaveLength(15832);
	expect(record.relations.filter(({ tags }) => tags?.type?.startsWith('restriction'))).toHaveLength(85);
	expect(record.box).toEqual([9.471078, 47.04774, 9.636217, 47.27128]);
});
