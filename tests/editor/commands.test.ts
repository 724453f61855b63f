import { afterEach, describe, expect, test } from 'vitest';
import { COMMANDS, commandOf } from '../../src/lib/editor/commands/command-table.ts';
import { BROWSER_KEYS } from './browser-keys.ts';
import { chordText, matchesChord, type KeyPress } from '../../src/lib/editor/commands/keys.ts';
import { language } from '../../src/lib/editor/language.svelte.ts';

afterEach(() => {
	language.locale = 'en';
});

describe('the table of commands', () => {
	test.each(COMMANDS.map((command) => [command.id, command] as const))(
		'%s has a key and is worded in both languages',
		(_, command) => {
			expect(command.keys.length).toBeGreaterThan(0);
			language.locale = 'en';
			const english = command.title();
			language.locale = 'zh';
			const chinese = command.title();
			expect(english).not.toBe('');
			expect(chinese).not.toBe('');
			expect(chinese).not.toBe(english);
		}
	);

	test('ids and chords are given once', () => {
		const ids = COMMANDS.map(({ id }) => id);
		const chords = COMMANDS.flatMap(({ keys }) => keys);
		expect(new Set(ids).size).toBe(ids.length);
		expect(new Set(chords).size).toBe(chords.length);
	});

	test('no key hides another, and none is one that browsers keep', () => {
		const chords = COMMANDS.flatMap(({ keys }) => keys);
		const begun = new Set(chords.filter((chord) => chord.includes(' ')).map((chord) => chord.split(' ')[0]));
		expect(begun.size).toBeGreaterThan(0);
		for (const chord of chords) {
			expect(chord.split(' ').length, chord).toBeLessThanOrEqual(2);
			if (!chord.includes(' ')) expect(begun.has(chord), chord).toBe(false);
			for (const stroke of chord.split(' ')) expect(BROWSER_KEYS.has(stroke), chord).toBe(false);
			expect(chord, 'held keys in one order').toMatch(
				/^(Mod\+)?(Shift\+)?[^+ ]+( (Mod\+)?(Shift\+)?[^+ ]+)?$/
			);
		}
	});

	test('asking for a command that is not there says so', () => {
		expect(() => commandOf('fly')).toThrow('no command fly');
	});
});

describe('chords', () => {
	const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
		key,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		altKey: false,
		...held
	});

	test.each([
		['Mod+Z', press('z', { ctrlKey: true }), false, true],
		['Mod+Z', press('z', { metaKey: true }), true, true],
		['Mod+Z', press('z', { metaKey: true }), false, false],
		['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, false],
		['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, true],
		['V', press('v'), false, true],
		['V', press('v', { ctrlKey: true }), false, false],
		['V', press('v', { altKey: true }), false, false],
		['?', press('?', { shiftKey: true }), false, true],
		['[', press('['), false, true],
		['Delete', press('Delete'), false, true]
	])('%s against %o, on a Mac: %s', (chord, event, isMac, wanted) => {
		expect(matchesChord(chord, event, isMac)).toBe(wanted);
	});

	test('are printed as the keyboard has them', () => {
		expect(chordText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
		expect(chordText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
	});
});
