import { PbfWriter } from 'pbf';

/** Root directory and header lie within this many bytes, as readers fetch them in one go. */
export const HEAD_BYTES = 16384;
const HEADER_BYTES = 127;
/** Tiles up to this size are remembered, so that equal ones (open sea, bare ground) are stored once. */
const REMEMBERED_BYTES = 1024;

const GZIP = 2;
const MVT = 1;

interface Entry {
	readonly id: number;
	readonly offset: number;
	readonly length: number;
	run: number;
}

export interface ArchiveHead {
	/** Header and root directory, for the first bytes of the file. */
	readonly head: Uint8Array;
	/** Metadata and leaf directories, to stand right after the tile data. */
	readonly tail: Uint8Array;
	readonly tiles: number;
}

export interface ArchiveDescription {
	readonly metadata: Readonly<Record<string, unknown>>;
	readonly bounds: readonly [west: number, south: number, east: number, north: number];
	readonly minZoom: number;
	readonly maxZoom: number;
}

/**
 * Writes a PMTiles archive (version 3, Protomaps 2022) of gzipped vector tiles without holding it: the
 * caller appends tile data from byte `HEAD_BYTES` on and puts head and tail around it at the end.
 *
 * Tiles come in order of `tileId`. `compress` makes gzip.
 */
export class ArchiveIndex {
	private readonly entries: Entry[] = [];
	private readonly small = new Map<string, Entry>();
	private readonly compress: (bytes: Uint8Array) => Uint8Array;
	private dataBytes = 0;
	private tiles = 0;
	private contents = 0;

	constructor(compress: (bytes: Uint8Array) => Uint8Array) {
		this.compress = compress;
	}

	/**
	 * Notes a tile; true where its bytes are new and have to be appended to the data.
	 * Throws a `RangeError` for a tile out of order.
	 */
	add(id: number, bytes: Uint8Array): boolean {
		const last = this.entries[this.entries.length - 1];
		if (last && id < last.id + last.run) {
			throw new RangeError(`tile ${id} comes after ${last.id + last.run - 1}, wanted ascending ids`);
		}
		this.tiles++;
		const key = bytes.length <= REMEMBERED_BYTES ? String.fromCharCode(...bytes) : null;
		const same = key === null ? undefined : this.small.get(key);
		if (same && last && last.offset === same.offset && last.id + last.run === id) {
			last.run++;
			return false;
		}
		const entry: Entry = {
			id,
			offset: same ? same.offset : this.dataBytes,
			length: bytes.length,
			run: 1
		};
		this.entries.push(entry);
		if (same) return false;
		this.contents++;
		this.dataBytes += bytes.length;
		if (key !== null) this.small.set(key, entry);
		return true;
	}

	/** Header, directories and metadata of the archive noted so far. */
	finish({ metadata, bounds, minZoom, maxZoom }: ArchiveDescription): ArchiveHead {
		const meta = this.compress(new TextEncoder().encode(JSON.stringify(metadata)));
		const { root, leaves } = this.directories();
		const head = new Uint8Array(HEADER_BYTES + root.length);
		const view = new DataView(head.buffer);
		head.set(new TextEncoder().encode('PMTiles'));
		head[7] = 3;
		const metaAt = HEAD_BYTES + this.dataBytes;
		[
			HEADER_BYTES,
			root.length,
			metaAt,
			meta.length,
			metaAt + meta.length,
			leaves.length,
			HEAD_BYTES,
			this.dataBytes,
			this.tiles,
			this.entries.length,
			this.contents
		].forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
		head[96] = 1; // clustered
		head[97] = GZIP;
		head[98] = GZIP;
		head[99] = MVT;
		head[100] = minZoom;
		head[101] = maxZoom;
		bounds.forEach((degrees, i) => view.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true));
		head[118] = Math.min(maxZoom, 11);
		view.setInt32(119, Math.round(((bounds[0] + bounds[2]) / 2) * 1e7), true);
		view.setInt32(123, Math.round(((bounds[1] + bounds[3]) / 2) * 1e7), true);
		head.set(root, HEADER_BYTES);

		const tail = new Uint8Array(meta.length + leaves.length);
		tail.set(meta);
		tail.set(leaves, meta.length);
		return { head, tail, tiles: this.tiles };
	}

	private directories(): { root: Uint8Array; leaves: Uint8Array } {
		const whole = this.compress(directory(this.entries));
		if (whole.length <= HEAD_BYTES - HEADER_BYTES) return { root: whole, leaves: new Uint8Array(0) };
		for (let size = 4096; ; size *= 2) {
			const rows: Entry[] = [];
			const parts: Uint8Array[] = [];
			let offset = 0;
			for (let i = 0; i < this.entries.length; i += size) {
				const part = this.compress(directory(this.entries.slice(i, i + size)));
				rows.push({ id: this.entries[i].id, offset, length: part.length, run: 0 });
				parts.push(part);
				offset += part.length;
			}
			const root = this.compress(directory(rows));
			if (root.length > HEAD_BYTES - HEADER_BYTES) continue;
			const leaves = new Uint8Array(offset);
			parts.forEach((part, i) => leaves.set(part, rows[i].offset));
			return { root, leaves };
		}
	}
}

function directory(entries: readonly Entry[]): Uint8Array {
	const out = new PbfWriter(new Uint8Array(entries.length * 8 + 16));
	out.writeVarint(entries.length);
	entries.forEach((entry, i) => out.writeVarint(entry.id - (i > 0 ? entries[i - 1].id : 0)));
	for (const entry of entries) out.writeVarint(entry.run);
	for (const entry of entries) out.writeVarint(entry.length);
	entries.forEach((entry, i) => {
		const before = entries[i - 1];
		const follows = before !== undefined && entry.offset === before.offset + before.length;
		out.writeVarint(follows ? 0 : entry.offset + 1);
	});
	return out.finish();
}
