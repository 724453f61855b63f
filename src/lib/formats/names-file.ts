import type { NameTexts, PlaceNames } from '../domain/place-names.ts';

const MAGIC = 'CORDONNM';
const VERSION = 1;
const HEADER_BYTES = 28;

/**
 * `names.bin`, little-endian: eight letters, then 32-bit version, length of the file, checksum of everything after the
 * header, number of names, bytes of the texts; then boxes, places and kinds, and the texts: a line for each name, its parts
 * (local, English, Chinese, Russian, number, others) parted by tabs, without those that end it empty.
 */
export function encodeNames({ kind, at, box, texts }: PlaceNames): Uint8Array {
	const lines = new TextEncoder().encode(texts.map(line).join('\n'));
	const size = HEADER_BYTES + box.byteLength + at.byteLength + kind.length + lines.length;
	const out = new Uint8Array(size);
	out.set(new TextEncoder().encode(MAGIC));
	let end = HEADER_BYTES;
	for (const column of [box, at, kind, lines]) {
		out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), end);
		end += column.byteLength;
	}
	const view = new DataView(out.buffer);
	[VERSION, size, checksum(out), kind.length, lines.length].forEach((value, i) =>
		view.setUint32(8 + 4 * i, value, true)
	);
	return out;
}

/**
 * The names in the bytes of a `names.bin`. Throws a `RangeError` that says what was seen and wanted for another kind of
 * file, another version, a file cut short, or one that is damaged.
 */
export function decodeNames(bytes: ArrayBuffer): PlaceNames {
	const seen = new TextDecoder('latin1').decode(bytes.slice(0, MAGIC.length));
	if (seen !== MAGIC) throw new RangeError(`names start with ${JSON.stringify(seen)}, wanted "${MAGIC}"`);
	if (bytes.byteLength < HEADER_BYTES) {
		throw new RangeError(`names of ${bytes.byteLength} bytes, wanted at least ${HEADER_BYTES}`);
	}
	const view = new DataView(bytes);
	const [version, size, wantedSum, count, textBytes] = [8, 12, 16, 20, 24].map((at) =>
		view.getUint32(at, true)
	);
	if (version !== VERSION) throw new RangeError(`names of version ${version}, wanted ${VERSION}`);
	const wanted = HEADER_BYTES + 25 * count + textBytes;
	if (size !== bytes.byteLength || size !== wanted) {
		throw new RangeError(`names of ${bytes.byteLength} bytes, wanted ${wanted}`);
	}
	const sum = checksum(new Uint8Array(bytes));
	if (sum !== wantedSum) throw new RangeError(`names are damaged: checksum ${sum}, wanted ${wantedSum}`);
	const kindsAt = HEADER_BYTES + 24 * count;
	const text = new TextDecoder().decode(new Uint8Array(bytes, kindsAt + count, textBytes));
	return {
		box: new Int32Array(bytes, HEADER_BYTES, 4 * count),
		at: new Int32Array(bytes, HEADER_BYTES + 16 * count, 2 * count),
		kind: new Uint8Array(bytes, kindsAt, count),
		texts: count === 0 ? [] : text.split('\n').map(parts)
	};
}

function line({ local, en, zh, ru, ref, others }: NameTexts): string {
	return [local, en, zh, ru, ref, ...others]
		.map((part) => part.replace(/[\t\n]+/g, ' '))
		.join('\t')
		.trimEnd();
}

function parts(text: string): NameTexts {
	const [local = '', en = '', zh = '', ru = '', ref = '', ...others] = text.split('\t');
	return { local, en, zh, ru, ref, others };
}

/** FNV-1a over bytes (Fowler, Noll, Vo 1991), of everything after the header. */
function checksum(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (let i = HEADER_BYTES; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash >>> 0;
}
