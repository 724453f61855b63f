import type { KeyPress } from '../../commands/keys.ts';
import { isSideKey } from './typed-side.ts';

/** What a key means in the middle of a drawing. */
export type DrawKey =
	| { readonly do: 'take-back' | 'put-back' | 'drop' | 'set-typed' | 'set-pointed' }
	| { readonly do: 'finish'; readonly keep: boolean }
	/** What is typed for the side ahead from now on. */
	| { readonly do: 'type'; readonly typed: string }
	| { readonly do: 'step'; readonly isFar: boolean };

/** What the meaning of a key depends on. */
export interface DrawKeyState {
	readonly typed: string;
	readonly steps: number;
	readonly canPutBack: boolean;
	/** Whether the pointer is moved by keys: then Space sets a point. */
	readonly byKeys: boolean;
}

/** What `press` means while drawing; null where it is none of the drawing's. */
export function drawKey(press: KeyPress, { typed, steps, canPutBack, byKeys }: DrawKeyState): DrawKey | null {
	const { key, shiftKey } = press;
	if (press.ctrlKey || press.metaKey) {
		const letter = key.toLowerCase();
		if (letter === 'z' && !shiftKey) return steps > 0 ? { do: 'take-back' } : null;
		const isPutBack = letter === 'y' || letter === 'z';
		return isPutBack && canPutBack ? { do: 'put-back' } : null;
	}
	if (press.altKey) return null;
	if (key === 'Escape' && typed !== '') return { do: 'type', typed: '' };
	if (key === 'Escape') return steps > 0 ? { do: 'drop' } : null;
	if (key === 'Enter') return typed === '' ? { do: 'finish', keep: shiftKey } : { do: 'set-typed' };
	if (key === 'Backspace' || key === 'Delete') {
		if (typed !== '') return { do: 'type', typed: typed.slice(0, -1) };
		return steps > 0 ? { do: 'take-back' } : null;
	}
	if (key.startsWith('Arrow')) return { do: 'step', isFar: shiftKey };
	if (key === ' ' && byKeys) return { do: 'set-pointed' };
	return steps > 0 && isSideKey(typed, key) ? { do: 'type', typed: typed + key } : null;
}
