import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOMS, roomOf } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');

describe('arrows between rooms point one way', () => {
	const files = listSources(root);

	test('the walk finds the house', () => {
		expect(files.length).toBeGreaterThan(10);
	});

	test.each(files.map((file) => [file]))('%s', (file) => {
		const room = roomOf(file);
		const rule = ROOMS[room];
		expect(rule, `${file} lies in no room of tests/rules/rooms.ts`).toBeDefined();
		if (!rule) return;

		for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
			const target = targetOf(file, specifier);
			if (target !== null) {
				const other = roomOf(target);
				expect(
					other === room || rule.rooms.includes(other) || rule.rooms.includes('*'),
					`${file} imports ${specifier}: ${room} may not look into ${other}; use instead: ${rule.door}`
				).toBe(true);
			} else {
				const refused = rule.refuses.find((pattern) => pattern.test(specifier));
				expect(
					refused,
					`${file} imports ${specifier}, which ${room} may not; use instead: ${rule.door}`
				).toBe(undefined);
			}
		}
	});
});

describe('targetOf', () => {
	test.each([
		['src/lib/geo/a.ts', './b.ts', 'src/lib/geo/b.ts'],
		['src/lib/geo/a.ts', '../domain/b.ts', 'src/lib/domain/b.ts'],
		['src/routes/+page.ts', '$lib/map/b.ts', 'src/lib/map/b.ts'],
		['src/lib/geo/a.ts', 'flatbush', null]
	])('%s importing %s', (file, specifier, target) => {
		expect(targetOf(file, specifier)).toBe(target);
	});
});

function listSources(base: string): string[] {
	return ['src', 'tiles/build']
		.flatMap((folder) =>
			readdirSync(join(base, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
		)
		.filter(
			(file) => /\.(ts|svelte|mjs)$/.test(file) && !file.includes('paraglide') && !file.endsWith('.d.ts')
		)
		.sort();
}

function importsOf(source: string): string[] {
	const found: string[] = [];
	const pattern =
		/(?:^|\s|;)(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\s)import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"]([^'"]+)['"],\s*import\.meta/g;
	for (const match of source.matchAll(pattern)) {
		found.push((match[1] ?? match[2] ?? match[3] ?? match[4]) as string);
	}
	return found;
}

function targetOf(file: string, specifier: string): string | null {
	const bare = specifier.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return relative(root, resolve(root, dirname(file), bare));
	if (bare.startsWith('$lib/')) return join('src/lib', bare.slice(5));
	return null;
}
