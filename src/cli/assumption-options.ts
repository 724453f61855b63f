import type { Assumptions } from '../lib/domain/assumptions.ts';
import { DutyBook } from '../lib/domain/on-duty.ts';
import { CommandError } from './command-error.ts';
import type { CommandLine, OptionSpec } from './command-line.ts';
import { minDensityOf } from './sight-options.ts';

/** Where the answer goes. */
export const OUTPUT_OPTION: Record<string, OptionSpec> = {
	output: {
		short: 'o',
		value: 'FILE',
		words: { en: 'write the answer there instead of to standard output', zh: '将结果写入文件，而非标准输出' }
	}
};

/** The options that every question shares: under what assumptions it is answered. */
export const ASSUMPTION_OPTIONS: Record<string, OptionSpec> = {
	at: {
		value: 'ISO-TIME',
		words: {
			en: 'the moment, by the wall clock: 2026-05-01T22:30; without it hours are not looked at',
			zh: '时刻（当地时间），如 2026-05-01T22:30；不给则不考虑勤务时间'
		}
	},
	'count-planned': { words: { en: 'planned things count as built', zh: '规划中的视为已建成' } },
	'assume-repaired': {
		words: { en: 'impaired and broken things count as working', zh: '带病和故障的视为完好' }
	},
	'assume-integrated': {
		words: { en: 'cameras that are not integrated count as integrated', zh: '未联网的摄像机视为已联网' }
	},
	without: {
		value: 'ID,...',
		words: {
			en: 'take these out: ids of the plan, or ways of the road data as way/123',
			zh: '去掉这些：方案中的 id，或道路数据中的 way/123'
		}
	},
	...OUTPUT_OPTION
};

/** The assumptions a command line states; throws CommandError where `--at` is no moment or `--min-density` no density. */
export function assumptionsOf(line: CommandLine): Assumptions {
	const { values, switches } = line;
	const minPxPerM = minDensityOf(line);
	const assumptions: Assumptions = {
		...(values.at !== undefined && { at: values.at }),
		countPlanned: switches.has('count-planned'),
		assumeRepaired: switches.has('assume-repaired'),
		assumeIntegrated: switches.has('assume-integrated'),
		countPtz: switches.has('count-ptz'),
		...(minPxPerM !== undefined && { minPxPerM }),
		without: (values.without ?? '')
			.split(',')
			.map((id) => id.trim())
			.filter((id) => id !== '')
	};
	try {
		new DutyBook(assumptions);
	} catch {
		throw new CommandError({
			en: `saw --at ${values.at}, wanted a moment like 2026-05-01T22:30`,
			zh: `此处是 --at ${values.at}，应为时刻，如 2026-05-01T22:30`
		});
	}
	return assumptions;
}
