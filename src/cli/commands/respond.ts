import { atOnce } from '../../lib/analysis/at-once.ts';
import { response } from '../../lib/analysis/response/response.ts';
import { responseFeatures } from '../../lib/analysis/response/response-features.ts';
import { timeToSeal } from '../../lib/analysis/response/time-to-seal.ts';
import {
	RESPONSE_SOURCES,
	type ManWhich,
	type ResponseAnswer,
	type ResponseSource,
	type TimeToSealAnswer,
	type ZoneView
} from '../../lib/domain/findings/response.ts';
import type { ItemId } from '../../lib/domain/items.ts';
import { itemsOfKind, type Plan } from '../../lib/domain/plan.ts';
import { prepareRoads } from '../../lib/network/roads.ts';
import { PATROL_CAR, type TravelModel } from '../../lib/network/travel/travel-model.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError, type Language } from '../command-error.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { languageOf } from '../language.ts';
import { readNumber } from '../read-number.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { readRoads, REGION_OPTION } from '../read-roads.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'respond PLAN',
	purpose: {
		en: 'Who reaches what in some minutes by car, and how long until every checkpoint of a ring is manned?\nResponse areas, roads not reached and the drive of every team, as GeoJSON; figures in summary.',
		zh: '驾车几分钟内能到哪里？防控圈的卡口多久能全部有人？\n输出快反圈、未到达路段和各巡组的行车路线（GeoJSON），数字在 summary 中。'
	},
	operands: 1,
	options: {
		...REGION_OPTION,
		minutes: {
			value: '1,3,5',
			words: {
				en: 'the minutes asked for, rising (default 1,3,5)',
				zh: '要看的分钟数，由小到大（默认 1,3,5）'
			}
		},
		from: {
			value: 'WHO',
			words: {
				en: 'who sets out: stations, zones, posts or all, several with commas (default all)',
				zh: '由谁出动：stations（派出所）、zones（巡逻防区）、posts（有人卡口）或 all，可用逗号并列（默认 all）'
			}
		},
		zones: {
			value: 'VIEW',
			oneOf: ['best', 'sure'],
			words: {
				en: 'the team of a zone is at its nearest place (best) or its farthest (sure); default best',
				zh: '防区巡组位于最近处（best）或最远处（sure），默认 best'
			}
		},
		speed: {
			value: 'KMH',
			words: {
				en: 'drive every road at this speed instead of by limit and class',
				zh: '所有道路都按此车速，不按限速和道路等级'
			}
		},
		'junction-delay': {
			value: 'S',
			words: {
				en: `delay where a street as important as one's own meets (default ${PATROL_CAR.junctionDelayS})`,
				zh: `与同级或更高级道路相交处的延误（秒，默认 ${PATROL_CAR.junctionDelayS}）`
			}
		},
		turnout: {
			value: 'S',
			words: {
				en: 'from the call to setting out at a station (default 0)',
				zh: '派出所接警到出车的时间（秒，默认 0）'
			}
		},
		left: { words: { en: 'one drives on the left', zh: '靠左行驶' } },
		ring: {
			value: 'ID',
			words: { en: 'time to seal of this control ring only', zh: '只算此防控圈的合围时间' }
		},
		man: {
			value: 'WHICH',
			oneOf: ['unstaffed', 'all'],
			words: {
				en: 'checkpoints to be manned: those nobody is on duty at, or all (default unstaffed)',
				zh: '需派人的卡口：无人值守的（unstaffed，默认）或全部（all）'
			}
		},
		...ASSUMPTION_OPTIONS
	},
	example:
		'respond plan.geojson --region astana --minutes 1,3,5 --from stations --man all -o response.geojson'
};

/** `cordon respond`: response areas and time to seal; 0 where there is an answer. */
export async function respondCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	const assumptions = assumptionsOf(line);
	const minutes = minutesOf(line.values.minutes);
	const from = sourcesOf(line.values.from);
	const model = modelOf(line);
	const turnoutS = readNumber(line, 'turnout', 0);
	const plan = await readSoundPlan(file, assumptions);
	const ring = ringOf(plan, line.values.ring, nameOf(file));
	const roads = prepareRoads(await readRoads(plan, line.values.region, nameOf(file)));
	const items = [...plan.items.values()];
	const zones = (line.values.zones ?? 'best') as ZoneView;
	const areas = atOnce(response(roads, items, assumptions, { minutes, from, zones, turnoutS, model }));
	const man = (line.values.man ?? 'unstaffed') as ManWhich;
	const sealing = atOnce(timeToSeal(roads, items, assumptions, { ring, man, turnoutS, model }));
	await writeAnswer(responseFeatures(areas, sealing), line.values.output);
	process.stderr.write(reportText(areas, sealing, language));
	return 0;
}

function minutesOf(text: string | undefined): number[] {
	if (text === undefined) return [1, 3, 5];
	const minutes = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
	if (minutes.every((value, i) => value > 0 && value <= 240 && (i === 0 || value > minutes[i - 1])))
		return minutes;
	throw new CommandError({
		en: `saw --minutes ${text}, wanted numbers above 0 and up to 240 that rise, as 1,3,5`,
		zh: `此处是 --minutes ${text}，应为由小到大、大于 0 且不超过 240 的数字，如 1,3,5`
	});
}

function sourcesOf(text: string | undefined): ResponseSource[] {
	if (text === undefined || text === 'all') return [...RESPONSE_SOURCES];
	const wanted = text.split(',');
	if (wanted.every((word) => (RESPONSE_SOURCES as readonly string[]).includes(word))) {
		return RESPONSE_SOURCES.filter((source) => wanted.includes(source));
	}
	throw new CommandError({
		en: `saw --from ${text}, wanted stations, zones, posts or all`,
		zh: `此处是 --from ${text}，应为 stations、zones、posts 或 all`
	});
}

function modelOf(line: CommandLine): TravelModel {
	const everyRoadKmh = line.values.speed === undefined ? null : readNumber(line, 'speed', 0, 1);
	return {
		...PATROL_CAR,
		everyRoadKmh,
		junctionDelayS: readNumber(line, 'junction-delay', PATROL_CAR.junctionDelayS),
		drivesOn: line.switches.has('left') ? 'left' : 'right'
	};
}

/** The ring asked for, or null for all; throws CommandError where the plan does not have it. */
function ringOf(plan: Plan, id: string | undefined, file: string): ItemId | null {
	if (id === undefined) return null;
	const rings = itemsOfKind(plan, 'control-ring').map((ring) => ring.id);
	if (rings.includes(id as ItemId)) return id as ItemId;
	const wanted = rings.length > 0 ? rings : null;
	throw new CommandError({
		en: `${file}: saw --ring ${id}, wanted ${wanted ? `one of ${wanted.join(', ')}` : 'a plan with a control-ring'}`,
		zh: `${file}：此处是 --ring ${id}，应为${wanted ? ` ${wanted.join('、')} 之一` : '含 control-ring（防控圈）的方案'}`
	});
}

function reportText({ summary }: ResponseAnswer, { rings }: TimeToSealAnswer, language: Language): string {
	const isZh = language === 'zh';
	const { stations, zones, posts } = summary.starts;
	const lines = [
		isZh
			? `出动：派出所 ${stations}，巡逻防区 ${zones}，有人卡口 ${posts}`
			: `setting out: ${stations} stations, ${zones} patrol zones, ${posts} posts`
	];
	for (const { minutes, areaM2, share, roadM, roadShare, keySites } of summary.minutes) {
		const area = (areaM2 / 1e6).toFixed(1);
		const road = (roadM / 1000).toFixed(0);
		lines.push(
			isZh
				? `${minutes} 分钟：${area} 平方公里${share === null ? '' : `（${percent(share)}%）`}，道路 ${road} 公里${roadShare === null ? '' : `（${percent(roadShare)}%）`}，重点部位 ${keySites}/${summary.keySites}`
				: `${minutes} min: ${area} km²${share === null ? '' : ` (${percent(share)} %)`}, ${road} km of road${roadShare === null ? '' : ` (${percent(roadShare)} %)`}, ${keySites} of ${summary.keySites} key sites`
		);
	}
	if (summary.offRoad.length > 0) {
		lines.push(
			isZh
				? `提醒：附近没有车行道路，不计：${summary.offRoad.join('、')}`
				: `warning: no road for cars near, not counted: ${summary.offRoad.join(', ')}`
		);
	}
	for (const { ring, name, durationS, drives, manned, checkpoints, unmanned } of rings) {
		const title = name ?? ring;
		if (durationS === null) {
			lines.push(isZh ? `${title}：没有卡口` : `${title}: no checkpoints`);
			continue;
		}
		const minutes = (durationS / 60).toFixed(1);
		lines.push(
			isZh
				? `${title}：合围时间 ${minutes} 分钟，派出 ${drives.length} 组，已有人 ${manned}/${checkpoints}${unmanned.length ? `，无人可派 ${unmanned.length}` : ''}`
				: `${title}: manned in ${minutes} min by ${drives.length} teams, ${manned} of ${checkpoints} manned before${unmanned.length ? `, ${unmanned.length} left unmanned` : ''}`
		);
	}
	return `${lines.join('\n')}\n`;
}

function percent(share: number): string {
	return (share * 100).toFixed(1);
}
