import type { KeyPress } from './keys.ts';
import { matchesChord } from './keys.ts';

/** The strokes of a chord, one after the other: `Mod+E G` is two. */
export function strokesOf(chord: string): readonly string[] {
	return chord.split(' ');
}

/** How far a press goes towards a chord: all of it, its first stroke of two, or nowhere. `begun` is the stroke pressed before. */
export function strokeOf(
	chord: string,
	press: KeyPress,
	begun: string | null,
	isMac: boolean
): 'done' | 'begun' | null {
	const [first, second] = strokesOf(chord);
	if (begun !== null) {
		if (second === undefined || first !== begun) return null;
		return matchesChord(second, press, isMac) ? 'done' : null;
	}
	if (!matchesChord(first, press, isMac)) return null;
	return second === undefined ? 'done' : 'begun';
}
