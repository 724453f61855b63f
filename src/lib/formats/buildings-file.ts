import type { Buildings } from '../geo/buildings.ts';

const MAGIC = 'CORDONBD';
const VERSION = 1;
const HEADER_BYTES = 24;

/**
 * `buildings.bin`, little-endian: eight letters, then 32-bit version, number of rings, of points, and the
 * length of the file; then coordinates, where rings start, and their heights.
 */
export function encodeBuildings({ ringStart, coords, ringHeightDm }: Buildings): Uint8Array {
	const rings = ringHeightDm.length;
	const size = HEADER_BYTES + coords.byteLength + ringStart.byteLength + ringHeightDm.byteLength;
	const out = new Uint8Array(size);
	const view = new DataView(out.buffer);
	out.set(new TextEncoder().encode(MAGIC));
	[VERSION, rings, coords.length / 2, size].forEach((value, i) => view.setUint32(8 + 4 * i, value, true));
	let at = HEADER_BYTES;
	for (const column of [coords, ringStart, ringHeightDm]) {
		out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
		at += column.byteLength;
	}
	return out;
}

/**
 * The buildings in the bytes of a `buildings.bin`, as views of them. Throws a `RangeError` that says what was
 * seen and wanted for another kind of file, another version, or a file cut short.
 */
export function decodeBuildings(bytes: ArrayBuffer): Buildings {
	const kind = new TextDecoder('latin1').decode(bytes.slice(0, MAGIC.length));
	if (kind !== MAGIC) throw new RangeError(`buildings start with ${JSON.stringify(kind)}, wanted "${MAGIC}"`);
	if (bytes.byteLength < HEADER_BYTES) {
		throw new RangeError(`buildings of ${bytes.byteLength} bytes, wanted at least ${HEADER_BYTES}`);
	}
	const view = new DataView(bytes);
	const [version, rings, points, size] = [8, 12, 16, 20].map((at) => view.getUint32(at, true));
	if (version !== VERSION) throw new RangeError(`buildings of version ${version}, wanted ${VERSION}`);
	const wanted = HEADER_BYTES + 8 * points + 4 * (rings + 1) + 2 * rings;
	if (size !== bytes.byteLength || size !== wanted) {
		throw new RangeError(`buildings of ${bytes.byteLength} bytes, wanted ${wanted}`);
	}
	const ringsAt = HEADER_BYTES + 8 * points;
	return {
		coords: new Int32Array(bytes, HEADER_BYTES, 2 * points),
		ringStart: new Uint32Array(bytes, ringsAt, rings + 1),
		ringHeightDm: new Uint16Array(bytes, ringsAt + 4 * (rings + 1), rings)
	};
}
