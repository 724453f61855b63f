import type { CoverageBy, GapSummary } from '../../lib/domain/findings/gaps.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError, type Language } from '../command-error.ts';
import { helpText, readCommandLine, type CommandSpec } from '../command-line.ts';
import { answerGapsInParallel } from '../coverage/answer-gaps-in-parallel.ts';
import { showProgress } from '../coverage/show-progress.ts';
import { BY_OPTION } from '../coverage-option.ts';
import { languageOf } from '../language.ts';
import { readNumber } from '../read-number.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
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
		...ASSUMPTION_OPTIONS
	}
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
	const assumptions = assumptionsOf(line);
	const minAreaM2 = readNumber(line, 'min-area', 0);
	const plan = await readSoundPlan(file, assumptions);
	const by = (line.values.by ?? 'all') as CoverageBy;
	const result = await showProgress(process.stderr, language, (onProgress, signal) =>
		answerGapsInParallel(plan, { assumptions, by, minAreaM2 }, { onProgress, signal })
	);
	if (!result.ok) {
		throw new CommandError({
			en: `${nameOf(file)}: saw no feature of kind area or control-ring, wanted one: it says what ground is asked about`,
			zh: `${nameOf(file)}：没有 area（辖区）或 control-ring（防控圈），至少应有一个，以确定分析范围`
		});
	}
	await writeAnswer(result.answer, line.values.output);
	process.stderr.write(`${verdict(result.answer.summary, language)}\n`);
	return 0;
}

function verdict(summary: GapSummary, language: Language): string {
	const km2 = (areaM2: number) => (areaM2 / 1e6).toFixed(2);
	const percent = (summary.coveredShare * 100).toFixed(1);
	const { uncertainCameras } = summary;
	if (language === 'zh') {
		const uncertain = uncertainCameras > 0 ? `；${uncertainCameras} 台摄像机方向或距离不明，未计入` : '';
		return `面积 ${km2(summary.areaM2)} 平方公里，覆盖 ${percent}%，盲区 ${summary.gaps} 处共 ${km2(summary.gapM2)} 平方公里${uncertain}`;
	}
	const uncertain =
		uncertainCameras > 0 ? `; ${uncertainCameras} cameras of uncertain direction or range left out` : '';
	return `${km2(summary.areaM2)} km2, ${percent} % covered, ${summary.gaps} gaps of ${km2(summary.gapM2)} km2${uncertain}`;
}
