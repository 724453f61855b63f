import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const tables = resolve(import.meta.dirname, '../../src/lib/i18n');
const files = readdirSync(join(tables, 'en'));

type Table = Record<string, unknown>;
const read = (locale: string, file: string): Table =>
	JSON.parse(readFileSync(join(tables, locale, file), 'utf8')) as Table;

/** Every text of a message: itself, or its variants for one and many. */
function textsOf(message: unknown): string[] {
	if (typeof message === 'string') return [message];
	return (message as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match));
}

const namesIn = (text: string): string[] =>
	[...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

describe.each(files)('%s', (file) => {
	const [en, zh] = [read('en', file), read('zh', file)];

	test('has the same messages in both languages', () => {
		expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
	});

	test('has no empty text', () => {
		const empty = [en, zh].flatMap((table) =>
			Object.keys(table).filter((key) => textsOf(table[key]).some((text) => text.trim() === ''))
		);
		expect(empty).toEqual([]);
	});

	test('leaves no figure or name out in one language that the other has', () => {
		const uneven = Object.keys(en).filter((key) => {
			const names = (table: Table): string =>
				[...new Set(textsOf(table[key]).flatMap(namesIn))].sort().join();
			return names(en) !== names(zh);
		});
		expect(uneven).toEqual([]);
	});

	test('punctuates Chinese in full width', () => {
		const narrow = Object.keys(zh).filter((key) =>
			textsOf(zh[key]).some((text) => /\p{Script=Han}[,;:!?()]|[,;:!?]\p{Script=Han}/u.test(text))
		);
		expect(narrow).toEqual([]);
	});
});

test('no two messages have one name', () => {
	const names = files.flatMap((file) => Object.keys(read('en', file)).filter((key) => key !== '$schema'));
	expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

test('every message is said somewhere', () => {
	const source = resolve(import.meta.dirname, '../../src');
	const written = readdirSync(source, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'))
		.map((file) => readFileSync(join(source, file), 'utf8'));
	const said = new Set(written.flatMap((text) => [...text.matchAll(/\bm\s*\.(\w+)/g)].map(([, key]) => key)));
	const silent = files.flatMap((file) => Object.keys(read('en', file))).filter((key) => !said.has(key));
	expect(silent).toEqual([]);
});
