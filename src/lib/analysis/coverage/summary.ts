import { WHAT_IFS, type GapSummary, type WhatIfShare } from '../../domain/findings/gaps.ts';
import { BY_LABEL, DROPPED, GAPS, HELD, openM2, SUBJECT, type Sums } from './cell-sums.ts';
import { toThousandth } from './gap-features.ts';
import { COVERED } from './layers.ts';
import { gapScenarios, scenarioOf } from './scenarios.ts';

/** What the sums of the cells do not know. */
export interface SummaryFrame {
	/** Square metres of the whole subject, which no edit of a camera changes; areas of cells are scaled to it. */
	readonly areaM2: number;
	readonly granted: number;
	/** Cells are still to be worked out: what is held is known at once, what is open is not. */
	readonly isInWork: boolean;
	readonly uncertainCameras: number;
	readonly unratedCameras: number;
}

/** The figures of `gaps`. Ground under other assumptions is never less than what is covered now. */
export function summaryOf(sums: Sums, frame: SummaryFrame): GapSummary {
	const { granted } = frame;
	const open = openM2(sums);
	const reckoned = open + sums[BY_LABEL + COVERED];
	const scale = reckoned > 0 ? frame.areaM2 / reckoned : 0;
	const areaM2 = toThousandth(frame.areaM2);
	const now = frame.isInWork ? sums[SUBJECT] - sums[HELD + scenarioOf('now', granted)] : open;
	const gapM2 = toThousandth(Math.max(0, now * scale));
	const coveredM2 = toThousandth(areaM2 - gapM2);
	const share = (m2: number): number => (areaM2 > 0 ? m2 / areaM2 : 0);
	const whatIf = WHAT_IFS.map((what): WhatIfShare => {
		const held = toThousandth(sums[HELD + scenarioOf(what, granted)] * scale);
		const heldM2 = what === 'now' ? coveredM2 : Math.min(areaM2, Math.max(coveredM2, held));
		return {
			what,
			coveredM2: heldM2,
			coveredShare: share(heldM2),
			closesM2: toThousandth(heldM2 - coveredM2)
		};
	});
	const [likely, possible] = gapScenarios(granted).map((s) =>
		toThousandth(Math.max(0, sums[HELD + s] * scale - coveredM2))
	);
	return {
		areaM2,
		coveredM2,
		gapM2,
		coveredShare: share(coveredM2),
		gaps: sums[GAPS],
		droppedSliversM2: toThousandth(sums[DROPPED] * scale),
		uncertainCameras: frame.uncertainCameras,
		unratedCameras: frame.unratedCameras,
		likelyM2: likely,
		possibleM2: possible,
		whatIf
	};
}
