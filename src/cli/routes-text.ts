import type { EscapeRoute, LeastExposed, RingEscape } from '../lib/domain/findings/escape.ts';
import type { BlindNetwork, RoutesAnswer } from '../lib/domain/findings/routes.ts';
import type { Language } from './command-error.ts';

/** Lines said of more blind networks than these. */
const MOST_TOLD = 3;

const km = (lengthM: number): string => (lengthM / 1000).toFixed(1);

/** How much road nobody watches, as a line. */
export function shareText({ summary, stretches }: RoutesAnswer, language: Language): string {
	const { roadM, unseenM } = summary;
	const share = roadM === 0 ? '0' : ((unseenM / roadM) * 100).toFixed(1);
	return language === 'zh'
		? `道路 ${km(roadM)} 公里，无人看管 ${km(unseenM)} 公里（${share}%），共 ${stretches.length} 段\n`
		: `${km(roadM)} km of road, ${km(unseenM)} km unwatched (${share} %), ${stretches.length} stretches\n`;
}

/** The largest blind networks, a line each. */
export function blindText(blind: readonly BlindNetwork[], language: Language): string {
	const lines = blind
		.slice(0, MOST_TOLD)
		.map(({ lengthM, roads, longestWayM, road, roadClass }, i) =>
			language === 'zh'
				? `盲区路网 ${i + 1}（${road ?? roadClass}）：${km(lengthM)} 公里，${roads} 条路，至少可连续行驶 ${km(longestWayM)} 公里而不被看见（下界）`
				: `blind network ${i + 1} (${road ?? roadClass}): ${km(lengthM)} km of ${roads} roads, at least ${km(longestWayM)} km can be driven unseen (a lower bound)`
		);
	return lines.map((text) => `${text}\n`).join('');
}

/** The two ways between two places, a line each. */
export function escapeText(answer: LeastExposed, language: Language): string {
	const isZh = language === 'zh';
	const lines = [
		`${isZh ? '暴露最少' : 'least exposed'}${isZh ? '：' : ': '}${routeText(answer.leastExposed, language)}`,
		`${isZh ? '最短' : 'shortest'}${isZh ? '：' : ': '}${routeText(answer.shortest, language)}`
	];
	if (answer.isClosedOff) {
		lines.push(isZh ? '所有路线都要经过在岗卡口' : 'every way between the two meets a checkpoint on duty');
	}
	return lines.map((text) => `${text}\n`).join('');
}

/** How one gets out of a ring. */
export function ringText(answer: RingEscape, language: Language): string {
	const isZh = language === 'zh';
	const title = answer.name ?? answer.ring;
	if (!answer.leastExposed || !answer.shortest) {
		return isZh
			? `${title}：所有外出路线都要经过在岗卡口\n`
			: `${title}: every way out meets a checkpoint on duty\n`;
	}
	const head = isZh
		? answer.unseenWays > 0
			? `${title}：可不被看见地离开，互不相交的此类路线有 ${answer.unseenWays} 条`
			: `${title}：每条外出路线都会被看见`
		: answer.unseenWays > 0
			? `${title}: one can leave unseen, by ${answer.unseenWays} ways that share no road`
			: `${title}: one is seen on every way out`;
	return [
		head,
		`${isZh ? '暴露最少：' : 'least exposed: '}${routeText(answer.leastExposed, language)}`,
		`${isZh ? '最短：' : 'shortest: '}${routeText(answer.shortest, language)}`,
		''
	].join('\n');
}

function routeText({ lengthM, seenM, durationS, watcherCount }: EscapeRoute, language: Language): string {
	const minutes = (durationS / 60).toFixed(1);
	return language === 'zh'
		? `${km(lengthM)} 公里，其中 ${Math.round(seenM)} 米可见（${watcherCount} 处看到），${minutes} 分钟`
		: `${km(lengthM)} km, ${Math.round(seenM)} m of it seen (by ${watcherCount}), ${minutes} min`;
}
