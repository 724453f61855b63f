import { inflateSync } from 'node:zlib';
import type { OsmSink } from '../../src/lib/formats/osm/osm-sink.ts';
import {
	LENGTH_BYTES,
	readBlobHeader,
	readHeaderLength,
	unpackBlob
} from '../../src/lib/formats/osm/pbf-blob.ts';
import { readHeaderBlock, readPrimitiveBlock } from '../../src/lib/formats/osm/pbf-block.ts';

/** Reads a whole PBF from memory. */
export function readPbfBytes(bytes: Uint8Array, sink: OsmSink): void {
	for (let at = 0; at < bytes.length;) {
		const length = readHeaderLength(bytes.subarray(at, at + LENGTH_BYTES), at);
		const start = at + LENGTH_BYTES + length;
		const { type, blobBytes } = readBlobHeader(bytes.subarray(at + LENGTH_BYTES, start), at);
		const content = unpackBlob(bytes.subarray(start, start + blobBytes), start, inflateSync);
		if (type === 'OSMHeader') readHeaderBlock(content, sink);
		else readPrimitiveBlock(content, sink);
		at = start + blobBytes;
	}
}
