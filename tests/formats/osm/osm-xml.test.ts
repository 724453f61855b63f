import { describe, expect, test } from 'vitest';
import { OsmXmlReader } from '../../../src/lib/formats/osm/osm-xml.ts';
import { OsmRecord } from '../../support/osm-record.ts';

const TOWN = `<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6" generator="test">
  <bounds minlat="47.1" minlon="9.5" maxlat="47.2" maxlon="9.6"/>
  <node id="1" lat="47.1" lon="9.5"/>
  <node id="9000000000" lat="47.1500001" lon="-9.55"><tag k="barrier" v="gate"/><tag k="name" v="A &amp; B"/></node>
  <node id="3" lat="1" lon="1" visible="false"/>
  <way id="10"><nd ref="1"/><nd ref="9000000000"/><tag k="highway" v="residential"/></way>
  <relation id="20"><member type="node" ref="1" role="via"/><member type="way" ref="10" role="from"/><tag k="type" v="restriction"/></relation>
</osm>`;

function read(text: string, pieceLength = text.length): OsmRecord {
	const record = new OsmRecord();
	const reader = new OsmXmlReader(record);
	for (let at = 0; at < text.length; at += pieceLength) reader.write(text.slice(at, at + pieceLength));
	reader.close();
	return record;
}

describe('OsmXmlReader', () => {
	test('reads nodes, ways, relations and the box', () => {
		const record = read(TOWN);
		expect(record.nodes).toEqual([
			{ id: 1, lng7: 95_000_000, lat7: 471_000_000, tags: null },
			{ id: 9e9, lng7: -95_500_000, lat7: 471_500_001, tags: { barrier: 'gate', name: 'A & B' } }
		]);
		expect(record.ways).toEqual([{ id: 10, refs: [1, 9e9], tags: { highway: 'residential' } }]);
		expect(record.relations[0].members).toEqual([
			{ type: 'node', ref: 1, role: 'via' },
			{ type: 'way', ref: 10, role: 'from' }
		]);
		expect(record.box).toEqual([9.5, 47.1, 9.6, 47.2]);
	});

	test.each([1, 7, 64])('wherever it is cut, pieces of %i letters', (length) => {
		expect(read(TOWN, length)).toEqual(read(TOWN));
	});

	test.each([
		['cut short', TOWN.slice(0, 400), /line \d+, column \d+: .*unclosed tag.*wanted well-formed/],
		['another root', '<gpx version="1.1"></gpx>', /a root <gpx>, wanted <osm>/],
		['a node without a place', '<osm><node id="1"/></osm>', /<node> with lon null, wanted a number/],
		['an id that is no number', '<osm><way id="x"/></osm>', /<way> with id "x", wanted a number/],
		['wrong nesting', '<osm><way id="1"></osm>', /wanted well-formed OpenStreetMap XML/]
	])('%s is refused with its place', (_, text, message) => {
		expect(() => read(text)).toThrow(message);
	});
});
