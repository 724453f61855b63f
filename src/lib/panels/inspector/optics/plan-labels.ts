import { DENSITY_WORDS } from '../../../editor/wording/density-words.ts';
import { m } from '../../../paraglide/messages.js';
import { distanceText } from './distance-text.ts';
import type { OpticsScene } from './optics-scene.ts';

/** A ring of the plan view by name, at its distance, and the rank of its line. */
export interface PlanLabel {
	readonly distanceM: number;
	readonly text: string;
	readonly rim: 'level' | 'range' | 'full' | 'blind';
}

/** What the plan view names, farthest first. A level that ends where the range does stands beside it. */
export function planLabels({ head, range, fullM, levels }: OpticsScene): PlanLabel[] {
	if (range === null) return [];
	const { rangeM } = range;
	const named = (words: string, distanceM: number) => `${words} ${distanceText(distanceM)}`;
	const labels: PlanLabel[] = levels
		.filter(({ lies }) => lies === 'in-view')
		.map(({ name, distanceM }) => ({
			distanceM,
			text: named(DENSITY_WORDS[name](), distanceM),
			rim: 'level'
		}));
	labels.push({ distanceM: rangeM, text: named(m.optics_range(), rangeM), rim: 'range' });
	if (fullM > rangeM) {
		labels.push({ distanceM: fullM, text: named(m.optics_range_full(), fullM), rim: 'full' });
	}
	if (head.nearM > 0 && head.nearM < fullM) {
		labels.push({ distanceM: head.nearM, text: named(m.optics_blind(), head.nearM), rim: 'blind' });
	}
	// of two at one distance the range is named first
	return labels.sort((a, b) => b.distanceM - a.distanceM || (a.rim === 'range' ? -1 : 1));
}
