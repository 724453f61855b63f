import { afterEach, expect, test } from 'vitest';
import { language } from '../../src/lib/editor/language.svelte.ts';
import { madeUpText } from '../../src/lib/editor/wording/plan-words.ts';

afterEach(() => {
	language.locale = 'en';
});

const madeUp = (value: unknown): string | null =>
	madeUpText({ header: { format: 1, name: 'Demo', madeUp: value } });

test('a plan that is made up says so in the language of the screen', () => {
	const texts = { en: 'Cameras are made up.', zh: '摄像机均为虚构。' };
	expect(madeUp(texts)).toBe(texts.en);
	language.locale = 'zh';
	expect(madeUp(texts)).toBe(texts.zh);
});

test.each([
	['nothing said', undefined, null],
	['said to be real', false, null],
	['one text', 'All made up.', 'All made up.']
])('%s', (_, value, wanted) => {
	expect(madeUp(value)).toBe(wanted);
});

test('made up without a word is said in ours', () => {
	expect(madeUp(true)).toContain('made up');
	expect(madeUp({ fr: 'inventé' })).toContain('made up');
});
