import type { CoverageBy, GapReason } from '../../domain/findings/gaps.ts';
import { REASON_NEEDS, REASON_OF_NEED } from '../../domain/needs.ts';

/**
 * What the overlay is made of. A ring of ground carries what it needs to count (`NEED`) and whether a
 * camera or a patrol holds it; both together are its code.
 */
export const PATROL = 1 << 9;
const NEEDS = PATROL - 1;
/** Codes are below this. */
export const CODES = 2 * PATROL;

/** Label of ground that something holds; then one for each reason in order of effort; then bare ground. */
export const COVERED = 1;
const FIRST_REASON = 2;
export const BARE = FIRST_REASON + REASON_OF_NEED.length;
export const LABELS = BARE + 1;
/** Bits of the labels of open ground. */
export const IS_GAP = ((1 << LABELS) - 1) & ~((1 << FIRST_REASON) - 1);
export const IS_COVERED = 1 << COVERED;

/** Layers of one overlay, the subject included: as many as the sets of present layers have bits. */
const MOST_LAYERS = 30;

/** Codes found in a cell as layers 1 and up of its overlay. */
export class LayerTable {
	/** Needs of each layer; layer 0 is the subject. */
	readonly needs: readonly number[];
	/** Whether a layer needs anything, so that other assumptions would hold more. */
	readonly hasNeeds: boolean;
	private readonly layerOf = new Uint8Array(CODES);

	/**
	 * `codes` may repeat. Where there are more different ones than layers, those of several needs are
	 * taken to need everything: less is then promised under assumptions, never too much.
	 */
	constructor(codes: Iterable<number>) {
		const found = [...new Set(codes)].sort((a, b) => a - b);
		let merged = found.map((code) => [code, code] as const);
		for (let most = 2; new Set(merged.map(([, to]) => to)).size >= MOST_LAYERS && most > 0; most--) {
			merged = found.map((code) => [code, bits(code & NEEDS) > most ? code | NEEDS : code] as const);
		}
		const kept = [...new Set(merged.map(([, to]) => to))].sort((a, b) => a - b);
		for (const [code, to] of merged) this.layerOf[code] = kept.indexOf(to) + 1;
		this.needs = [0, ...kept.map((code) => code & NEEDS)];
		this.hasNeeds = this.needs.some((needs) => needs !== 0);
	}

	get count(): number {
		return this.needs.length;
	}

	/** Layer of a ring's code. */
	of(code: number): number {
		return this.layerOf[code];
	}

	/** Label of ground where the layers of the bits `present` lie, with the needs `granted` met. */
	labelOf(present: number, granted: number): number {
		if ((present & 1) === 0) return 0;
		let best = BARE;
		for (let layer = 1; layer < this.needs.length; layer++) {
			if (((present >> layer) & 1) === 0) continue;
			const missing = this.needs[layer] & ~granted;
			if (missing === 0) return COVERED;
			if ((missing & ~REASON_NEEDS) !== 0) continue;
			// a ring with several things wrong counts under the hardest to mend
			let hardest = 0;
			for (let r = 0; r < REASON_OF_NEED.length; r++) if (missing & REASON_OF_NEED[r][0]) hardest = r;
			if (FIRST_REASON + hardest < best) best = FIRST_REASON + hardest;
		}
		return best;
	}

	/** Bits of the scenarios (their granted needs in `sets`) under which such ground is held. */
	heldUnder(present: number, sets: Int32Array): number {
		if ((present & 1) === 0) return 0;
		let held = 0;
		for (let layer = 1; layer < this.needs.length; layer++) {
			if (((present >> layer) & 1) === 0) continue;
			for (let s = 0; s < sets.length; s++) if ((this.needs[layer] & ~sets[s]) === 0) held |= 1 << s;
		}
		return held;
	}
}

/**
 * The reason of a gap by its label. Ground that nothing holds or could hold wants a camera, except
 * where only patrols are asked about: a standing hole wants a standing eye.
 */
export function reasonOf(label: number, by: CoverageBy): GapReason {
	const reason = REASON_OF_NEED[label - FIRST_REASON]?.[1];
	return reason ?? (by === 'patrols' ? 'no-patrol' : 'no-camera');
}

function bits(set: number): number {
	let n = 0;
	for (let rest = set; rest !== 0; rest &= rest - 1) n++;
	return n;
}

/** The needs in a ring's code. */
export function needsOfCode(code: number): number {
	return code & NEEDS;
}
