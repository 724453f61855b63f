/**
 * For every cell of a raster the square of the distance, in cells, from its middle to that of the nearest cell whose
 * `mask` is 1; Infinity everywhere where none is. Cell (c, r) is entry `r * columns + c`. Exact, O(cells) (Felzenszwalb and
 * Huttenlocher 2012). Throws a `RangeError` for a mask of another size.
 */
export function squaredDistances(mask: Uint8Array, columns: number, rows: number): Float32Array {
	if (mask.length !== columns * rows) {
		throw new RangeError(`a mask of ${mask.length} cells, wanted ${columns} by ${rows}`);
	}
	const field = new Float32Array(mask.length);
	for (let i = 0; i < mask.length; i++) field[i] = mask[i] === 1 ? 0 : Infinity;
	const longest = Math.max(columns, rows);
	const scratch = {
		from: new Float64Array(longest),
		apex: new Int32Array(longest),
		starts: new Float64Array(longest + 1)
	};
	for (let c = 0; c < columns; c++) sweep(field, c, columns, rows, scratch);
	for (let r = 0; r < rows; r++) sweep(field, r * columns, 1, columns, scratch);
	return field;
}

/** Lowers each entry of one line to the least parabola over it: entries `first + k * stride`, k below `count`. */
function sweep(
	field: Float32Array,
	first: number,
	stride: number,
	count: number,
	{ from, apex, starts }: { from: Float64Array; apex: Int32Array; starts: Float64Array }
): void {
	let last = -1;
	for (let k = 0; k < count; k++) {
		const value = (from[k] = field[first + k * stride]);
		if (value === Infinity) continue;
		let start = -Infinity;
		while (last >= 0) {
			const p = apex[last];
			start = (value + k * k - from[p] - p * p) / (2 * (k - p));
			if (start > starts[last]) break;
			last--;
		}
		if (last < 0) start = -Infinity;
		apex[++last] = k;
		starts[last] = start;
	}
	if (last < 0) return;
	const end = last;
	for (let k = 0, i = 0; k < count; k++) {
		while (i < end && starts[i + 1] < k) i++;
		field[first + k * stride] = (k - apex[i]) ** 2 + from[apex[i]];
	}
}
