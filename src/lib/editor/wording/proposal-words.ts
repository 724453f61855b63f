import { m } from '../../paraglide/messages.js';
import type { KeptFigures } from '../storage/plan-tables.ts';
import { countText, shareText } from './quantity.ts';

/** What a proposal came to when its answers were last all there. */
export function figuresText(figures: KeptFigures | undefined): string {
	if (!figures) return m.proposals_no_figures();
	const { rings, sealed, leaks, coveredShare } = figures;
	const parts = [
		rings === 0
			? m.proposals_no_rings()
			: m.proposals_sealed({ n: countText(sealed), rings: countText(rings) }),
		...(leaks > 0 ? [m.proposals_leaks({ count: leaks, n: countText(leaks) })] : []),
		...(coveredShare === null ? [] : [m.proposals_covered({ share: shareText(coveredShare) })])
	];
	return parts.join(' · ');
}
