import type { Feature } from 'geojson';
import { answerRoads } from '../../lib/analysis/road-gaps/answer-routes.ts';
import { closedRoads } from '../../lib/analysis/road-gaps/closed-roads.ts';
import {
	leastExposedFeatures,
	ringEscapeFeatures,
	routeFigures
} from '../../lib/analysis/road-gaps/escape-features.ts';
import { atOnce } from '../../lib/analysis/at-once.ts';
import { leastExposed } from '../../lib/analysis/road-gaps/least-exposed.ts';
import { ringEscape } from '../../lib/analysis/road-gaps/ring-escape.ts';
import { RoadMemory } from '../../lib/analysis/road-gaps/road-memory.ts';
import { blindFeatures, routeFeatures } from '../../lib/analysis/road-gaps/route-features.ts';
import { SealMemory } from '../../lib/analysis/sealing/seal-memory.ts';
import type { LeastExposed, NoEscape, RingEscape } from '../../lib/domain/findings/escape.ts';
import type { CoverageBy } from '../../lib/domain/findings/gaps.ts';
import type { LngLat } from '../../lib/geo/coordinates.ts';
import { prepareRoads } from '../../lib/network/roads.ts';
import { ASSUMPTION_OPTIONS, assumptionsOf } from '../assumption-options.ts';
import { CommandError } from '../command-error.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { BY_OPTION } from '../coverage-option.ts';
import { languageOf } from '../language.ts';
import { readNumber } from '../read-number.ts';
import { readPlace } from '../read-place.ts';
import { nameOf, readSoundPlan } from '../read-plan-file.ts';
import { readRoads, REGION_OPTION } from '../read-roads.ts';
import { outsideLine, readWalls } from '../read-walls.ts';
import { ringNamed } from '../ring-option.ts';
import { refuseCamerasOfPatrols, SIGHT_OPTIONS } from '../sight-options.ts';
import { blindText, escapeText, ringText, shareText } from '../routes-text.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'routes PLAN',
	purpose: {
		en: 'Which stretches of road does no camera see and no patrol hold?\nLines with road, class and length, longest first, as GeoJSON. With --from and --to also the way between the two that is least seen, beside the shortest; with --out-of the same from inside a control ring to outside.',
		zh: '哪些路段无摄像机可见、也无巡逻覆盖？\n输出带路名、等级和长度的线，由长到短（GeoJSON）。给出 --from 和 --to 时，另给两地之间暴露最少的路线和最短路线；给出 --out-of 时，另给从防控圈内到圈外的两条路线。'
	},
	operands: 1,
	options: {
		...REGION_OPTION,
		from: {
			value: 'LNG,LAT',
			words: { en: 'where the least-exposed route begins', zh: '暴露最少路线的起点' }
		},
		to: { value: 'LNG,LAT', words: { en: 'where it ends', zh: '其终点' } },
		'out-of': {
			value: 'RING',
			words: {
				en: 'the least-exposed way out of this control ring (its id)',
				zh: '从此防控圈（id）外出、暴露最少的路线'
			}
		},
		'avoid-checkpoints': {
			words: {
				en: 'between --from and --to, checkpoints on duty close their roads (out of a ring they always do)',
				zh: '--from 与 --to 之间，在岗卡口所控道路视为封闭（外出路线总是如此）'
			}
		},
		lawful: {
			words: { en: 'one-way signs hold people back on these routes', zh: '上述路线视单行标志为有效约束' }
		},
		blind: {
			value: 'N',
			words: {
				en: 'also the N largest networks of unseen road that hang together',
				zh: '另给相连的无人看管路网中最大的 N 片'
			}
		},
		...BY_OPTION,
		...SIGHT_OPTIONS,
		...ASSUMPTION_OPTIONS
	},
	example: 'routes plan.geojson --region astana --from 71.40,51.16 --to 71.47,51.12 -o routes.geojson'
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
	const ends = endsOf(line);
	const blind = readNumber(line, 'blind', 0);
	const assumptions = assumptionsOf(line);
	const plan = await readSoundPlan(file, assumptions);
	const { occlusion, 'out-of': outOf } = line.values;
	const ring = outOf === undefined ? null : ringNamed(plan, 'out-of', outOf, nameOf(file));
	const walls = await readWalls(plan, occlusion, nameOf(file));
	const roads = prepareRoads(await readRoads(plan, line.values.region, nameOf(file)));

	const memory = new RoadMemory(roads);
	const items = [...plan.items.values()];
	const by = (line.values.by ?? 'all') as CoverageBy;
	const { answer, watch } = atOnce(answerRoads(memory, items, { assumptions, by, walls }));
	const sealing = new SealMemory(roads);
	const closures = closedRoads(sealing, items, assumptions);
	const lawful = line.switches.has('lawful');
	const rules = { lawful, closures, avoidsCheckpoints: line.switches.has('avoid-checkpoints') };
	const between = ends && waysFound(atOnce(leastExposed(memory, watch, { ...ends, ...rules })), line);
	const out = ring && atOnce(ringEscape(memory, sealing, watch, ring, { closures, lawful }));

	const collection = routeFeatures(answer);
	const more: Feature[] = blindFeatures(answer, blind);
	if (between) more.push(...leastExposedFeatures(between));
	if (out) more.push(...ringEscapeFeatures(out));
	await writeAnswer(
		{
			...collection,
			features: [...collection.features, ...more],
			summary: {
				...collection.summary,
				...(line.values.blind !== undefined && { blindNetworks: answer.blind.length }),
				...(between && { route: betweenSummary(between) }),
				...(out && { outOf: outSummary(out) })
			}
		},
		line.values.output
	);
	process.stderr.write(await outsideLine(plan, occlusion, language));
	process.stderr.write(shareText(answer, language));
	if (line.values.blind !== undefined) process.stderr.write(blindText(answer.blind, language));
	if (between) process.stderr.write(escapeText(between, language));
	if (out) process.stderr.write(ringText(out, language));
	return 0;
}

/** Both ends of the route asked for, or null for none; throws CommandError where one is missing or is no place. */
function endsOf(line: CommandLine): { from: LngLat; to: LngLat } | null {
	const from = readPlace(line, 'from');
	const to = readPlace(line, 'to');
	if (from && to) return { from, to };
	if (!from && !to) {
		refuseWithoutRoute(line);
		return null;
	}
	const [seen, missing] = from ? ['from', 'to'] : ['to', 'from'];
	throw new CommandError({
		en: `saw --${seen} without --${missing}, wanted both ends of the route`,
		zh: `此处有 --${seen} 而无 --${missing}，应给出路线两端`
	});
}

/** Throws CommandError where rules of routes are given and no route they could apply to. */
function refuseWithoutRoute(line: CommandLine): void {
	if (line.switches.has('avoid-checkpoints')) {
		throw new CommandError({
			en: 'saw --avoid-checkpoints without a route, wanted --from and --to with it',
			zh: '此处有 --avoid-checkpoints 而无路线，应同时给出 --from 和 --to'
		});
	}
	if (line.switches.has('lawful') && line.values['out-of'] === undefined) {
		throw new CommandError({
			en: 'saw --lawful without a route, wanted --from and --to, or --out-of, with it',
			zh: '此处有 --lawful 而无路线，应同时给出 --from 和 --to，或 --out-of'
		});
	}
}

/** The ways found; throws CommandError, naming the option, where there are none. */
function waysFound(answer: LeastExposed | NoEscape, line: CommandLine): LeastExposed {
	if (!('reason' in answer)) return answer;
	const { from, to } = line.values;
	if (answer.reason === 'no-way') {
		throw new CommandError({
			en: `saw --from ${from} --to ${to}, which no road for cars joins, wanted two places on roads that meet`,
			zh: `--from ${from} 与 --to ${to} 之间无机动车道路相通，应为道路相通的两地`
		});
	}
	const { end, withinM } = answer;
	throw new CommandError({
		en: `saw --${end} ${line.values[end]}, with no road for cars within ${withinM} m, wanted a place nearer to one`,
		zh: `--${end} ${line.values[end]} 周围 ${withinM} 米内没有机动车道路，应为更靠近道路之处`
	});
}

function betweenSummary({ leastExposed: quiet, shortest, isClosedOff, from, to }: LeastExposed): object {
	const end = ({ at, offM }: LeastExposed['from']) => ({ at, offM: Math.round(offM * 100) / 100 });
	return {
		from: end(from),
		to: end(to),
		leastExposed: routeFigures(quiet),
		shortest: routeFigures(shortest),
		isClosedOff
	};
}

function outSummary({ ring, leastExposed: quiet, shortest, unseenWays }: RingEscape): object {
	return {
		ring,
		leastExposed: quiet && routeFigures(quiet),
		shortest: shortest && routeFigures(shortest),
		unseenWays
	};
}
