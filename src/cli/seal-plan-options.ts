import { MOST_COST } from '../lib/analysis/sealing/close-price.ts';
import { ROAD_CLASSES, type RoadClass } from '../lib/network/road-graph.ts';
import { CommandError } from './command-error.ts';
import type { CommandLine, OptionSpec } from './command-line.ts';
import { readNumber } from './read-number.ts';

/** What `seal` may be asked about plans for its rings besides the fewest checkpoints. */
export const SEAL_PLAN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
	cost: {
		value: 'CLASS=N,…',
		words: {
			en: `suggest the cheapest: cost of closing a road by class, 0.1 to ${MOST_COST}`,
			zh: `建议总费用最低的卡口：按道路等级的设卡费用，0.1 至 ${MOST_COST}`
		}
	},
	forbid: {
		value: 'way/ID,…',
		words: { en: 'suggest no checkpoint on these roads', zh: '不在这些道路上建议卡口' }
	},
	require: {
		value: 'way/ID,…',
		words: { en: 'close these roads in any case', zh: '这些道路必须设卡' }
	},
	move: {
		value: 'M',
		words: {
			en: 'what would seal if rings may move so many metres',
			zh: '若圈线可移动若干米，封闭需要多少卡口'
		}
	},
	depth: {
		value: 'K',
		words: {
			en: 'cheapest checkpoints so that every way out meets K',
			zh: '使任何外逃路径至少经过 K 道卡口的最省方案'
		}
	},
	system: {
		words: {
			en: 'judge the rings as one: depth, losses, what each catches',
			zh: '各圈作为一个体系：纵深、失守影响、相互补漏'
		}
	}
};

/** Which of these options were given. */
export interface SealPlanAsk {
	readonly costByClass: Partial<Record<RoadClass, number>> | null;
	readonly forbid: readonly number[];
	readonly require: readonly number[];
	readonly moveM: number;
	readonly depth: number | null;
	readonly system: boolean;
	/** Whether plans are asked for at all. */
	readonly plans: boolean;
	/** Which suggestions the answer is to hold in place of the plain ones; null leaves them as they are. */
	readonly suggestions: 'fewest' | 'cheapest' | null;
}

const MOST_DEPTH = 9;

/** Reads them; throws CommandError on a class, a cost, a way or a depth that is none, and beside `--lawful`. */
export function sealPlanAsk(line: CommandLine): SealPlanAsk {
	const { cost, forbid, require, depth } = line.values;
	const system = line.switches.has('system');
	const given = ['cost', 'forbid', 'require', 'move', 'depth'].filter(
		(name) => line.values[name] !== undefined
	);
	const own = [...given, ...(system ? ['system'] : [])];
	const isLawful = line.switches.has('lawful') || line.values.lawful !== undefined;
	if (own.length > 0 && isLawful) {
		throw new CommandError({
			en: `saw --lawful with --${own[0]}, which judges by roads that hold no one back: leave one out`,
			zh: `--lawful 不能与 --${own[0]} 同用：后者不视单行标志为约束，请去掉其一`
		});
	}
	const k = depth === undefined ? null : readNumber(line, 'depth', 1, 1);
	if (k !== null && !(Number.isInteger(k) && k <= MOST_DEPTH)) {
		throw new CommandError({
			en: `saw --depth ${depth}, wanted a whole number from 1 to ${MOST_DEPTH}`,
			zh: `此处是 --depth ${depth}，应为 1 至 ${MOST_DEPTH} 的整数`
		});
	}
	return {
		costByClass: cost === undefined ? null : costsOf(cost),
		forbid: waysOf('forbid', forbid),
		require: waysOf('require', require),
		moveM: readNumber(line, 'move', 0),
		depth: k,
		system,
		plans: given.length > 0 || (line.switches.has('suggest') && !isLawful),
		suggestions:
			cost !== undefined ? 'cheapest' : forbid !== undefined || require !== undefined ? 'fewest' : null
	};
}

function costsOf(text: string): Partial<Record<RoadClass, number>> {
	const costs: Partial<Record<RoadClass, number>> = {};
	for (const part of text.split(',')) {
		const [name, number] = part.split('=').map((word) => word.trim());
		const value = number === undefined || number === '' ? NaN : Number(number);
		if (!ROAD_CLASSES.includes(name as RoadClass) || !(value >= 0.1 && value <= MOST_COST)) {
			throw new CommandError({
				en: `--cost: saw ${part}, wanted CLASS=N with N from 0.1 to ${MOST_COST} and CLASS one of ${ROAD_CLASSES.join(', ')}`,
				zh: `--cost：此处是 ${part}，应为 等级=费用，费用 0.1 至 ${MOST_COST}，等级为 ${ROAD_CLASSES.join('、')} 之一`
			});
		}
		costs[name as RoadClass] = value;
	}
	return costs;
}

function waysOf(name: string, text: string | undefined): number[] {
	if (text === undefined) return [];
	return text.split(',').map((part) => {
		const way = /^way\/(-?\d+)$/.exec(part.trim());
		if (way) return Number(way[1]);
		throw new CommandError({
			en: `--${name}: saw ${part}, wanted roads as way/ID, separated by commas`,
			zh: `--${name}：此处是 ${part}，应为 way/ID，以逗号分隔`
		});
	});
}
