import type { FileHandle } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { OsmReadError } from '../../src/lib/formats/osm/osm-read-error.ts';
import type { OsmSink } from '../../src/lib/formats/osm/osm-sink.ts';
import {
	LENGTH_BYTES,
	readBlobHeader,
	readHeaderLength,
	unpackBlob
} from '../../src/lib/formats/osm/pbf-blob.ts';
import { readHeaderBlock, readPrimitiveBlock } from '../../src/lib/formats/osm/pbf-block.ts';

/**
 * Reads an `.osm.pbf` block by block, so that only one is in memory. `advance` is told the bytes read
 * and may throw to stop. Throws an `OsmReadError` for a file cut short, damaged or of another kind.
 */
export async function readPbfFile(
	file: FileHandle,
	size: number,
	sink: OsmSink,
	advance: (bytes: number) => Promise<void>
): Promise<void> {
	let at = 0;
	let blocks = 0;
	while (at < size) {
		const length = readHeaderLength(await take(LENGTH_BYTES), at);
		const header = readBlobHeader(await take(length), at);
		const start = at;
		const blob = await take(header.blobBytes);
		if (blocks++ === 0 && header.type !== 'OSMHeader') {
			throw new OsmReadError('byte 0', `a first block of type ${header.type}`, 'OSMHeader');
		}
		if (header.type === 'OSMHeader') readHeaderBlock(unpackBlob(blob, start, inflateSync), sink);
		else if (header.type === 'OSMData') readPrimitiveBlock(unpackBlob(blob, start, inflateSync), sink);
		await advance(at);
	}

	async function take(count: number): Promise<Uint8Array> {
		if (at + count > size) {
			throw new OsmReadError(`byte ${at}`, `the file ends at byte ${size}`, `${count} bytes more (is it cut short?)`);
		}
		const bytes = new Uint8Array(count);
		const { bytesRead } = await file.read(bytes, 0, count, at);
		if (bytesRead < count) {
			throw new OsmReadError(`byte ${at}`, `${bytesRead} bytes could be read`, `${count}`);
		}
		at += count;
		return bytes;
	}
}
