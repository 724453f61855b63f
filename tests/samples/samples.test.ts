import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerGaps } from '../../src/lib/analysis/coverage/answer-gaps.ts';
import { answerRoutes } from '../../src/lib/analysis/road-gaps/answer-routes.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import { PRESENT, type Assumptions } from '../../src/lib/domain/assumptions.ts';
import { readGeoJsonRoads } from '../../src/lib/formats/osm/geojson-roads.ts';
import { parsePlan, type ParsedPlan } from '../../src/lib/formats/plan-geojson.ts';
import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { roadWaysOf } from '../../tiles/build/road-ways.ts';
import { SourceStore } from '../../tiles/build/source-store.ts';

/** Areas and lengths are held to the square metre and the metre. */
const round = (_: string, value: unknown) =>
	typeof value === 'number' ? Math.round(value * (Math.abs(value) < 2 ? 1000 : 1)) / (Math.abs(value) < 2 ? 1000 : 1) : value;
const here = import.meta.dirname;
const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** What each question says of a plan, as far as a sample holds it fast. */
const QUESTIONS: Record<string, (parsed: ParsedPlan, assumptions: Assumptions, roads: () => Roads) => unknown> = {
	validate: ({ problems }) => problems.map(({ code, severity, featureId, path }) => ({ code, severity, featureId, path })),
	gaps: ({ plan }, assumptions) => {
		const result = answerGaps(plan, { assumptions, by: 'all', minAreaM2: 0 });
		if (!result.ok) return result;
		const gaps = result.answer.features.map(({ properties }) => [properties?.reason, properties?.areaM2]);
		return { summary: result.answer.summary, gaps };
	},
	seal: ({ plan }, assumptions, roads) => {
		const { rings, leaks, suggestions, depth } = seal(roads(), plan.items.values(), { assumptions, suggest: true });
		const roadsOf = (found: readonly { road: string | null }[]) => found.map(({ road }) => road);
		return { rings, leaks: roadsOf(leaks), suggestions: roadsOf(suggestions), depth };
	},
	routes: ({ plan }, assumptions, roads) => {
		const { summary, stretches } = answerRoutes(roads(), [...plan.items.values()], assumptions, 'all');
		return { summary, stretches: stretches.map(({ road, lengthM }) => [road, lengthM]) };
	}
};

describe.each(Object.keys(QUESTIONS))('%s', (question) => {
	test.each(readdirSync(join(here, question)).sort())('%s', (sentence) => {
		const folder = join(here, question, sentence);
		const parsed = parsePlan(read(join(folder, 'plan.geojson')) ?? '', { newId: (kind, i) => `${kind}-${i}` });
		const given = JSON.parse(read(join(folder, 'assumptions.json')) ?? '{}') as Partial<Assumptions>;
		const answer = QUESTIONS[question](parsed, { ...PRESENT, ...given }, () => readRoads(folder));
		const expected = join(folder, 'expected.json');
		const text = `${JSON.stringify(JSON.parse(JSON.stringify(answer, round)), null, '\t')}\n`;
		if (process.env.UPDATE_SAMPLES) writeFileSync(expected, text);
		expect(JSON.parse(text)).toEqual(JSON.parse(read(expected) ?? 'null'));
	});
});

function readRoads(folder: string): Roads {
	const store = new SourceStore();
	readGeoJsonRoads(read(join(folder, 'roads.geojson')) ?? '', store);
	store.nodes.finish();
	return prepareRoads(buildJunctionGraph(roadWaysOf(store, null)));
}
