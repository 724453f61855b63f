/** A slider whose steps grow with what it says: whole numbers `0` to `STEPS` for `least` to `most`. */
export const STEPS = 120;

/** The value at a step of the slider, to two digits that a person would choose. */
export function valueAt(step: number, least: number, most: number): number {
	const value = least * (most / least) ** (Math.min(STEPS, Math.max(0, step)) / STEPS);
	const digit = 10 ** (Math.floor(Math.log10(value)) - 1);
	return Math.min(most, Math.max(least, Number((Math.round(value / digit) * digit).toPrecision(2))));
}

/** The step that is nearest to a value; those outside go to the ends. */
export function stepAt(value: number, least: number, most: number): number {
	const step = (STEPS * Math.log(value / least)) / Math.log(most / least);
	return Math.round(Math.min(STEPS, Math.max(0, step)));
}
