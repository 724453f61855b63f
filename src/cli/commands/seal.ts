import { sealFeatures } from '../../lib/analysis/sealing/seal-features.ts';
import { seal } from '../../lib/analysis/sealing/seal.ts';
import type { RingVerdict, SealAnswer, SealWarning } from '../../lib/domain/findings/sealing.ts';
import type { ItemId } from '../../lib/domain/items.ts';
import { itemsOfKind, type Plan } from '../../lib/domain/plan.ts';
import { prepareRoads } from '../../lib/network/roads.ts';
import type { TravelMode } from '../../lib/network/road-graph.ts';
import { TRAVEL_MODES, type LawfulView } from '../../lib/network/travel-mode.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError, type Language } from '../command-error.ts';
import { helpText, readCommandLine, type CommandSpec } from '../command-line.ts';
import { languageOf } from '../language.ts';
import { readNumber } from '../read-number.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { readRoads, REGION_OPTION } from '../read-roads.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'seal PLAN',
	purpose: {
		en: 'Does each control ring close? Where can one leave without meeting a checkpoint?\nCrossings, an escape route for every leak and, on request, the fewest checkpoints that seal, as GeoJSON.',
		zh: '各防控圈是否封闭？从哪里可以不经卡口离开？\n输出道口、每个漏口的外逃路径，以及（可选）封闭所需的最少卡口（GeoJSON）。'
	},
	operands: 1,
	options: {
		...REGION_OPTION,
		ring: { value: 'ID', words: { en: 'only this control ring', zh: '只看此防控圈' } },
		mode: {
			value: 'MODE',
			oneOf: TRAVEL_MODES,
			words: {
				en: 'roads for cars, for feet, or all (default drive)',
				zh: '机动车道路、步行道路或全部道路（默认 drive）'
			}
		},
		suggest: { words: { en: 'also say where checkpoints would seal it', zh: '同时给出可封闭的卡口建议' } },
		band: {
			value: 'M',
			words: {
				en: 'outside begins so many metres beyond the ring (default 120)',
				zh: '圈外多少米起算作圈外（默认 120）'
			}
		},
		lawful: {
			value: 'WAY',
			oneOf: ['out', 'in'],
			alone: 'out',
			words: {
				en: 'cars obey one-way signs, going out (if not said) or coming in',
				zh: '机动车遵守单行标志：驶出（未注明时）或驶入'
			}
		},
		...ASSUMPTION_OPTIONS
	},
	example: 'seal plan.geojson --region city --suggest -o seal.geojson',
	fallsShort: { en: 'a ring leaks', zh: '有漏口' }
};

/** Outside begins no nearer than inside ends. */
const LEAST_BAND_M = 1;

/** `cordon seal`: 0 where every ring is sealed, 1 where one leaks. */
export async function sealCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	const assumptions = assumptionsOf(line);
	const bandM = readNumber(line, 'band', 120, LEAST_BAND_M);
	const plan = await readSoundPlan(file, assumptions);
	const ring = ringOf(plan, line.values.ring, nameOf(file));
	const roads = prepareRoads(await readRoads(plan, line.values.region, nameOf(file)));
	const answer = seal(roads, [...plan.items.values()], {
		mode: (line.values.mode ?? 'drive') as TravelMode,
		bandM,
		lawful: (line.values.lawful ?? 'no') as LawfulView,
		suggest: line.switches.has('suggest'),
		assumptions,
		...(ring !== undefined && { ring })
	});
	await writeAnswer(sealFeatures(answer), line.values.output);
	process.stderr.write(reportText(answer, language));
	return answer.rings.every(({ sealed }) => sealed) ? 0 : 1;
}

/** The ring asked for, or undefined for all; throws CommandError where the plan does not have it. */
function ringOf(plan: Plan, id: string | undefined, file: string): ItemId | undefined {
	const rings = itemsOfKind(plan, 'control-ring').map((ring) => ring.id);
	if (rings.length === 0) {
		throw new CommandError({
			en: `${file}: saw no feature of kind control-ring, wanted at least one`,
			zh: `${file}：没有 control-ring（防控圈），至少应有一个`
		});
	}
	if (id === undefined || rings.includes(id as ItemId)) return id as ItemId | undefined;
	throw new CommandError({
		en: `${file}: saw --ring ${id}, wanted one of ${rings.join(', ')}`,
		zh: `${file}：此处是 --ring ${id}，应为 ${rings.join('、')} 之一`
	});
}

function reportText(answer: SealAnswer, language: Language): string {
	const lines = answer.rings.map((verdict) => ringText(verdict, answer, language));
	if (answer.depth !== null) {
		lines.push(language === 'zh' ? `纵深：${answer.depth} 道卡口` : `depth: ${answer.depth} checkpoints`);
	}
	for (const warning of answer.warnings) lines.push(warningText(warning, language));
	return `${lines.join('\n')}\n`;
}

function ringText(verdict: RingVerdict, answer: SealAnswer, language: Language): string {
	const title = verdict.name ?? verdict.ring;
	const leaks = answer.leaks.filter(({ ring }) => ring === verdict.ring);
	const roads = [...new Set(leaks.map(({ road, roadClass }) => road ?? roadClass))].slice(0, 5).join(', ');
	const { crossings, held } = verdict;
	if (language === 'zh') {
		const state = verdict.sealed ? '已封闭' : `${verdict.leaks} 处漏口（${roads}）`;
		return `${title}：${state}，道口 ${crossings}，已控 ${held}`;
	}
	const state = verdict.sealed ? 'sealed' : `${verdict.leaks} leaks (${roads})`;
	return `${title}: ${state}, ${crossings} crossings, ${held} held`;
}

function warningText(warning: SealWarning, language: Language): string {
	const isZh = language === 'zh';
	switch (warning.code) {
		case 'not-nested':
			return isZh
				? `提醒：${warning.ring} 未完全处于 ${warning.outer} 之内`
				: `warning: ${warning.ring} does not lie within ${warning.outer}`;
		case 'touches-edge-of-data':
			return isZh
				? `提醒：${warning.ring} 触及底图数据边缘`
				: `warning: ${warning.ring} touches the edge of the map data`;
		case 'mapped-paths-only':
			return isZh
				? `提醒：${warning.ring} 步行封闭仅以地图所载道路为限`
				: `warning: ${warning.ring} is sealed on foot only as far as the map shows paths`;
		case 'no-roads':
			return isZh ? `提醒：${warning.ring} 未与任何道路相交` : `warning: no road crosses ${warning.ring}`;
	}
}
