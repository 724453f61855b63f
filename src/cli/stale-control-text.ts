import type { StaleControl } from '../lib/domain/findings/controls.ts';
import type { Language } from './command-error.ts';

/** One line about a stored road that the map data no longer shows as it was stored, and what lies there now. */
export function staleControlText(stale: StaleControl, language: Language): string {
	const { checkpoint, way, why, distanceM } = stale;
	const offM = Math.round(distanceM ?? 0);
	if (language === 'zh') {
		const what = {
			gone: `道路 ${way} 已不在地图数据中`,
			far: `道路 ${way} 已不经过所存位置`,
			moved: `道路 ${way} 距所存位置 ${offM} 米`
		}[why];
		return `提醒：卡口 ${checkpoint}：${what}${nowText(stale, language)}`;
	}
	const what = {
		gone: `way ${way} is no longer in the map data`,
		far: `way ${way} no longer passes the stored place`,
		moved: `way ${way} passes ${offM} m from the stored place`
	}[why];
	return `warning: checkpoint ${checkpoint}: ${what}${nowText(stale, language)}`;
}

function nowText({ nearest, way, why }: StaleControl, language: Language): string {
	if (why === 'moved' && nearest?.way === way) return '';
	if (!nearest) return language === 'zh' ? '；附近无道路' : '; no road is near it now';
	const name = nearest.name ?? nearest.roadClass;
	const offM = Math.round(nearest.distanceM);
	return language === 'zh'
		? `；现最近道路：${name}（道路 ${nearest.way}，${offM} 米）`
		: `; nearest road now: ${name} (way ${nearest.way}, ${offM} m)`;
}
