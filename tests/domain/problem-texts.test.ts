import { describe, expect, test } from 'vitest';
import { problemText } from '../../src/lib/domain/problem-texts.ts';
import type { Problem, Wanted } from '../../src/lib/domain/problem.ts';

const WANTED: Wanted[] = [
	{ what: 'number' },
	{ what: 'number', above: 0 },
	{ what: 'number', from: 0, whole: true },
	{ what: 'number', from: -90, to: 90 },
	{ what: 'number', above: 0, to: 360 },
	{ what: 'one-of', values: ['a', 'b'] },
	{ what: 'text' },
	{ what: 'json', token: 'a value' },
	{ what: 'yes-no' },
	{ what: 'geometry', types: ['Point', 'Polygon'] },
	{ what: 'heads' },
	{ what: 'controls' },
	{ what: 'needs' },
	{ what: 'resolution' }
];
const full: Problem = {
	code: 'bad-value',
	severity: 'error',
	featureId: 'cam-7',
	featureIndex: 3,
	path: 'properties.hfovDeg',
	seen: '400'
};

describe('problemText', () => {
	test.each(WANTED.map((wanted) => [JSON.stringify(wanted), wanted] as const))(
		'words what was wanted in both languages: %s',
		(_, wanted) => {
			for (const language of ['en', 'zh'] as const) {
				const text = problemText({ ...full, wanted }, language);
				expect(text).not.toMatch(/undefined|\[object|NaN|\s{2}/);
				expect(text).toContain('400');
				expect(text).toContain('cam-7');
			}
		}
	);
	test.each([
		[
			{ what: 'number', above: 0, to: 360 } as const,
			'a number above 0 and at most 360',
			'大于 0 且不大于 360 的数字'
		],
		[{ what: 'number', from: 0, whole: true } as const, 'a whole number of at least 0', '不小于 0 的整数'],
		[{ what: 'one-of', values: ['a', 'b'] } as const, 'one of a, b', 'a、b 之一']
	])('%j', (wanted, en, zh) => {
		expect(problemText({ ...full, wanted }, 'en')).toBe(
			`features[3] "cam-7": properties.hfovDeg is 400, wanted ${en}`
		);
		expect(problemText({ ...full, wanted }, 'zh')).toContain(zh);
	});
	test('gives the line where the text is broken', () => {
		const problem: Problem = {
			code: 'not-json',
			severity: 'error',
			line: 4,
			column: 2,
			seen: '"x"',
			wanted: { what: 'json', token: 'a value' }
		};
		expect(problemText(problem, 'en')).toBe('line 4, column 2: not JSON: saw "x", wanted a value');
		expect(problemText(problem, 'zh')).toBe('第 4 行第 2 列：不是 JSON：此处是 "x"，应为 一个值');
	});
});
