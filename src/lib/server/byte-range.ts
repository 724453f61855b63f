/** The bytes a `Range` header asks for, both ends included. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/**
 * Reads a `Range` header against a file of `size` bytes (RFC 9110, 14.2).
 *
 * Null means: send the whole file (no header, another unit, several ranges, or one that cannot be
 * read). `unsatisfiable` means that no byte of it exists.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
	if (!match) return null;
	const [first, last] = [match[1] as string, match[2] as string];
	if (first === '' && last === '') return null;

	if (first === '') {
		const length = Math.min(Number(last), size);
		return length > 0 ? { start: size - length, end: size - 1 } : 'unsatisfiable';
	}
	const start = Number(first);
	const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (last !== '' && Number(last) < start) return null;
	return start < size ? { start, end } : 'unsatisfiable';
}
