import loadHighs from 'highs';
import { placementFeatures } from '../../lib/analysis/placement/placement-features.ts';
import { PlaceRefused } from '../../lib/analysis/placement/place-run.ts';
import { place } from '../../lib/analysis/placement/place.ts';
import type { CoverageBy } from '../../lib/domain/findings/gaps.ts';
import {
	CANDIDATE_PLACES,
	PLACE_DEFAULTS,
	PLACED_KINDS,
	type CandidatePlaces,
	type PlaceAsk,
	type PlacedKind,
	type PlaceRefusal
} from '../../lib/domain/findings/placement.ts';
import type { ItemId } from '../../lib/domain/items.ts';
import type { Solver } from '../../lib/network/siting/mixed-program.ts';
import { solveWithHighs } from '../../lib/network/siting/solve-with-highs.ts';
import { prepareRoads } from '../../lib/network/roads.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError } from '../command-error.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { languageOf } from '../language.ts';
import { noGround } from '../no-ground.ts';
import { placementText } from '../placement-text.ts';
import { readNumber } from '../read-number.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { readRoads, REGION_OPTION } from '../read-roads.ts';
import { readWalls } from '../read-walls.ts';
import { SIGHT_OPTIONS } from '../sight-options.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'place PLAN',
	purpose: {
		en: 'Where would the next cameras, checkpoints or posts do most?\nRanked places with what each gains, and how much any choice could gain at most, as GeoJSON.',
		zh: '下一批摄像机、卡口或警务站放在哪里作用最大？\n输出按增益排序的点位，以及任何选择所能达到的上限（GeoJSON）。'
	},
	operands: 1,
	options: {
		...REGION_OPTION,
		kind: {
			value: 'KIND',
			oneOf: PLACED_KINDS,
			words: {
				en: 'what to place: camera (most open ground), checkpoint (fewest leaks), station (most road within minutes)',
				zh: '放置什么：camera（盲区最少）、checkpoint（漏口最少）、station（按时可达的道路最多）'
			}
		},
		count: { value: 'N', words: { en: 'how many (default 10)', zh: '数量（默认 10）' } },
		candidates: {
			value: 'WHERE',
			oneOf: CANDIDATE_PLACES,
			words: {
				en: 'along roads, at junctions, or on poles where cameras stand (default roads; stations: junctions)',
				zh: '沿道路 roads、路口 junctions 或现有摄像机点位 poles（默认 roads；station 默认 junctions）'
			}
		},
		within: {
			value: 'ID',
			words: {
				en: 'only in this area, ring or patrol zone of the plan; for checkpoints a ring means: seal this one',
				zh: '仅限方案中的此辖区、防控圈或巡逻防区；放置卡口时给出防控圈表示只封闭该圈'
			}
		},
		minutes: {
			value: 'MIN',
			words: {
				en: 'stations: what counts as reached (default 3)',
				zh: '警务站：多少分钟内算作可达（默认 3）'
			}
		},
		'all-within': {
			words: {
				en: 'stations: the fewest from which all road is within the minutes, instead of a count',
				zh: '警务站：不限数量，求使全部道路按时可达的最少警务站'
			}
		},
		hfov: {
			value: 'DEG',
			words: {
				en: 'cameras: opening angle, 360 for a dome (default 90)',
				zh: '摄像机：水平视场角，360 为全景（默认 90）'
			}
		},
		range: { value: 'M', words: { en: 'cameras: range (default 60)', zh: '摄像机：可视距离（默认 60）' } },
		height: {
			value: 'M',
			words: {
				en: 'cameras: height of mounting; without it every building blocks wholly',
				zh: '摄像机：安装高度；不给则任何建筑都完全遮挡'
			}
		},
		'key-site-weight': {
			value: 'X',
			words: {
				en: 'cameras: open ground within 100 m of a key site counts so many times (default 3)',
				zh: '摄像机：重点部位 100 米内的盲区按几倍计（默认 3）'
			}
		},
		exact: { words: { en: 'prove the best choice, with HiGHS', zh: '用 HiGHS 求出并证明最优选择' } },
		'time-limit': {
			value: 'S',
			words: { en: 'seconds that the proof may take (default 60)', zh: '证明最多用时（秒，默认 60）' }
		},
		by: {
			value: 'WHAT',
			oneOf: ['cameras', 'all'],
			words: {
				en: 'cameras: what counts as holding ground already (default all)',
				zh: '摄像机：何者已算作覆盖（默认 all）'
			}
		},
		...SIGHT_OPTIONS,
		...ASSUMPTION_OPTIONS
	},
	example: 'place plan.geojson --region astana --kind camera --count 12 --within zone-6 --occlusion astana'
};

/** Time for bettering the first answer and its bound. */
const IMPROVE_MS = 2000;
const MOST = 10_000;

/** `cordon place`: ranked proposals; 0 where there is an answer. */
export async function placeCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	const ask = askOf(line);
	const assumptions = assumptionsOf(line);
	const proveS = readNumber(line, 'time-limit', 60, 0.1);
	const plan = await readSoundPlan(file, assumptions);
	const walls = await readWalls(plan, line.values.occlusion, nameOf(file));
	const roads = prepareRoads(await readRoads(plan, line.values.region, nameOf(file)));
	const ground = {
		items: [...plan.items.values()],
		roads,
		walls,
		assumptions,
		by: (line.values.by ?? 'all') as CoverageBy
	};
	try {
		const run = {
			improveMs: IMPROVE_MS,
			...(line.switches.has('exact') && { solve: await highsHere(), proveS })
		};
		const answer = await place(ground, ask, run);
		await writeAnswer(placementFeatures(answer), line.values.output);
		process.stderr.write(placementText(answer, language));
		return 0;
	} catch (error) {
		if (error instanceof PlaceRefused) throw refusalOf(error.reason, ask, nameOf(file));
		throw error;
	}
}

async function highsHere(): Promise<Solver> {
	const highs = await loadHighs();
	return async (program, options) => solveWithHighs(highs, program, options);
}

function askOf(line: CommandLine): PlaceAsk {
	const { values, switches } = line;
	const kind = values.kind as PlacedKind | undefined;
	if (kind === undefined) {
		throw new CommandError({
			en: `--kind is missing, wanted one of ${PLACED_KINDS.join(', ')}`,
			zh: `缺少 --kind，应为 ${PLACED_KINDS.join('、')} 之一`
		});
	}
	refuseOthers(line, kind);
	const heightM = values.height === undefined ? undefined : readNumber(line, 'height', 0, 0.1);
	const hfovDeg = readWithin(line, 'hfov', PLACE_DEFAULTS.camera.hfovDeg, 1, 360);
	const rangeM = readWithin(line, 'range', PLACE_DEFAULTS.camera.rangeM, 5, 2000);
	return {
		kind,
		count: readCount(line),
		candidates: (values.candidates ??
			(kind === 'station' ? 'junctions' : PLACE_DEFAULTS.candidates)) as CandidatePlaces,
		...(values.within !== undefined && { within: values.within as ItemId }),
		camera: { hfovDeg, rangeM, ...(heightM !== undefined && { heightM }) },
		keySiteWeight: readNumber(line, 'key-site-weight', PLACE_DEFAULTS.keySiteWeight, 1),
		minutes: readNumber(line, 'minutes', PLACE_DEFAULTS.minutes, 0.1),
		...(switches.has('all-within') && { allWithin: true })
	};
}

/** Options that speak of one kind only. */
const ONLY_FOR: Readonly<Record<PlacedKind, readonly string[]>> = {
	camera: ['hfov', 'range', 'height', 'key-site-weight', 'by', 'occlusion', 'min-density', 'count-ptz'],
	checkpoint: [],
	station: ['minutes', 'all-within']
};

/** Throws CommandError for an option that would change nothing. */
function refuseOthers({ values, switches }: CommandLine, kind: PlacedKind): void {
	const isGiven = (name: string) => values[name] !== undefined || switches.has(name);
	const refuse = (name: string, words: { en: string; zh: string }): never => {
		throw new CommandError({
			en: `saw --${name} with --kind ${kind}, ${words.en}`,
			zh: `--${name} 不能与 --kind ${kind} 同用，${words.zh}`
		});
	};
	for (const [other, names] of Object.entries(ONLY_FOR)) {
		const seen = other === kind ? undefined : names.find(isGiven);
		if (seen) refuse(seen, { en: `wanted it with --kind ${other}`, zh: `应与 --kind ${other} 同用` });
	}
	if (switches.has('all-within') && values.count !== undefined) {
		refuse('count', { en: 'wanted it without --all-within', zh: '不应与 --all-within 同给' });
	}
	if (kind === 'checkpoint' && switches.has('exact')) {
		refuse('exact', {
			en: 'wanted --kind camera or station: which few checkpoints close most leaks is proven only where the bound is met',
			zh: '应为 --kind camera 或 station：卡口的选择只有在达到上限时才算证明'
		});
	}
	if (kind === 'checkpoint' && values.candidates !== undefined) {
		refuse('candidates', {
			en: 'wanted no such option: every road about the rings is looked at',
			zh: '无需此项：防控圈附近的道路都会考察'
		});
	}
	if (values['time-limit'] !== undefined && !switches.has('exact')) {
		throw new CommandError({
			en: 'saw --time-limit without --exact, wanted both: it is the proof that it limits',
			zh: '--time-limit 须与 --exact 同用：它限制的是证明用时'
		});
	}
}

function readCount(line: CommandLine): number {
	const count = readNumber(line, 'count', PLACE_DEFAULTS.count, 1);
	if (Number.isInteger(count) && count <= MOST) return count;
	throw new CommandError({
		en: `saw --count ${line.values.count}, wanted a whole number from 1 to ${MOST}`,
		zh: `此处是 --count ${line.values.count}，应为 1 到 ${MOST} 的整数`
	});
}

function readWithin(line: CommandLine, name: string, absent: number, least: number, most: number): number {
	const value = readNumber(line, name, absent, least);
	if (value <= most) return value;
	throw new CommandError({
		en: `saw --${name} ${line.values[name]}, wanted at most ${most}`,
		zh: `此处是 --${name} ${line.values[name]}，应不大于 ${most}`
	});
}

function refusalOf(reason: PlaceRefusal, { within, candidates }: PlaceAsk, file: string): CommandError {
	switch (reason) {
		case 'no-area':
			return noGround(file);
		case 'no-ring':
			return new CommandError({
				en: `${file}: saw no control ring that counts, wanted at least one`,
				zh: `${file}：没有生效的 control-ring（防控圈），至少应有一个`
			});
		case 'no-candidates':
			return new CommandError({
				en: `${file}: saw none of the ${candidates} in the ground asked about, wanted some; see --candidates and --within`,
				zh: `${file}：所问范围内没有候选点（${candidates}）；参见 --candidates 与 --within`
			});
		case 'no-such-ground':
			return new CommandError({
				en: `${file}: saw --within ${within}, wanted the id of an area, control ring or patrol zone with a sound outline`,
				zh: `${file}：此处是 --within ${within}，应为轮廓无误的辖区、防控圈或巡逻防区的 id`
			});
	}
}
