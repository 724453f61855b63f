import { existsSync, readFileSync } from 'node:fs';
import { decodeBorders } from '../../src/lib/formats/borders-file.ts';
import { BORDER_KINDS, type BorderKind, type Borders } from '../../src/lib/geo/borders.ts';
import { place, type Spot } from './towns.ts';

/** A railway, river or bank of a town drawn by hand; banks go counter-clockwise, islands clockwise after their body. */
export interface TownBorder {
	readonly kind: BorderKind;
	readonly name?: string;
	readonly line: readonly Spot[];
}

/** Borders drawn by hand, beside a `town`. */
export function townBorders(lines: readonly TownBorder[]): Borders {
	const names = [...new Set(lines.flatMap(({ name }) => name ?? []))];
	const lineStart = new Uint32Array(lines.length + 1);
	lines.forEach(({ line }, l) => (lineStart[l + 1] = lineStart[l] + line.length));
	return {
		coords: Int32Array.from(
			lines.flatMap(({ line }) =>
				line.flatMap((spot) => place(spot).map((degrees) => Math.round(degrees * 1e7)))
			)
		),
		lineStart,
		lineKind: Uint8Array.from(lines, ({ kind }) => BORDER_KINDS.indexOf(kind)),
		lineName: Int32Array.from(lines, ({ name }) => (name === undefined ? -1 : names.indexOf(name))),
		names
	};
}

/** The borders of the demo city; null, said aloud, where its pack has not been built or is of an older edition. */
export function demoBorders(file = 'tiles/astana/borders.bin'): Borders | null {
	if (!existsSync(file)) {
		process.stderr.write(`skipped: ${file} is not there\n`);
		return null;
	}
	const bytes = readFileSync(file);
	return decodeBorders(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
}
