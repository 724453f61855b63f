import type { CoverageBy, GapReason } from '../../domain/findings/gaps.ts';
import { NEED, REASON_NEEDS, REASON_OF_NEED } from '../../domain/needs.ts';
import { SWITCHES } from './scenarios.ts';

/**
 * What the overlay is made of. A ring of ground carries what it needs to count (`NEED`) and whether a
 * camera or a patrol holds it; both together are its code.
 */
export const PATROL = 1 << 9;
const NEEDS = PATROL - 1;
const SWITCHED = SWITCHES.reduce((set: number, need) => set | need, 0);
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

/**
 * Codes found in a cell as layers 1 and up of its overlay, under the needs `granted`.
 *
 * Codes that no scenario and no reason tells apart share a layer: sets of switches are kept, a view
 * that lacks one other thing is told by that, and one that lacks more by the reason it gives. That makes
 * at most 26 layers, so that the sets of present layers have bits enough whatever meets in a cell.
 */
export class LayerTable {
	/** Needs of each layer; layer 0 is the subject. */
	readonly needs: readonly number[];
	/** Whether a layer needs anything, so that other assumptions would hold more. */
	readonly hasNeeds: boolean;
	private readonly layerOf = new Uint8Array(CODES);

	/** `codes` may repeat. */
	constructor(codes: Iterable<number>, granted: number) {
		const alike = new Map<number, number>();
		for (const code of codes) alike.set(code, alikeNeeds(code & NEEDS, granted));
		const kept = [...new Set(alike.values())].sort((a, b) => a - b);
		for (const [code, needs] of alike) this.layerOf[code] = kept.indexOf(needs) + 1;
		this.needs = [0, ...kept];
		this.hasNeeds = kept.some((needs) => needs !== 0);
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

/** Of the sets of needs that give the same label and are met by the same scenarios, the one that stands for all. */
function alikeNeeds(needs: number, granted: number): number {
	const missing = needs & ~granted;
	if ((needs & ~SWITCHED) === 0) return needs;
	if ((missing & (missing - 1)) === 0) return missing;
	if ((missing & ~REASON_NEEDS) !== 0) return NEEDS;
	const [hardest] = REASON_OF_NEED.filter(([need]) => missing & need).at(
		-1
	) as (typeof REASON_OF_NEED)[number];
	return NEED.DUTY | hardest;
}

/** The needs in a ring's code. */
export function needsOfCode(code: number): number {
	return code & NEEDS;
}

/** Whether a ring's code is that of a camera that counts, with the needs `granted` met. */
export function isWatching(code: number, granted: number): boolean {
	return (code & PATROL) === 0 && (code & NEEDS & ~granted) === 0;
}
