import { describe, expect, test } from 'vitest';
import type { KeyPress } from '../../src/lib/editor/commands/keys.ts';
import { chordText } from '../../src/lib/editor/commands/keys.ts';
import { strokeOf } from '../../src/lib/editor/commands/strokes.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
	key,
	ctrlKey: false,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	...held
});
const CTRL_E = press('e', { ctrlKey: true });

describe('two strokes', () => {
	test.each([
		['the first begins', 'Mod+E G', CTRL_E, null, 'begun'],
		['the second does it', 'Mod+E G', press('g'), 'Mod+E', 'done'],
		['the second alone does nothing', 'Mod+E G', press('g'), null, null],
		['another second does nothing', 'Mod+E G', press('s'), 'Mod+E', null],
		['the second of another first does nothing', 'D G', press('g'), 'Mod+E', null],
		['a chord of one stroke is done at once', 'Mod+E', CTRL_E, null, 'done'],
		['a chord of one stroke is no second', 'G', press('g'), 'Mod+E', null]
	] as const)('%s', (_, chord, event, begun, wanted) => {
		expect(strokeOf(chord, event, begun, false)).toBe(wanted);
	});

	test('are printed one after the other', () => {
		expect(chordText('Mod+E G', false)).toBe('Ctrl+E G');
		expect(chordText('Mod+E G', true)).toBe('⌘E G');
	});
});
