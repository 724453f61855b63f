import { LABELS } from './layers.ts';
import { SCENARIOS } from './scenarios.ts';

/**
 * Figures of a square, one flat array since there is one for every cell: the subject's square metres,
 * gaps that lie in it whole and those of them dropped as slivers, open ground by label, ground held
 * by scenario.
 */
export type Sums = Float64Array;

export const SUBJECT = 0;
export const GAPS = 1;
export const DROPPED = 2;
/** Ground of label l is at `BY_LABEL + l`; label 0 lies outside and stays nought. */
export const BY_LABEL = 3;
/** Ground held under scenario s is at `HELD + s`. */
export const HELD = BY_LABEL + LABELS;
const LENGTH = HELD + SCENARIOS;
const FIRST_OPEN = 2;

/** Sums of nothing. */
export function noSums(): Sums {
	return new Float64Array(LENGTH);
}

/** Adds `more` to `sums`. */
export function addSums(sums: Sums, more: Sums): void {
	for (let i = 0; i < LENGTH; i++) sums[i] += more[i];
}

/** Open ground, whatever its label. */
export function openM2(sums: Sums): number {
	let sum = 0;
	for (let label = FIRST_OPEN; label < LABELS; label++) sum += sums[BY_LABEL + label];
	return sum;
}

/** Label of most of the open ground. */
export function mainLabel(sums: Sums): number {
	let best = LABELS - 1;
	for (let label = FIRST_OPEN; label < LABELS; label++)
		if (sums[BY_LABEL + label] > sums[BY_LABEL + best]) best = label;
	return best;
}
