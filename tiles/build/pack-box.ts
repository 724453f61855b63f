import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { BuildError } from './build-error.ts';
import type { SourceStore } from './source-store.ts';

/**
 * The box of a pack: what the source declares, else what its nodes span, cut by `clip`.
 * Throws a `BuildError` where `clip` misses the data or no node lies within the box.
 */
export function packBox(store: SourceStore, clip: Bbox | null, input: string): Bbox {
	const spanned = spanOf(store);
	const covered = store.declaredBox ? intersection(store.declaredBox, spanned, true) : spanned;
	if (!clip) return covered;
	const box = intersection(covered, clip, false);
	if (box[0] >= box[2] || box[1] >= box[3]) {
		throw new BuildError(
			`${input}: --bbox ${clip.join(',')} misses the data, wanted a box that meets ${covered.map((degree) => degree.toFixed(4)).join(',')}`
		);
	}
	return box;
}

function intersection(a: Bbox, b: Bbox, keepFirst: boolean): Bbox {
	const box: Bbox = [
		Math.max(a[0], b[0]),
		Math.max(a[1], b[1]),
		Math.min(a[2], b[2]),
		Math.min(a[3], b[3])
	];
	// a declared box that meets none of the nodes is wrong
	if (keepFirst) return box[0] < box[2] && box[1] < box[3] ? a : b;
	return box;
}

function spanOf({ nodes }: SourceStore): Bbox {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < nodes.count; i++) {
		if (nodes.lng[i] < west) west = nodes.lng[i];
		if (nodes.lng[i] > east) east = nodes.lng[i];
		if (nodes.lat[i] < south) south = nodes.lat[i];
		if (nodes.lat[i] > north) north = nodes.lat[i];
	}
	return [west / 1e7, south / 1e7, east / 1e7, north / 1e7];
}
