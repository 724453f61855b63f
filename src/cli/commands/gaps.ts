import type { CoverageModel } from '../../lib/analysis/coverage/coverage-model.ts';
import type { CoverageBy } from '../../lib/domain/findings/gaps.ts';
import { areaRecord } from '../../lib/formats/area-table.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { answerGapsInParallel } from '../coverage/answer-gaps-in-parallel.ts';
import { showProgress } from '../coverage/show-progress.ts';
import { BY_OPTION } from '../coverage-option.ts';
import { gapsText } from '../gaps-text.ts';
import { languageOf } from '../language.ts';
import { noGround } from '../no-ground.ts';
import { readNumber } from '../read-number.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { outsideLine, readWalls } from '../read-walls.ts';
import { redundancyOf } from '../redundancy-run.ts';
import { refuseCamerasOfPatrols, SIGHT_OPTIONS } from '../sight-options.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'gaps PLAN',
	purpose: {
		en: 'What ground of the area does no camera see and no patrol zone hold?\nGap polygons with area and reason, as GeoJSON.',
		zh: '辖区内哪些地面无摄像机可见、也无巡逻防区覆盖？\n输出带面积和原因的盲区多边形（GeoJSON）。'
	},
	operands: 1,
	options: {
		...BY_OPTION,
		'min-area': {
			value: 'M2',
			words: {
				en: 'leave out gaps smaller than this (default 0); their area stays in the figures',
				zh: '略去小于此面积的盲区（默认 0），其面积仍计入合计'
			}
		},
		...SIGHT_OPTIONS,
		areas: {
			words: {
				en: 'also give the figures of every area and setting, in summary.areas',
				zh: '同时在 summary.areas 中给出各辖区、各类地区的数字'
			}
		},
		redundancy: {
			words: {
				en: 'also say how many cameras see each place and which matter most and least, in summary.redundancy',
				zh: '同时在 summary.redundancy 中给出各处由几台摄像机可见、哪些最关键、哪些可省'
			}
		},
		...ASSUMPTION_OPTIONS
	},
	example: 'gaps plan.geojson --occlusion astana --min-density recognise --areas -o gaps.geojson'
};

/** `cordon gaps`: gap polygons; 0 where there is an answer. */
export async function gapsCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	refuseCamerasOfPatrols(line);
	const assumptions = assumptionsOf(line);
	const minAreaM2 = readNumber(line, 'min-area', 0);
	const plan = await readSoundPlan(file, assumptions);
	const region = line.values.occlusion;
	const walls = await readWalls(plan, region, nameOf(file));
	const by = (line.values.by ?? 'all') as CoverageBy;
	const result = await showProgress(process.stderr, language, (onProgress, signal) =>
		answerGapsInParallel(plan, { assumptions, by, minAreaM2, walls }, { onProgress, signal })
	);
	if (!result.ok) throw noGround(nameOf(file));
	const { answer, model } = result;
	const summary = { ...answer.summary, ...moreFigures(model, line) };
	await writeAnswer({ ...answer, summary }, line.values.output);
	process.stderr.write((await outsideLine(plan, region, language)) + gapsText(answer.summary, language));
	return 0;
}

function moreFigures(model: CoverageModel, { switches }: CommandLine): object {
	return {
		...(switches.has('areas') && { areas: model.byArea().map(areaRecord) }),
		...(switches.has('redundancy') && { redundancy: redundancyOf(model, languageOf(process.env)) })
	};
}
