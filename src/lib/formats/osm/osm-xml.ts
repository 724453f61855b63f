import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { OsmReadError } from './osm-read-error.ts';
import type { OsmMember, OsmSink } from './osm-sink.ts';

const MEMBER_TYPES = new Set(['node', 'way', 'relation']);

/**
 * Reads OpenStreetMap XML as it comes: `write` the text in pieces, then `close`.
 *
 * Objects marked as deleted are passed over. Both throw an `OsmReadError` with line and column for text
 * that is no XML, ends too early, has another root than `osm`, or objects without id or place.
 */
export class OsmXmlReader {
	private readonly sink: OsmSink;
	private readonly parser = new SaxesParser();
	private depth = 0;
	private id = 0;
	private tags: Record<string, string> | null = null;
	private refs = new Float64Array(2048);
	private refCount = 0;
	private members: OsmMember[] = [];
	private lng7 = 0;
	private lat7 = 0;
	private isDeleted = false;

	constructor(sink: OsmSink) {
		this.sink = sink;
		this.parser.on('error', (error) => {
			throw this.refuse(error.message.replace(/^\d+:\d+: /, ''), 'well-formed OpenStreetMap XML', error);
		});
		this.parser.on('opentag', (tag) => this.open(tag));
		this.parser.on('closetag', (tag) => this.shut(tag));
	}

	write(text: string): void {
		this.parser.write(text);
	}

	close(): void {
		this.parser.close();
		if (this.depth !== 0) throw this.refuse('the text ends', 'the end of <osm>');
	}

	private open({ name, attributes }: SaxesTagPlain): void {
		if (this.depth++ === 0 && name !== 'osm') throw this.refuse(`a root <${name}>`, '<osm>');
		if (name === 'tag') (this.tags ??= {})[attributes.k ?? ''] = attributes.v ?? '';
		else if (name === 'nd') {
			if (this.refCount === this.refs.length) {
				const grown = new Float64Array(this.refs.length * 2);
				grown.set(this.refs);
				this.refs = grown;
			}
			this.refs[this.refCount++] = this.number(attributes, 'ref', name);
		} else if (name === 'member') {
			if (!MEMBER_TYPES.has(attributes.type)) return;
			this.members.push({
				type: attributes.type as OsmMember['type'],
				ref: this.number(attributes, 'ref', name),
				role: attributes.role ?? ''
			});
		} else if (name === 'node' || name === 'way' || name === 'relation') {
			this.id = this.number(attributes, 'id', name);
			this.tags = null;
			this.refCount = 0;
			this.members = [];
			this.isDeleted = attributes.visible === 'false' || attributes.action === 'delete';
			if (name === 'node' && !this.isDeleted) {
				this.lng7 = Math.round(this.number(attributes, 'lon', name) * 1e7);
				this.lat7 = Math.round(this.number(attributes, 'lat', name) * 1e7);
			}
		} else if (name === 'bounds') {
			const [west, south, east, north] = ['minlon', 'minlat', 'maxlon', 'maxlat'].map((key) =>
				this.number(attributes, key, name)
			);
			this.sink.bounds(west, south, east, north);
		}
	}

	private shut({ name }: SaxesTagPlain): void {
		this.depth--;
		if (this.isDeleted) return;
		if (name === 'node') this.sink.node(this.id, this.lng7, this.lat7, this.tags);
		else if (name === 'way') this.sink.way(this.id, this.refs, this.refCount, this.tags);
		else if (name === 'relation') this.sink.relation(this.id, this.members, this.tags);
	}

	private number(attributes: Record<string, string>, key: string, element: string): number {
		const value = Number(attributes[key] ?? NaN);
		if (!Number.isFinite(value) || attributes[key] === '') {
			throw this.refuse(`<${element}> with ${key} ${JSON.stringify(attributes[key] ?? null)}`, 'a number');
		}
		return value;
	}

	private refuse(seen: string, wanted: string, cause?: unknown): OsmReadError {
		const place = `line ${this.parser.line}, column ${this.parser.column}`;
		return new OsmReadError(place, seen, wanted, { cause });
	}
}
