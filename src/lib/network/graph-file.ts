import { buildIncidence } from './incidence.ts';
import type { RoadGraph } from './road-graph.ts';

const MAGIC = 'CORDONRG';
const VERSION = 1;
const ALIGN = 8;

/** Columns in file order. Each starts at a multiple of 8 bytes, so that reading makes views, not copies. */
const COLUMNS = [
	['nodeLng', Int32Array],
	['nodeLat', Int32Array],
	['nodeFlags', Uint8Array],
	['edgeFrom', Uint32Array],
	['edgeTo', Uint32Array],
	['edgeLengthM', Float32Array],
	['edgeClass', Uint8Array],
	['edgeFlags', Uint16Array],
	['edgeLayer', Int8Array],
	['edgeSpeedKmh', Uint8Array],
	['edgeWay', Float64Array],
	['edgeName', Int32Array],
	['shapeStart', Uint32Array],
	['shapeLng', Int32Array],
	['shapeLat', Int32Array],
	['restrictions', Uint32Array],
	['restrictionOnly', Uint8Array]
] as const;

const HEADER_BYTES = MAGIC.length + 4 * (4 + COLUMNS.length + 1);

/**
 * `roads.bin`: a road graph as bytes, little-endian.
 *
 * Eight letters, then 32-bit counts: version, whole length in bytes, checksum of everything after the
 * header, bytes of the names (JSON), entries of each column. Then the columns, then the names. The
 * incidence is not stored: it follows from the edges in less time than it takes to fetch.
 */
export function encodeRoadGraph(graph: RoadGraph): Uint8Array {
	const names = new TextEncoder().encode(JSON.stringify(graph.names));
	let size = aligned(HEADER_BYTES);
	for (const [name] of COLUMNS) size += aligned(graph[name].byteLength);
	size += names.length;

	const out = new Uint8Array(size);
	const header = new DataView(out.buffer);
	out.set(new TextEncoder().encode(MAGIC));
	let at = aligned(HEADER_BYTES);
	COLUMNS.forEach(([name], i) => {
		const column = graph[name];
		header.setUint32(MAGIC.length + 4 * (4 + i), column.length, true);
		out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
		at += aligned(column.byteLength);
	});
	out.set(names, at);
	header.setUint32(MAGIC.length, VERSION, true);
	header.setUint32(MAGIC.length + 4, size, true);
	header.setUint32(MAGIC.length + 12, names.length, true);
	header.setUint32(MAGIC.length + 8, checksum(out), true);
	return out;
}

/**
 * The graph in the bytes of a `roads.bin`; its arrays are views of `bytes`.
 *
 * Throws a `RangeError` that says what was seen and wanted for another kind of file, another version, a
 * file cut short, damaged content, and edges or shapes that point nowhere.
 */
export function decodeRoadGraph(bytes: ArrayBuffer): RoadGraph {
	const kind = new TextDecoder('latin1').decode(bytes.slice(0, MAGIC.length));
	if (kind !== MAGIC)
		throw new RangeError(`road graph starts with ${JSON.stringify(kind)}, wanted "${MAGIC}"`);
	if (bytes.byteLength < HEADER_BYTES) {
		throw new RangeError(`road graph of ${bytes.byteLength} bytes, wanted at least ${HEADER_BYTES}`);
	}
	const header = new DataView(bytes);
	const version = header.getUint32(MAGIC.length, true);
	const size = header.getUint32(MAGIC.length + 4, true);
	if (version !== VERSION) throw new RangeError(`road graph of version ${version}, wanted ${VERSION}`);
	if (size !== bytes.byteLength)
		throw new RangeError(`road graph of ${bytes.byteLength} bytes, wanted ${size}`);
	const sum = checksum(new Uint8Array(bytes));
	const wanted = header.getUint32(MAGIC.length + 8, true);
	if (sum !== wanted) throw new RangeError(`road graph is damaged: checksum ${sum}, wanted ${wanted}`);

	const columns: Record<string, ArrayBufferView> = {};
	let at = aligned(HEADER_BYTES);
	COLUMNS.forEach(([name, Column], i) => {
		const length = header.getUint32(MAGIC.length + 4 * (4 + i), true);
		if (at + length * Column.BYTES_PER_ELEMENT > size) {
			throw new RangeError(`road graph: ${length} entries of ${name} do not fit into ${size} bytes`);
		}
		columns[name] = new Column(bytes, at, length);
		at += aligned(length * Column.BYTES_PER_ELEMENT);
	});
	const namesBytes = header.getUint32(MAGIC.length + 12, true);
	const names = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, at, namesBytes))) as string[];

	const stored = columns as unknown as Pick<RoadGraph, (typeof COLUMNS)[number][0]>;
	const nodeCount = stored.nodeLng.length;
	const edgeCount = stored.edgeFrom.length;
	if (stored.shapeStart.length !== edgeCount + 1 || stored.shapeStart[edgeCount] !== stored.shapeLng.length) {
		throw new RangeError(
			`road graph: shapes end at ${stored.shapeStart[edgeCount]}, wanted ${stored.shapeLng.length}`
		);
	}
	const incidence = buildIncidence(nodeCount, stored.edgeFrom, stored.edgeTo);
	return { nodeCount, edgeCount, names, ...stored, ...incidence };
}

function aligned(bytes: number): number {
	return Math.ceil(bytes / ALIGN) * ALIGN;
}

/** FNV-1a over 32-bit words (Fowler, Noll, Vo 1991), of everything after the header. */
function checksum(bytes: Uint8Array): number {
	const start = aligned(HEADER_BYTES);
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset + start, (bytes.length - start) >> 2);
	let hash = 0x811c9dc5;
	for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], 0x01000193);
	for (let i = start + words.length * 4; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash >>> 0;
}
