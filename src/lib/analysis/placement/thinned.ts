import type { Places } from './candidate-places.ts';

/**
 * Numbers of at most `most` places, in order: all of them, or the first in each square of a grid that is made
 * coarser until so few are left. Throws a `RangeError` for fewer than 1.
 */
export function thinned({ x, y }: Places, most: number): number[] {
	if (!(most >= 1)) throw new RangeError(`at most ${most} places, wanted 1 or more`);
	let kept = [...x.keys()];
	// about 30 m at first; a square each time larger by a quarter
	for (let cell = 4000; kept.length > most; cell = Math.ceil(cell * 1.25)) {
		const taken = new Set<number>();
		kept = kept.filter((k) => {
			const key = Math.floor(x[k] / cell) * 2 ** 26 + Math.floor(y[k] / cell);
			if (taken.has(key)) return false;
			taken.add(key);
			return true;
		});
	}
	return kept;
}
