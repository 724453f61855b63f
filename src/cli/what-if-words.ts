import type { WhatIf, WhatIfShare } from '../lib/domain/findings/gaps.ts';
import type { Language, Words } from './command-error.ts';

/** What would be done, in the order in which a city would do it; what is not listed is not said. */
const WORDS: Partial<Record<WhatIf, Words>> = {
	repaired: { en: 'repairing what is broken', zh: '修复故障可消除' },
	integrated: { en: 'connecting what is there', zh: '联网现有的可消除' },
	'repaired-and-integrated': { en: 'repairing and connecting', zh: '修复并联网' },
	'any-hour': { en: 'duty at every hour', zh: '全时在岗' },
	planned: { en: 'building what is planned', zh: '建成规划中的' },
	ptz: { en: 'holding PTZ cameras to their view', zh: '云台固定于标注视野' },
	likely: { en: 'trusting rough directions', zh: '朝向恰如所料' },
	possible: { en: 'turning PTZ cameras there', zh: '云台转向' },
	coarser: { en: 'taking a coarser picture', zh: '接受较低像素密度' },
	unobstructed: { en: 'seeing past buildings', zh: '消除建筑遮挡' }
};

/**
 * One line that says what ground each thing would close by itself; null where nothing would close a
 * square metre.
 */
export function whatIfLine(shares: readonly WhatIfShare[], language: Language): string | null {
	const closes = new Map(shares.map(({ what, closesM2 }) => [what, closesM2]));
	// to do both is worth a word where it is more than one of them
	const eitherM2 = Math.max(closes.get('repaired') ?? 0, closes.get('integrated') ?? 0);
	const parts = (Object.keys(WORDS) as WhatIf[]).flatMap((what) => {
		const closesM2 = closes.get(what) ?? 0;
		if (closesM2 - (what === 'repaired-and-integrated' ? eitherM2 : 0) < 1) return [];
		return [{ words: WORDS[what]?.[language] ?? '', ground: groundText(closesM2, language) }];
	});
	if (parts.length === 0) return null;
	if (language === 'zh') return parts.map(({ words, ground }) => `${words} ${ground}`).join('，');
	return parts.map(({ words, ground }, i) => `${words}${i === 0 ? ' closes' : ''} ${ground}`).join(', ');
}

/** Square kilometres, or whole square metres below a hundredth of one. */
function groundText(areaM2: number, language: Language): string {
	const isSmall = areaM2 < 10_000;
	const figure = isSmall ? areaM2.toFixed(0) : (areaM2 / 1e6).toFixed(2);
	if (language === 'zh') return `${figure} ${isSmall ? '平方米' : '平方公里'}`;
	return `${figure} ${isSmall ? 'm2' : 'km2'}`;
}
