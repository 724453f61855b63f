import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import type { OsmMember, Tags } from '../../src/lib/formats/osm/osm-sink.ts';

export interface WrittenNode {
	id: number;
	lng7: number;
	lat7: number;
	tags?: Tags | null;
}
export interface WrittenWay {
	id: number;
	refs: ArrayLike<number>;
	tags?: Tags | null;
}
export interface WrittenRelation {
	id: number;
	members: readonly OsmMember[];
	tags?: Tags | null;
}

const MEMBER_TYPES = ['node', 'way', 'relation'];

/** An `OSMHeader` blob, with a box in degrees (west, south, east, north) where one is given. */
export function headerBlob(box?: readonly number[], features = ['OsmSchema-V0.6', 'DenseNodes']): Uint8Array {
	const out = new PbfWriter();
	if (box) {
		const nano = [box[0], box[2], box[3], box[1]].map((degree) => Math.round(degree * 1e9));
		out.writeMessage(1, (_, pbf) => nano.forEach((value, i) => pbf.writeSVarintField(i + 1, value)), null);
	}
	for (const feature of features) out.writeStringField(4, feature);
	return blob('OSMHeader', out.finish());
}

/** An `OSMData` blob of nodes (dense unless told), ways and relations. */
export function dataBlob(
	content: {
		nodes?: readonly WrittenNode[];
		ways?: readonly WrittenWay[];
		relations?: readonly WrittenRelation[];
	},
	{ isDense = true } = {}
): Uint8Array {
	const strings = new Map<string, number>([['', 0]]);
	const group = new PbfWriter();
	if (content.nodes && isDense) group.writeMessage(2, writeDense, { nodes: content.nodes, strings });
	else for (const node of content.nodes ?? []) group.writeMessage(1, writeNode, { node, strings });
	for (const way of content.ways ?? []) group.writeMessage(3, writeWay, { way, strings });
	for (const relation of content.relations ?? []) group.writeMessage(4, writeRelation, { relation, strings });

	const out = new PbfWriter();
	const table = new PbfWriter();
	const encoder = new TextEncoder();
	for (const text of strings.keys()) table.writeBytesField(1, encoder.encode(text));
	out.writeBytesField(1, table.finish());
	out.writeBytesField(2, group.finish());
	return blob('OSMData', out.finish());
}

function blob(type: string, content: Uint8Array): Uint8Array {
	const body = new PbfWriter();
	body.writeVarintField(2, content.length);
	body.writeBytesField(3, deflateSync(content, { level: 1 }));
	const bytes = body.finish();
	const header = new PbfWriter();
	header.writeStringField(1, type);
	header.writeVarintField(3, bytes.length);
	const head = header.finish();
	const out = new Uint8Array(4 + head.length + bytes.length);
	new DataView(out.buffer).setUint32(0, head.length);
	out.set(head, 4);
	out.set(bytes, 4 + head.length);
	return out;
}

function indexOf(strings: Map<string, number>, text: string): number {
	let index = strings.get(text);
	if (index === undefined) strings.set(text, (index = strings.size));
	return index;
}

function deltas(values: ArrayLike<number>): number[] {
	return Array.from(values, (value, i) => value - (i > 0 ? values[i - 1] : 0));
}

function writeTags(tags: Tags | null | undefined, strings: Map<string, number>, out: PbfWriter): void {
	const entries = Object.entries(tags ?? {});
	if (entries.length === 0) return;
	out.writePackedVarint(
		2,
		entries.map(([key]) => indexOf(strings, key))
	);
	out.writePackedVarint(
		3,
		entries.map(([, value]) => indexOf(strings, value))
	);
}

function writeDense(
	{ nodes, strings }: { nodes: readonly WrittenNode[]; strings: Map<string, number> },
	out: PbfWriter
): void {
	out.writePackedSVarint(1, deltas(nodes.map((node) => node.id)));
	out.writePackedSVarint(8, deltas(nodes.map((node) => node.lat7)));
	out.writePackedSVarint(9, deltas(nodes.map((node) => node.lng7)));
	if (!nodes.some((node) => node.tags)) return;
	const tags = nodes.flatMap((node) => [
		...Object.entries(node.tags ?? {}).flatMap(([key, value]) => [
			indexOf(strings, key),
			indexOf(strings, value)
		]),
		0
	]);
	out.writePackedVarint(10, tags);
}

function writeNode(
	{ node, strings }: { node: WrittenNode; strings: Map<string, number> },
	out: PbfWriter
): void {
	out.writeSVarintField(1, node.id);
	writeTags(node.tags, strings, out);
	out.writeSVarintField(8, node.lat7);
	out.writeSVarintField(9, node.lng7);
}

function writeWay({ way, strings }: { way: WrittenWay; strings: Map<string, number> }, out: PbfWriter): void {
	out.writeVarintField(1, way.id);
	writeTags(way.tags, strings, out);
	out.writePackedSVarint(8, deltas(way.refs));
}

function writeRelation(
	{ relation, strings }: { relation: WrittenRelation; strings: Map<string, number> },
	out: PbfWriter
): void {
	out.writeVarintField(1, relation.id);
	writeTags(relation.tags, strings, out);
	out.writePackedVarint(
		8,
		relation.members.map(({ role }) => indexOf(strings, role))
	);
	out.writePackedSVarint(9, deltas(relation.members.map(({ ref }) => ref)));
	out.writePackedVarint(
		10,
		relation.members.map(({ type }) => MEMBER_TYPES.indexOf(type))
	);
}
