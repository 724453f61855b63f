import type { ItemId } from '../domain/items.ts';
import type { ShownAreaFigures } from './area-figures.ts';

/** How areas are coloured by a figure: up to five classes, least first. */
export interface AreaClasses {
	/** Bounds of the classes, one more than there are classes; empty where there is no value at all. */
	readonly bounds: readonly number[];
	/** The colour of each area that has a value, 0 to 4; few classes are spread over all five. */
	readonly colours: ReadonlyMap<ItemId, number>;
}

const CLASSES = 5;
const SHARES: readonly ShownAreaFigures['metric'][] = ['coveredShare', 'intactRate', 'integratedRate'];

/**
 * Classes for the figures of areas. Shares have steps of a fifth of the whole, so that two plans
 * compare; other figures have steps that hold about as many areas each, rounded to two digits.
 */
export function areaClasses({ metric, values }: ShownAreaFigures): AreaClasses {
	const sorted = [...values.values()].filter(Number.isFinite).sort((a, b) => a - b);
	const inner = SHARES.includes(metric) ? [0.2, 0.4, 0.6, 0.8] : quantiles(sorted);
	const [least, most] = SHARES.includes(metric) ? [0, 1] : [sorted[0] ?? 0, sorted.at(-1) ?? 0];
	const colours = new Map<ItemId, number>();
	for (const [id, value] of values) {
		if (!Number.isFinite(value)) continue;
		colours.set(id, colourOf(inner.filter((bound) => bound <= value).length, inner.length + 1));
	}
	return { bounds: sorted.length === 0 ? [] : [least, ...inner, most], colours };
}

/** The colour, 0 to 4, of class `index` of `count`. */
export function colourOf(index: number, count: number): number {
	return count <= 1 ? Math.floor(CLASSES / 2) : Math.round((index * (CLASSES - 1)) / (count - 1));
}

/** Rounded bounds between classes, rising; fewer where values repeat. */
function quantiles(sorted: readonly number[]): number[] {
	const bounds: number[] = [];
	const [least = 0] = sorted;
	for (let i = 1; i < CLASSES; i++) {
		const bound = Number((sorted[Math.floor((i * sorted.length) / CLASSES)] ?? 0).toPrecision(2));
		if (bound > (bounds.at(-1) ?? least) && bound <= (sorted.at(-1) ?? 0)) bounds.push(bound);
	}
	return bounds;
}
