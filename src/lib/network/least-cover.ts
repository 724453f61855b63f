/** A choice of sets that covers everything. */
export interface Cover {
	/** Places of the chosen sets in the list, ascending. */
	readonly chosen: readonly number[];
	/** Whether no cover has fewer sets; else `atLeast` is a bound that none falls below. */
	readonly isLeast: boolean;
	readonly atLeast: number;
}

/** Steps of the exact search for one group of sets that hang together, before the greedy answer stands. */
const MOST_STEPS = 20_000;

/**
 * The fewest of `sets` that cover `0` to `count - 1`. Sets that share nothing are dealt with apart.
 *
 * Greedy first (most of what is still open, the first of equals), then branch and bound on the element
 * that the fewest sets hold; where greedy is best already its choice stands. Throws a `RangeError` where
 * an element is in no set.
 */
export function leastCover(sets: readonly (readonly number[])[], count: number): Cover {
	const holding: number[][] = Array.from({ length: count }, () => []);
	sets.forEach((set, s) => set.forEach((element) => holding[element].push(s)));
	const lonely = holding.findIndex((list) => list.length === 0);
	if (lonely >= 0) throw new RangeError(`element ${lonely} is in no set, wanted each in one at least`);

	const chosen: number[] = [];
	let atLeast = 0;
	let isLeast = true;
	for (const group of groupsOf(sets, holding)) {
		const search = new CoverSearch(sets, holding, group);
		chosen.push(...search.best);
		atLeast += search.atLeast;
		if (search.atLeast < search.best.length) isLeast = false;
	}
	return { chosen: chosen.sort((a, b) => a - b), isLeast, atLeast };
}

function groupsOf(sets: readonly (readonly number[])[], holding: readonly (readonly number[])[]): number[][] {
	const isTaken = new Uint8Array(holding.length);
	const groups: number[][] = [];
	for (let first = 0; first < holding.length; first++) {
		if (isTaken[first]) continue;
		isTaken[first] = 1;
		const group = [first];
		for (const element of group) {
			for (const s of holding[element]) {
				for (const next of sets[s]) {
					if (isTaken[next]) continue;
					isTaken[next] = 1;
					group.push(next);
				}
			}
		}
		groups.push(group);
	}
	return groups;
}

class CoverSearch {
	best: number[];
	atLeast: number;
	private steps = 0;
	private readonly covered: Uint8Array;

	constructor(
		private readonly sets: readonly (readonly number[])[],
		private readonly holding: readonly (readonly number[])[],
		private readonly group: readonly number[]
	) {
		this.covered = new Uint8Array(holding.length);
		this.best = this.greedy();
		this.atLeast = this.apart();
		if (this.atLeast === this.best.length) return;
		this.branch([]);
		if (this.steps <= MOST_STEPS) this.atLeast = this.best.length;
	}

	private greedy(): number[] {
		const chosen: number[] = [];
		const open = new Set(this.group);
		const near = [...new Set(this.group.flatMap((element) => this.holding[element]))].sort((a, b) => a - b);
		while (open.size > 0) {
			let most = 0;
			let best = -1;
			for (const s of near) {
				const gain = this.sets[s].filter((element) => open.has(element)).length;
				if (gain > most) [most, best] = [gain, s];
			}
			chosen.push(best);
			for (const element of this.sets[best]) open.delete(element);
		}
		return chosen;
	}

	/** Open elements of which no set holds two: each needs a set of its own. */
	private apart(): number {
		const isNear = new Uint8Array(this.covered.length);
		const open = this.group.filter((element) => !this.covered[element]);
		open.sort((a, b) => this.holding[a].length - this.holding[b].length || a - b);
		let found = 0;
		for (const element of open) {
			if (isNear[element]) continue;
			found++;
			for (const s of this.holding[element]) for (const other of this.sets[s]) isNear[other] = 1;
		}
		return found;
	}

	private branch(chosen: number[]): void {
		if (++this.steps > MOST_STEPS) return;
		let hardest = -1;
		for (const element of this.group) {
			if (this.covered[element]) continue;
			if (hardest < 0 || this.holding[element].length < this.holding[hardest].length) hardest = element;
		}
		if (hardest < 0) {
			if (chosen.length < this.best.length) this.best = [...chosen];
			return;
		}
		if (chosen.length + this.apart() >= this.best.length) return;
		for (const s of this.holding[hardest]) {
			chosen.push(s);
			for (const element of this.sets[s]) this.covered[element]++;
			this.branch(chosen);
			for (const element of this.sets[s]) this.covered[element]--;
			chosen.pop();
		}
	}
}
