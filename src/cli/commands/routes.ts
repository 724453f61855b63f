import { answerRoutes } from '../../lib/analysis/road-gaps/answer-routes.ts';
import { routeFeatures } from '../../lib/analysis/road-gaps/route-features.ts';
import type { CoverageBy } from '../../lib/domain/findings/gaps.ts';
import type { RoutesSummary } from '../../lib/domain/findings/routes.ts';
import { prepareRoads } from '../../lib/network/roads.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import type { Language } from '../command-error.ts';
import { helpText, readCommandLine, type CommandSpec } from '../command-line.ts';
import { BY_OPTION } from '../coverage-option.ts';
import { languageOf } from '../language.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { readRoads, REGION_OPTION } from '../read-roads.ts';
import { outsideLine, readWalls } from '../read-walls.ts';
import { refuseCamerasOfPatrols, SIGHT_OPTIONS } from '../sight-options.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'routes PLAN',
	purpose: {
		en: 'Which stretches of road does no camera see and no patrol hold?\nLines with road, class and length, longest first, as GeoJSON.',
		zh: '哪些路段无摄像机可见、也无巡逻覆盖？\n输出带路名、等级和长度的线，由长到短（GeoJSON）。'
	},
	operands: 1,
	options: { ...REGION_OPTION, ...BY_OPTION, ...SIGHT_OPTIONS, ...ASSUMPTION_OPTIONS },
	example: 'routes plan.geojson --region astana --by cameras --occlusion astana -o unseen.geojson'
};

/** `cordon routes`: unwatched stretches of road; 0 where there is an answer. */
export async function routesCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	refuseCamerasOfPatrols(line);
	const assumptions = assumptionsOf(line);
	const plan = await readSoundPlan(file, assumptions);
	const { occlusion } = line.values;
	const walls = await readWalls(plan, occlusion, nameOf(file));
	const roads = prepareRoads(await readRoads(plan, line.values.region, nameOf(file)));
	const by = (line.values.by ?? 'all') as CoverageBy;
	const answer = answerRoutes(roads, [...plan.items.values()], assumptions, by, walls);
	await writeAnswer(routeFeatures(answer), line.values.output);
	process.stderr.write(await outsideLine(plan, occlusion, language));
	process.stderr.write(`${verdict(answer.summary, answer.stretches.length, language)}\n`);
	return 0;
}

function verdict({ roadM, unseenM }: RoutesSummary, stretches: number, language: Language): string {
	const km = (lengthM: number) => (lengthM / 1000).toFixed(1);
	const share = roadM === 0 ? '0' : ((unseenM / roadM) * 100).toFixed(1);
	return language === 'zh'
		? `道路 ${km(roadM)} 公里，无人看管 ${km(unseenM)} 公里（${share}%），共 ${stretches} 段`
		: `${km(roadM)} km of road, ${km(unseenM)} km unwatched (${share} %), ${stretches} stretches`;
}
