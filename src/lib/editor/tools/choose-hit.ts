import { isSameSelection, type Selection } from '../selection.ts';

/** One thing under the pointer: a place (symbol), a line, or ground (a filled shape). */
export interface Hit {
	readonly selection: Selection;
	readonly extent: HitExtent;
}
export type HitExtent = 'place' | 'line' | 'ground';

/** What a click means: pick one thing out, let the user choose among several, or pick out nothing. */
export type Choice = { readonly select: Selection | null } | { readonly offer: Selection[] };

const EXTENTS: readonly HitExtent[] = ['place', 'line', 'ground'];

/**
 * What a click on `hits` (topmost first) means.
 *
 * A symbol is meant before a line, a line before the ground it lies on. Where several of the same
 * extent lie at one place, or what is there is selected already, the user is offered all of them.
 */
export function chooseHit(hits: readonly Hit[], selected: Selection | null): Choice {
	const ordered = stackOf(hits);
	const [first, second] = ordered;
	if (!first) return { select: null };

	const isAmbiguous = second !== undefined && second.extent === first.extent && first.extent !== 'ground';
	const isSelected = isSameSelection(first.selection, selected);
	if (ordered.length > 1 && (isAmbiguous || isSelected))
		return { offer: ordered.map((hit) => hit.selection) };
	return { select: first.selection };
}

/** What lies below what is picked out, and the topmost again below the last; null where nothing lies. */
export function nextHit(hits: readonly Hit[], selected: Selection | null): Selection | null {
	const stack = stackOf(hits);
	const at = stack.findIndex(({ selection }) => isSameSelection(selection, selected));
	return stack[(at + 1) % stack.length]?.selection ?? null;
}

/** Each thing once, symbols before lines before ground, else topmost first. */
function stackOf(hits: readonly Hit[]): Hit[] {
	const distinct = hits.filter(
		(hit, i) => hits.findIndex((other) => isSameSelection(other.selection, hit.selection)) === i
	);
	return EXTENTS.flatMap((extent) => distinct.filter((hit) => hit.extent === extent));
}

/** What the pointer is over: what a click would pick out, or the topmost of what it would offer. */
export function hoveredHit(hits: readonly Hit[]): Selection | null {
	for (const extent of EXTENTS) {
		const hit = hits.find((found) => found.extent === extent);
		if (hit) return hit.selection;
	}
	return null;
}
