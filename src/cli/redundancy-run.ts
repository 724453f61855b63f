import { toThousandth } from '../lib/analysis/coverage/gap-features.ts';
import type { CoverageModel } from '../lib/analysis/coverage/coverage-model.ts';
import type { Redundancy } from '../lib/domain/findings/redundancy.ts';
import type { Language } from './command-error.ts';

const STEP_MS = 200;

/**
 * Who watches what, reckoned to the end; ground to the thousandth of a square metre. On a terminal the
 * share that is done is shown meanwhile, and taken away at the end.
 */
export function redundancyOf(model: CoverageModel, language: Language): Redundancy {
	const work = model.redundancy();
	const { stderr } = process;
	for (let progress = work.step(STEP_MS); progress.done < progress.total; progress = work.step(STEP_MS)) {
		if (!stderr.isTTY) continue;
		const percent = Math.floor((progress.done / progress.total) * 100);
		stderr.write(language === 'zh' ? `\r冗余分析 ${percent}%` : `\rwho watches what: ${percent} %`);
	}
	if (stderr.isTTY) stderr.write('\r\x1b[K');
	const { byWatchersM2, critical, ...rest } = work.result();
	const [none, one, two, more] = byWatchersM2.map(toThousandth);
	return {
		...rest,
		byWatchersM2: [none, one, two, more],
		critical: critical.map(({ id, soleM2, seenM2 }) => ({
			id,
			soleM2: toThousandth(soleM2),
			seenM2: toThousandth(seenM2)
		}))
	};
}
