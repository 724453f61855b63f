import type { GapSummary } from '../lib/domain/findings/gaps.ts';
import type { Language } from './command-error.ts';
import { whatIfLine } from './what-if-words.ts';

/** The figures of `gaps` for a terminal: a line that sums up, and a last one that says what would close how much. */
export function gapsText(summary: GapSummary, language: Language): string {
	const lines = [sumLine(summary, language), whatIfLine(summary.whatIf, language)];
	return lines.flatMap((line) => (line === null ? [] : [`${line}\n`])).join('');
}

function sumLine(summary: GapSummary, language: Language): string {
	const km2 = (areaM2: number) => (areaM2 / 1e6).toFixed(2);
	const percent = (summary.coveredShare * 100).toFixed(1);
	const { uncertainCameras, unratedCameras } = summary;
	if (language === 'zh') {
		const uncertain = uncertainCameras > 0 ? `；${uncertainCameras} 台摄像机方向或距离不明，未计入` : '';
		const unrated = unratedCameras > 0 ? `；${unratedCameras} 台像素不明，按标注距离计` : '';
		return `面积 ${km2(summary.areaM2)} 平方公里，覆盖 ${percent}%，盲区 ${summary.gaps} 处共 ${km2(summary.gapM2)} 平方公里${uncertain}${unrated}`;
	}
	const uncertain =
		uncertainCameras > 0 ? `; ${uncertainCameras} cameras of uncertain direction or range left out` : '';
	const unrated =
		unratedCameras > 0 ? `; ${unratedCameras} of unknown resolution counted by their stated range` : '';
	return `${km2(summary.areaM2)} km2, ${percent} % covered, ${summary.gaps} gaps of ${km2(summary.gapM2)} km2${uncertain}${unrated}`;
}
