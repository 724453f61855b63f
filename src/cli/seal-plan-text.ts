import type { RingSystem } from '../lib/domain/findings/ring-system.ts';
import type { SealPlan, SealPlans } from '../lib/domain/findings/seal-plans.ts';
import type { Language } from './command-error.ts';

/** Plans in words, a line each: "fewest: 13 checkpoints, cost 41". */
export function plansText(
	{ fewest, cheapest, moved, depths, notNear }: SealPlans,
	language: Language
): string[] {
	const isZh = language === 'zh';
	const lines = [
		isZh ? `数量最少：${planText(fewest, isZh)}` : `fewest: ${planText(fewest, isZh)}`,
		isZh ? `费用最低：${planText(cheapest, isZh)}` : `by cost: ${planText(cheapest, isZh)}`
	];
	for (const { ring, countNow, countThen, costNow, costThen, lostRoadM, line } of moved) {
		const km = (lostRoadM / 1000).toFixed(1);
		if (isZh) {
			const drawn = line ? '已绘出' : '未绘出';
			lines.push(
				`${ring} 若可移动：卡口 ${countNow} → ${countThen}，费用 ${costNow} → ${costThen}，让出道路 ${km} 公里，新圈线${drawn}`
			);
		} else {
			const drawn = line ? 'the line is in the answer' : 'no line is drawn';
			lines.push(
				`${ring} if it may move: ${countNow} to ${countThen} checkpoints, cost ${costNow} to ${costThen}, ${km} km of road given up; ${drawn}`
			);
		}
	}
	for (const { depth, reached, suggestions, cost, limitRoads } of depths) {
		const roads = limitRoads.slice(0, 5).join(isZh ? '、' : ', ');
		if (isZh) {
			const limit = reached < depth ? `，最多可达 ${reached}（受限于：${roads}）` : '';
			lines.push(`纵深 ${depth}：增设 ${suggestions.length} 处卡口，费用 ${cost}${limit}`);
		} else {
			const limit = reached < depth ? `; no more than ${reached} can be reached (by ${roads})` : '';
			lines.push(`depth ${depth}: ${suggestions.length} more checkpoints, cost ${cost}${limit}`);
		}
	}
	for (const way of notNear) {
		lines.push(
			isZh ? `提醒：way/${way} 不在任何防控圈附近` : `warning: way/${way} comes near no control ring`
		);
	}
	return lines;
}

function planText({ suggestions, cost, blocked }: SealPlan, isZh: boolean): string {
	const figures = isZh
		? `${suggestions.length} 处卡口，费用 ${cost}`
		: `${suggestions.length} checkpoints, cost ${cost}`;
	if (blocked.length === 0) return figures;
	const names = blocked.map(({ way, road }) => (road === null ? `way/${way}` : `${road} (way/${way})`));
	return isZh
		? `${figures}，但仍不能封闭：须在以下道路设卡：${names.join('、')}`
		: `${figures}, and still open: these roads would have to be closed: ${names.join(', ')}`;
}

/** The rings as one system, in words. */
export function systemText(
	{ depth, losses, pairs, catches, leaks }: RingSystem,
	language: Language
): string[] {
	const isZh = language === 'zh';
	const lines: string[] = [];
	if (depth && depth.count > 0) {
		const names = depth.met.join(isZh ? '、' : ', ');
		const km = (depth.lengthM / 1000).toFixed(1);
		lines.push(
			isZh
				? `经过卡口最少的路径：${depth.count} 道（${names}），${km} 公里`
				: `the way that meets fewest: ${depth.count} (${names}), ${km} km`
		);
	}
	const single = losses.filter(({ opensSystem }) => opensSystem).length;
	const rings = losses.filter(({ opensRings }) => opensRings.length > 0).length;
	lines.push(
		isZh
			? `单处失守：${single} 处使体系失守，${rings} 处使某圈失守；双失守使体系失守的组合 ${pairs.length} 对`
			: `losses: ${single} checkpoints open the system alone, ${rings} open a ring, ${pairs.length} pairs open the system`
	);
	for (const { ring, by, leaks: count, caught } of catches) {
		if (count === 0) continue;
		lines.push(
			isZh
				? `${ring} 的 ${count} 处漏口中，${by} 拦住 ${caught} 处`
				: `${by} catches ${caught} of the ${count} leaks of ${ring}`
		);
	}
	const uncaught = leaks.filter(
		({ missedBy, caughtBy }) => missedBy.length > 0 && !caughtBy.some((by) => missedBy.includes(by))
	);
	if (uncaught.length > 0) {
		lines.push(
			isZh
				? `外围各圈均未拦住的漏口：${uncaught.length} 处`
				: `leaks that nothing farther out catches: ${uncaught.length}`
		);
	}
	return lines;
}
