import type { PlacementAnswer } from '../lib/domain/findings/placement.ts';
import type { Language, Words } from './command-error.ts';

/** What `place` says on standard error: what is gained, and how far from the best that can be. */
export function placementText(answer: PlacementAnswer, language: Language): string {
	const lines = [mainLine(answer), boundLine(answer), ...moreLines(answer)];
	return lines.map((words) => `${words[language]}\n`).join('');
}

function mainLine({ ask, proposals, gain, demand, cameras, stations }: PlacementAnswer): Words {
	const n = proposals.length;
	if (cameras) {
		const closes = hectares(cameras.gapM2 - cameras.gapAfterM2);
		const gap = hectares(cameras.gapM2);
		return {
			en: `cameras: ${n} close ${closes} ha of ${gap} ha of open ground`,
			zh: `${n} 台摄像机可消除盲区 ${closes} 公顷（盲区共 ${gap} 公顷）`
		};
	}
	if (stations) {
		const before = percent(stations.reachedBeforeM, stations.roadM);
		const after = percent(stations.reachedAfterM, stations.roadM);
		return {
			en: `posts: ${n} raise the share of road within ${ask.minutes} min from ${before} to ${after}`,
			zh: `${n} 处警务站使 ${ask.minutes} 分钟内可达的道路由 ${before} 增至 ${after}`
		};
	}
	return {
		en: `checkpoints: ${n} close ${gain} of ${demand} leaks`,
		zh: `${n} 个卡口可封闭 ${demand} 处漏口中的 ${gain} 处`
	};
}

function boundLine({ ask, proposals, gain, bound, exact, unit, stations }: PlacementAnswer): Words {
	const n = proposals.length;
	if (stations?.leastSites !== undefined) {
		return exact
			? { en: `proven: no fewer than ${n} will do`, zh: `已证明：少于 ${n} 处不可行` }
			: {
					en: `not proven to be the fewest: at least ${stations.leastSites} are needed; --exact proves it`,
					zh: `尚未证明为最少：至少需要 ${stations.leastSites} 处；可用 --exact 证明`
				};
	}
	if (exact) return { en: 'proven: no choice gains more', zh: '已证明：没有更优的选择' };
	const most =
		unit === 'leaks'
			? `${bound}`
			: unit === 'roadM'
				? `${(bound / 1000).toFixed(2)} km`
				: `${hectares(bound)} ha`;
	const mostZh = most.replace(' km', ' 公里').replace(' ha', ' 公顷');
	const within = gain > 0 && bound <= 2 * gain ? `${roundUp((bound / gain - 1) * 100)} %` : null;
	const weighted = unit === 'weighted-m2';
	return {
		en: `no choice of ${ask.count} can gain more than ${most}${weighted ? ', key sites weighted' : ''}${within ? ` (within ${within} of the best)` : ''}`,
		zh: `任选 ${ask.count} 处，所得不会超过 ${mostZh}${weighted ? '（重点部位加权）' : ''}${within ? `，与最优相差不超过 ${within}` : ''}`
	};
}

function moreLines({ ask, proposals, places, placesInAll, stations }: PlacementAnswer): Words[] {
	const lines: Words[] = [];
	if (!ask.allWithin && proposals.length < ask.count) {
		lines.push({
			en: `only ${proposals.length} of ${ask.count}: more would gain nothing`,
			zh: `仅给出 ${proposals.length} 处（要求 ${ask.count} 处）：再多也无增益`
		});
	}
	if (places < placesInAll && ask.kind !== 'checkpoint') {
		lines.push({
			en: `looked closely at ${places} of ${placesInAll} places`,
			zh: `在 ${placesInAll} 个候选点中细看了 ${places} 个`
		});
	}
	if (stations && stations.unreachableM > 0) {
		const km = (stations.unreachableM / 1000).toFixed(2);
		lines.push({
			en: `road that no candidate reaches in time: ${km} km`,
			zh: `任何候选点都无法按时到达的道路：${km} 公里`
		});
	}
	return lines;
}

function hectares(m2: number): string {
	return (m2 / 10_000).toFixed(2);
}

function percent(part: number, whole: number): string {
	return `${whole > 0 ? ((part / whole) * 100).toFixed(1) : '0'} %`;
}

/** Two figures, never less than the value. */
function roundUp(value: number): string {
	const step = value >= 10 ? 1 : value >= 1 ? 0.1 : 0.01;
	return (Math.ceil(value / step - 1e-9) * step).toFixed(step === 1 ? 0 : step === 0.1 ? 1 : 2);
}
