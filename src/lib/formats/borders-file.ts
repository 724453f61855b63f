import type { Borders } from '../geo/borders.ts';

const MAGIC = 'CORDONBR';
const VERSION = 1;
const HEADER_BYTES = 32;

/**
 * `borders.bin`, little-endian: eight letters, then 32-bit version, length of the file, checksum of everything after
 * the header, number of lines, of points, and bytes of the names; then coordinates, where lines start, their names, their
 * kinds, and the names (JSON).
 */
export function encodeBorders({ coords, lineStart, lineKind, lineName, names }: Borders): Uint8Array {
	const text = new TextEncoder().encode(JSON.stringify(names));
	const columns = [coords, lineStart, lineName, lineKind];
	const size = columns.reduce((sum, { byteLength }) => sum + byteLength, HEADER_BYTES) + text.length;
	const out = new Uint8Array(size);
	const view = new DataView(out.buffer);
	out.set(new TextEncoder().encode(MAGIC));
	let at = HEADER_BYTES;
	for (const column of columns) {
		out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
		at += column.byteLength;
	}
	out.set(text, at);
	const header = [VERSION, size, checksum(out), lineKind.length, coords.length / 2, text.length];
	header.forEach((value, i) => view.setUint32(8 + 4 * i, value, true));
	return out;
}

/**
 * The borders in the bytes of a `borders.bin`, as views of them. Throws a `RangeError` that says what was seen and
 * wanted for another kind of file, another version, a file cut short, or one that is damaged.
 */
export function decodeBorders(bytes: ArrayBuffer): Borders {
	const kind = new TextDecoder('latin1').decode(bytes.slice(0, MAGIC.length));
	if (kind !== MAGIC) throw new RangeError(`borders start with ${JSON.stringify(kind)}, wanted "${MAGIC}"`);
	if (bytes.byteLength < HEADER_BYTES) {
		throw new RangeError(`borders of ${bytes.byteLength} bytes, wanted at least ${HEADER_BYTES}`);
	}
	const view = new DataView(bytes);
	const [version, size, wantedSum, lines, points, text] = [8, 12, 16, 20, 24, 28].map((at) =>
		view.getUint32(at, true)
	);
	if (version !== VERSION) throw new RangeError(`borders of version ${version}, wanted ${VERSION}`);
	const wanted = HEADER_BYTES + 8 * points + 4 * (lines + 1) + 4 * lines + lines + text;
	if (size !== bytes.byteLength || size !== wanted) {
		throw new RangeError(`borders of ${bytes.byteLength} bytes, wanted ${wanted}`);
	}
	const sum = checksum(new Uint8Array(bytes));
	if (sum !== wantedSum) throw new RangeError(`borders are damaged: checksum ${sum}, wanted ${wantedSum}`);
	const startsAt = HEADER_BYTES + 8 * points;
	const namesAt = startsAt + 4 * (lines + 1);
	const kindsAt = namesAt + 4 * lines;
	return {
		coords: new Int32Array(bytes, HEADER_BYTES, 2 * points),
		lineStart: new Uint32Array(bytes, startsAt, lines + 1),
		lineName: new Int32Array(bytes, namesAt, lines),
		lineKind: new Uint8Array(bytes, kindsAt, lines),
		names: JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, kindsAt + lines, text))) as string[]
	};
}

/** FNV-1a over bytes (Fowler, Noll, Vo 1991), of everything after the header. */
function checksum(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (let i = HEADER_BYTES; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash >>> 0;
}
