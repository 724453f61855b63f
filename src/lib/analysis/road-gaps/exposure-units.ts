/** Whole units that costs of a search are counted in, per metre: a tenth of a millimetre. */
const UNITS_PER_M = 1e4;

/**
 * Seen metres as a whole number of units, rounded up: no units means that nothing is seen. Sums of whole
 * numbers are exact, so that two ways past the same cameras are equally exposed in whatever order they pass them.
 */
export function seenUnits(metres: number): number {
	return Math.ceil(metres * UNITS_PER_M);
}

/** Metres of road as a whole number of units. */
export function lengthUnits(metres: number): number {
	return Math.round(metres * UNITS_PER_M);
}
