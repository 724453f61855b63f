import { PbfReader } from 'pbf';
import { OsmReadError } from './osm-read-error.ts';
import type { OsmMember, OsmSink, Tags } from './osm-sink.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** Reads the content of an `OSMHeader` blob: its box goes to `sink`. Throws on features not known here. */
export function readHeaderBlock(content: Uint8Array, sink: OsmSink): void {
	const reader = new PbfReader(content);
	for (let field = reader.nextField(); field; field = reader.nextField()) {
		if (field === 1) {
			const end = reader.readVarint() + reader.pos;
			// fields 1 to 4: left, right, top, bottom
			const box = [0, 0, 0, 0, 0];
			for (let f = reader.nextField(end); f; f = reader.nextField(end)) box[f] = reader.readSVarint() / 1e9;
			sink.bounds(box[1], box[4], box[2], box[3]);
		} else if (field === 4) {
			const feature = reader.readString();
			if (!KNOWN_FEATURES.has(feature)) {
				throw new OsmReadError(
					'header',
					`a file that needs "${feature}"`,
					'OsmSchema-V0.6 with or without DenseNodes'
				);
			}
		}
	}
}

/** Reads the content of an `OSMData` blob into `sink`. */
export function readPrimitiveBlock(content: Uint8Array, sink: OsmSink): void {
	new BlockReader(content, sink).read();
}

class BlockReader {
	private readonly reader: PbfReader;
	private readonly sink: OsmSink;
	private readonly strings: string[] = [];
	private keys: number[] = [];
	private values: number[] = [];
	private lngOffset = 0;
	private latOffset = 0;
	private granularity = 100;
	/** Lent to the sink with every way; grows to the longest. */
	private refs = new Float64Array(2048);

	constructor(content: Uint8Array, sink: OsmSink) {
		this.reader = new PbfReader(content);
		this.sink = sink;
	}

	read(): void {
		const { reader } = this;
		const groups: number[] = [];
		for (let field = reader.nextField(); field; field = reader.nextField()) {
			if (field === 1) this.readStrings();
			else if (field === 2) {
				const end = reader.readVarint() + reader.pos;
				groups.push(reader.pos, end);
				reader.pos = end;
			} else if (field === 17) this.granularity = reader.readVarint();
			else if (field === 19) this.latOffset = reader.readVarint(true);
			else if (field === 20) this.lngOffset = reader.readVarint(true);
		}
		// scale and strings may stand after the groups, so these are read last
		for (let i = 0; i < groups.length; i += 2) this.readGroup(groups[i], groups[i + 1]);
	}

	private readStrings(): void {
		const { reader, strings } = this;
		const end = reader.readVarint() + reader.pos;
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field === 1) strings.push(reader.readString());
		}
	}

	private readGroup(start: number, end: number): void {
		const { reader } = this;
		reader.pos = start;
		reader._valueStart = -1;
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field > 4) continue;
			const objectEnd = reader.readVarint() + reader.pos;
			if (field === 1) this.readNode(objectEnd);
			else if (field === 2) this.readDense(objectEnd);
			else if (field === 3) this.readWay(objectEnd);
			else this.readRelation(objectEnd);
			reader.pos = objectEnd;
			reader._valueStart = -1;
		}
	}

	private readNode(end: number): void {
		const { reader } = this;
		let id = 0;
		let lat = 0;
		let lng = 0;
		this.clearTags();
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field === 1) id = reader.readSVarint();
			else if (field === 2) reader.readPackedVarint(this.keys);
			else if (field === 3) reader.readPackedVarint(this.values);
			else if (field === 8) lat = reader.readSVarint();
			else if (field === 9) lng = reader.readSVarint();
		}
		this.sink.node(id, this.lng7(lng), this.lat7(lat), this.tags());
	}

	private readDense(end: number): void {
		const { reader, strings, sink } = this;
		// three runs of deltas and one of tags, read side by side by four positions
		let idPos = 0;
		let idEnd = 0;
		let latPos = 0;
		let lngPos = 0;
		let tagPos = 0;
		let tagEnd = 0;
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field !== 1 && field !== 8 && field !== 9 && field !== 10) continue;
			const runEnd = reader.readVarint() + reader.pos;
			if (field === 1) [idPos, idEnd] = [reader.pos, runEnd];
			else if (field === 8) latPos = reader.pos;
			else if (field === 9) lngPos = reader.pos;
			else [tagPos, tagEnd] = [reader.pos, runEnd];
			reader.pos = runEnd;
		}
		let id = 0;
		let lat = 0;
		let lng = 0;
		while (idPos < idEnd) {
			reader.pos = idPos;
			id += reader.readSVarint();
			idPos = reader.pos;
			reader.pos = latPos;
			lat += reader.readSVarint();
			latPos = reader.pos;
			reader.pos = lngPos;
			lng += reader.readSVarint();
			lngPos = reader.pos;
			let tags: Record<string, string> | null = null;
			if (tagPos < tagEnd) {
				reader.pos = tagPos;
				for (let key = reader.readVarint(); key !== 0 && reader.pos < tagEnd; key = reader.readVarint()) {
					tags ??= {};
					tags[strings[key]] = strings[reader.readVarint()];
				}
				tagPos = reader.pos;
			}
			sink.node(id, this.lng7(lng), this.lat7(lat), tags);
		}
	}

	private readWay(end: number): void {
		const { reader } = this;
		let id = 0;
		let count = 0;
		this.clearTags();
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field === 1) id = reader.readVarint();
			else if (field === 2) reader.readPackedVarint(this.keys);
			else if (field === 3) reader.readPackedVarint(this.values);
			else if (field === 8) {
				const runEnd = reader.readVarint() + reader.pos;
				if (runEnd - reader.pos > this.refs.length) this.refs = new Float64Array(2 * (runEnd - reader.pos));
				const { refs } = this;
				let ref = 0;
				while (reader.pos < runEnd) refs[count++] = ref += reader.readSVarint();
			}
		}
		this.sink.way(id, this.refs, count, this.tags());
	}

	private readRelation(end: number): void {
		const { reader, strings } = this;
		const roles: number[] = [];
		const ids: number[] = [];
		const types: number[] = [];
		let id = 0;
		this.clearTags();
		for (let field = reader.nextField(end); field; field = reader.nextField(end)) {
			if (field === 1) id = reader.readVarint();
			else if (field === 2) reader.readPackedVarint(this.keys);
			else if (field === 3) reader.readPackedVarint(this.values);
			else if (field === 8) reader.readPackedVarint(roles);
			else if (field === 9) reader.readPackedSVarint(ids);
			else if (field === 10) reader.readPackedVarint(types);
		}
		const members: OsmMember[] = [];
		let ref = 0;
		for (let i = 0; i < ids.length; i++) {
			ref += ids[i];
			members.push({ type: MEMBER_TYPES[types[i]] ?? 'relation', ref, role: strings[roles[i]] ?? '' });
		}
		this.sink.relation(id, members, this.tags());
	}

	private clearTags(): void {
		this.keys = [];
		this.values = [];
	}

	private tags(): Tags | null {
		if (this.keys.length === 0) return null;
		const tags: Record<string, string> = {};
		for (let i = 0; i < this.keys.length; i++)
			tags[this.strings[this.keys[i]]] = this.strings[this.values[i]];
		return tags;
	}

	private lng7(raw: number): number {
		return Math.round((raw * this.granularity + this.lngOffset) / 100);
	}

	private lat7(raw: number): number {
		return Math.round((raw * this.granularity + this.latOffset) / 100);
	}
}
