import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messyPlanText } from '../browser/messy-plan.ts';
import { runCordon } from '../support/run-cordon.ts';

interface Answer {
	summary: { errors: number; warnings: number };
	features: { geometry: unknown; properties: Record<string, unknown> }[];
}

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cordon-validate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function validate(text: string, env: Record<string, string> = {}) {
	const file = join(folder, 'plan.geojson');
	writeFileSync(file, text);
	const ran = await runCordon(['validate', file], env);
	return { ...ran, answer: JSON.parse(ran.stdout) as Answer };
}
const codesOf = ({ features }: Answer) => features.map(({ properties }) => properties.code as string).sort();

describe('cordon validate, of a plan as a whole', () => {
	test('tells what the check panel tells, as warnings, and nothing twice', async () => {
		const { status, answer, stderr } = await validate(messyPlanText());
		expect(status).toBe(1); // a border that crosses itself is an error, as before
		expect(codesOf(answer)).toEqual(
			[
				'self-crossing',
				'dangling-ring',
				'broken-shape',
				'camera-double',
				'camera-outside-area',
				'route-no-length',
				'site-outside-area',
				'zone-without-team',
				'zones-gap',
				'zones-overlap'
			].sort()
		);
		expect(answer.summary).toMatchObject({ errors: 1, warnings: 9 });
		const overlap = answer.features.find(({ properties }) => properties.code === 'zones-overlap');
		expect(overlap?.properties).toMatchObject({
			kind: 'problem',
			severity: 'warning',
			features: ['zone-West', 'zone-East'],
			message: 'West and East overlap by 5000 m²',
			messageZh: 'West与East重叠 5000 m²'
		});
		expect(overlap?.properties.areaM2).toBeCloseTo(5000, -2);
		expect(stderr).toContain('warning: West and East overlap by 5000 m²');
	});
	test('warnings alone are no failure, and what the plan ignores is not told', async () => {
		const plan = JSON.parse(messyPlanText()) as {
			cordon: Record<string, unknown>;
			features: { id: string }[];
		};
		plan.features = plan.features.filter(({ id }) => id !== 'zone-Bow');
		plan.cordon.ignoredChecks = ['zones-gap', 'zone-without-team zone-North'];
		const { status, answer } = await validate(JSON.stringify(plan), { LANG: 'zh_CN.UTF-8', LC_ALL: '' });
		expect(status).toBe(0);
		expect(codesOf(answer)).not.toContain('zones-gap');
		expect(codesOf(answer)).not.toContain('zone-without-team');
		expect(codesOf(answer)).toContain('zones-overlap');
	});
});
