import { PbfReader } from 'pbf';
import { OsmReadError } from './osm-read-error.ts';

/** Bytes before a blob header: its length, big-endian. */
export const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

export interface BlobHeader {
	readonly type: string;
	readonly blobBytes: number;
}

/**
 * The length of the blob header that starts with these four bytes at `offset` of the file.
 *
 * Throws an `OsmReadError` where no PBF has such a length, which is how a file of another kind shows.
 */
export function readHeaderLength(bytes: Uint8Array, offset: number): number {
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	if (length === 0 || length > MAX_HEADER_BYTES) {
		throw new OsmReadError(
			`byte ${offset}`,
			`a block header of ${length} bytes`,
			`an OpenStreetMap PBF block (1 to ${MAX_HEADER_BYTES} bytes)`
		);
	}
	return length;
}

/** What the blob after this header holds and how long it is. Throws an `OsmReadError` where it is none. */
export function readBlobHeader(bytes: Uint8Array, offset: number): BlobHeader {
	const reader = new PbfReader(bytes);
	let type = '';
	let blobBytes = -1;
	try {
		for (let field = reader.nextField(); field; field = reader.nextField()) {
			if (field === 1) type = reader.readString();
			else if (field === 3) blobBytes = reader.readVarint();
		}
	} catch {
		blobBytes = -1;
	}
	if (!/^[\w.]{3,40}$/.test(type) || !(blobBytes >= 0 && blobBytes <= MAX_BLOB_BYTES)) {
		throw new OsmReadError(
			`byte ${offset}`,
			'bytes that are no block header',
			'an OpenStreetMap PBF block header'
		);
	}
	return { type, blobBytes };
}

/**
 * The unpacked content of a blob. `inflate` undoes zlib and throws on damage.
 *
 * Throws an `OsmReadError` for damaged content and for packings other than none and zlib.
 */
export function unpackBlob(
	bytes: Uint8Array,
	offset: number,
	inflate: (packed: Uint8Array) => Uint8Array
): Uint8Array {
	const reader = new PbfReader(bytes);
	const place = `block at byte ${offset}`;
	let raw: Uint8Array | null = null;
	let packed: Uint8Array | null = null;
	let rawBytes = -1;
	let other = '';
	for (let field = reader.nextField(); field; field = reader.nextField()) {
		if (field === 1) raw = reader.readBytes();
		else if (field === 2) rawBytes = reader.readVarint();
		else if (field === 3) packed = reader.readBytes();
		else other = ['', '', '', '', 'lzma', 'bzip2', 'lz4', 'zstd'][field] ?? `method ${field}`;
	}
	if (raw) return raw;
	if (!packed) throw new OsmReadError(place, `packed with ${other || 'nothing known'}`, 'zlib');
	let content: Uint8Array;
	try {
		content = inflate(packed);
	} catch (cause) {
		throw new OsmReadError(place, 'damaged data (zlib cannot unpack it)', 'an undamaged file', { cause });
	}
	if (rawBytes >= 0 && content.length !== rawBytes) {
		throw new OsmReadError(place, `${content.length} bytes unpacked`, `${rawBytes}`);
	}
	return content;
}
