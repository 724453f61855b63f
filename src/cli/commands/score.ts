import type { Feature, FeatureCollection } from 'geojson';
import { workedModel } from '../../lib/analysis/coverage/answer-gaps.ts';
import type { CoverageBy } from '../../lib/domain/findings/gaps.ts';
import type { Area, AreaLevel } from '../../lib/domain/items.ts';
import { itemsOfKind, type Plan } from '../../lib/domain/plan.ts';
import { areaCsv, areaRecord, type AreaRecord } from '../../lib/formats/area-table.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError, type Language } from '../command-error.ts';
import { helpText, readCommandLine, type CommandSpec } from '../command-line.ts';
import { BY_OPTION } from '../coverage-option.ts';
import { languageOf } from '../language.ts';
import { noGround } from '../no-ground.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { outsideLine, readWalls } from '../read-walls.ts';
import { refuseCamerasOfPatrols, SIGHT_OPTIONS } from '../sight-options.ts';
import { writeAnswer, writeText } from '../write-answer.ts';

const LEVELS: readonly AreaLevel[] = ['prefecture', 'county', 'township', 'village', 'custom'];

const SPEC: CommandSpec = {
	usage: 'score PLAN',
	purpose: {
		en: 'Is coverage fair: by county, township, village, urban and rural?\nThe areas of the plan with covered share, gap area, cameras per km2, intact and integrated rate.',
		zh: '覆盖是否均衡：按区县、乡镇、村，以及城乡分列。\n输出各辖区的覆盖率、盲区面积、每平方公里摄像机数、完好率和联网率。'
	},
	operands: 1,
	options: {
		format: {
			value: 'FORMAT',
			oneOf: ['json', 'csv'],
			words: {
				en: 'areas with their figures as GeoJSON, or a table (default json)',
				zh: '带数字的辖区（GeoJSON），或表格（默认 json）'
			}
		},
		level: {
			value: 'LEVEL',
			oneOf: LEVELS,
			words: { en: 'only areas of this level', zh: '只列此级辖区' }
		},
		...BY_OPTION,
		...SIGHT_OPTIONS,
		...ASSUMPTION_OPTIONS
	},
	example: 'score plan.geojson --level township --format csv -o townships.csv'
};

/** `cordon score`: figures by area; 0 where there is an answer. */
export async function scoreCommand(args: string[]): Promise<number> {
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
	const level = levelOf(plan, line.values.level, nameOf(file));
	const { occlusion } = line.values;
	const walls = await readWalls(plan, occlusion, nameOf(file));
	const by = (line.values.by ?? 'all') as CoverageBy;
	const model = workedModel(plan, { assumptions, by, minAreaM2: 0, walls });
	if (model.refusal) throw noGround(nameOf(file));
	const records = model
		.byArea()
		.map(areaRecord)
		.filter((record) => level === undefined || record.level === level);
	if (line.values.format === 'csv') await writeText(areaCsv(records), line.values.output);
	else await writeAnswer(scoreFeatures(plan, records), line.values.output);
	process.stderr.write(await outsideLine(plan, occlusion, language));
	process.stderr.write(`${verdict(records, language)}\n`);
	return 0;
}

/** The level asked for; throws CommandError where the plan has no area, or none of that level. */
function levelOf(plan: Plan, level: string | undefined, file: string): AreaLevel | undefined {
	const present = new Set(itemsOfKind(plan, 'area').map(({ properties }) => properties.level ?? 'custom'));
	if (present.size === 0) {
		throw new CommandError({
			en: `${file}: saw no feature of kind area, wanted at least one: the table is by area`,
			zh: `${file}：没有 area（辖区），至少应有一个，以便分列`
		});
	}
	if (level === undefined || present.has(level as AreaLevel)) return level as AreaLevel | undefined;
	const there = LEVELS.filter((one) => present.has(one)).join(', ');
	throw new CommandError({
		en: `${file}: saw --level ${level}, wanted a level that its areas have: ${there}`,
		zh: `${file}：此处是 --level ${level}，方案中的辖区级别有：${there}`
	});
}

/** Areas with their figures; rows that are no area stand in the summary alone. */
function scoreFeatures(plan: Plan, records: readonly AreaRecord[]): FeatureCollection & { summary: object } {
	const areas = new Map<string, Area>(itemsOfKind(plan, 'area').map((area) => [area.id, area]));
	const features = records.flatMap(({ of, areaId, ...figures }): Feature[] => {
		const area = of === 'area' && areaId !== null ? areas.get(areaId) : undefined;
		if (!area) return [];
		const properties = { kind: 'score', areaId, ...figures };
		return [{ type: 'Feature', id: area.id, geometry: area.geometry, properties }];
	});
	return { type: 'FeatureCollection', summary: { areas: records }, features };
}

function verdict(records: readonly AreaRecord[], language: Language): string {
	const areas = records.filter(({ of, areaM2 }) => of === 'area' && areaM2 > 0);
	const byShare = areas.toSorted((a, b) => a.coveredShare - b.coveredShare);
	const [worst, best] = [byShare[0], byShare.at(-1)];
	const percent = ({ coveredShare }: AreaRecord) => (coveredShare * 100).toFixed(1);
	if (!worst || !best) return language === 'zh' ? '辖区面积为零' : 'areas without ground';
	return language === 'zh'
		? `${areas.length} 个辖区，覆盖率最低 ${worst.name} ${percent(worst)}%，最高 ${best.name} ${percent(best)}%`
		: `${areas.length} ${areas.length === 1 ? 'area' : 'areas'}, from ${worst.name} with ${percent(worst)} % covered to ${best.name} with ${percent(best)} %`;
}
