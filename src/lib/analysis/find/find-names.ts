import type { FoundName } from '../../domain/findings/find.ts';
import { NAME_KINDS } from '../../domain/place-names.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { foldText } from './fold-text.ts';
import { isGeneric } from './generic-words.ts';
import type { NameIndex } from './name-index.ts';
import { splitWords } from './split-words.ts';
import { eachText } from './word-index.ts';

/** What the ways in which a text can fit cost; less is better, and a kilometre further off costs little beside them. */
const COST = {
	whole: 0,
	begins: 12,
	words: 20,
	prefix: 3,
	typo: 15,
	generic: 4,
	rank: [0, 4, 30],
	kind: 0.5
};
const METRES_PER_UNIT = 0.0111;

/** What was found of places and of roads, each best first. */
export interface FoundNames {
	readonly places: readonly FoundName[];
	readonly roads: readonly FoundName[];
}

/**
 * The names that a text means: all its words must begin words of one name, or any stretch of a Chinese one; where too few do,
 * one slip is let pass in a word of five letters or more. Whole names go before beginnings, what is larger and nearer before
 * the rest. `most` of each sort.
 */
export function findNames(index: NameIndex, text: string, near: LngLat | null, most: number): FoundNames {
	const folded = foldText(text);
	const best = new Best(index, near, most);
	for (const withTypos of [false, true]) {
		best.clear();
		eachHit(index, folded, withTypos, (t, cost) => best.offer(t, cost));
		const { places, roads } = best;
		if (places.length > 0 && roads.length > 0 && places.length + roads.length >= Math.min(most, 5)) break;
	}
	return {
		places: best.places.map(({ t }) => foundName(index, t)),
		roads: best.roads.map(({ t }) => foundName(index, t))
	};
}

function eachHit(
	index: NameIndex,
	folded: string,
	withTypos: boolean,
	hit: (text: number, cost: number) => void
): void {
	const words = splitWords(folded);
	const needed = words.filter(({ text }) => !isGeneric(text));
	const wanted = needed.length > 0 ? needed : words;
	const spare = needed.length > 0 ? words.filter(({ text }) => isGeneric(text)) : [];
	if (wanted.length === 0) return;

	const steps = wanted.flatMap((word) => {
		if (!word.isHan || [...word.text].length < 2) return [word];
		const letters = [...word.text];
		return letters.slice(1).map((letter, i) => ({ text: letters[i] + letter, isHan: true }));
	});
	// how many of the words each text has met so far, and what they cost
	const met = new Uint8Array(index.folded.length);
	const cost = new Float32Array(index.folded.length);
	let hits: number[] = [];
	steps.forEach((word, step) => {
		const next: number[] = [];
		eachText(index.words, word, withTypos, (t, match) => {
			if (met[t] !== step) return;
			met[t] = step + 1;
			cost[t] += match === 0 ? 0 : match === 1 ? COST.prefix : COST.typo;
			next.push(t);
		});
		hits = next;
	});
	const han = wanted.filter(({ isHan }) => isHan);
	for (const t of hits) {
		const of = index.folded[t];
		// pairs of neighbours may lie apart
		if (han.some((word) => !of.includes(word.text))) continue;
		const missing = spare.filter(({ text }) => !of.includes(text)).length;
		const fit = of === folded ? COST.whole : of.startsWith(folded) ? COST.begins : COST.words;
		hit(t, cost[t] + fit + missing * COST.generic + Math.min(5, (of.length - folded.length) / 8));
	}
}

interface Hit {
	readonly t: number;
	readonly cost: number;
}

/** The best of each sort, one for each name. */
class Best {
	places: Hit[] = [];
	roads: Hit[] = [];

	constructor(
		private readonly index: NameIndex,
		private readonly near: LngLat | null,
		private readonly most: number
	) {}

	clear(): void {
		this.places = [];
		this.roads = [];
	}

	offer(t: number, fit: number): void {
		const { index, most } = this;
		const n = index.name[t];
		const list = index.isWay[n] ? this.roads : this.places;
		const sure = fit + COST.rank[index.rank[t]] + index.names.kind[n] * COST.kind;
		if (list.length === most && sure >= list[most - 1].cost) return;
		const cost = sure + this.farness(n);
		const known = list.findIndex((one) => index.name[one.t] === n);
		if (known >= 0) {
			if (list[known].cost <= cost) return;
			list.splice(known, 1);
		}
		let at = list.length;
		while (at > 0 && list[at - 1].cost > cost) at--;
		if (at === most) return;
		list.splice(at, 0, { t, cost });
		if (list.length > most) list.pop();
	}

	/** 0 to 8, growing with every doubling of the distance from a kilometre on. */
	private farness(n: number): number {
		if (!this.near) return 0;
		const { at } = this.index.names;
		const east = (at[2 * n] - this.near[0] * 1e7) * Math.cos((this.near[1] * Math.PI) / 180);
		const north = at[2 * n + 1] - this.near[1] * 1e7;
		return Math.min(8, Math.log2(1 + (Math.hypot(east, north) * METRES_PER_UNIT) / 1000));
	}
}

function foundName({ names, name, rank, shown }: NameIndex, t: number): FoundName {
	const n = name[t];
	const { local, en, zh, ref } = names.texts[n];
	const [west, south, east, north] = names.box.subarray(4 * n, 4 * n + 4);
	return {
		kind: NAME_KINDS[names.kind[n]],
		local,
		en,
		zh,
		ref,
		other: rank[t] === 1 && shown[t] !== local ? shown[t] : '',
		at: [names.at[2 * n] / 1e7, names.at[2 * n + 1] / 1e7],
		bbox: [west / 1e7, south / 1e7, east / 1e7, north / 1e7]
	};
}
