import { coverTable, type CoverTable } from '../../src/lib/network/siting/cover-table.ts';
import { seeded } from './random.ts';

/**
 * Siting instances of our own, each made anew from its seed: `sites` places and `demands` weighted points
 * strewn over a square kilometre, thicker about a few middles as towns are.
 */
export interface SitingInstance {
	readonly sites: number;
	readonly demands: number;
	/** Metres from demand i to site j at `i * sites + j`. */
	readonly distanceM: Float64Array;
	readonly weight: Float64Array;
}

export function sitingInstance(seed: number, sites: number, demands: number): SitingInstance {
	const random = seeded(seed);
	const middles = Array.from({ length: 5 }, () => [random() * 1000, random() * 1000]);
	const spot = (): [number, number] => {
		if (random() < 0.3) return [random() * 1000, random() * 1000];
		const [x, y] = middles[Math.floor(random() * middles.length)];
		return [x + 150 * (random() + random() - 1), y + 150 * (random() + random() - 1)];
	};
	const places = Array.from({ length: sites }, spot);
	const points = Array.from({ length: demands }, spot);
	const distanceM = new Float64Array(sites * demands);
	for (let i = 0; i < demands; i++) {
		for (let j = 0; j < sites; j++) {
			distanceM[i * sites + j] = Math.hypot(places[j][0] - points[i][0], places[j][1] - points[i][1]);
		}
	}
	const weight = Float64Array.from({ length: demands }, () => 1 + Math.floor(random() * 20));
	return { sites, demands, distanceM, weight };
}

/** The demand within `reachM` of each site. */
export function reachTable(
	{ sites, demands, distanceM, weight }: SitingInstance,
	reachM: number
): CoverTable {
	const covers = Array.from({ length: sites }, (_, j) => {
		const rows: number[] = [];
		for (let i = 0; i < demands; i++) if (distanceM[i * sites + j] <= reachM) rows.push(i);
		return rows;
	});
	return coverTable(covers, weight);
}

/** Every choice of `count` of `of`, in order. */
export function* choices(of: number, count: number, from = 0): Generator<number[]> {
	if (count === 0) {
		yield [];
		return;
	}
	for (let j = from; j <= of - count; j++) {
		for (const rest of choices(of, count - 1, j + 1)) yield [j, ...rest];
	}
}
