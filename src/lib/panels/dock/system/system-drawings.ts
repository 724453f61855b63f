import type { RingSystem } from '../../../domain/findings/ring-system.ts';
import type { MovedRing, PricedSuggestion } from '../../../domain/findings/seal-plans.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { DrawnFeature } from '../../../editor/drawings.ts';
import { ringOfPlanText, roadText } from '../../../editor/wording/finding-words.ts';
import { countText } from '../../../editor/wording/quantity.ts';
import { m } from '../../../paraglide/messages.js';
import { postText } from './system-words.ts';

/** Key of the weakest way out. */
export const WAY_KEY = 'way';

/** The weakest way out with the checkpoints met on it, numbered. */
export function depthDrawings({ depth }: RingSystem, plan: Plan): DrawnFeature[] {
	if (!depth || depth.route.length < 2) return [];
	const way: DrawnFeature = {
		key: WAY_KEY,
		geometry: { type: 'LineString', coordinates: depth.route.map((point) => [...point]) },
		draws: 'way-out',
		title: m.system_way_title()
	};
	const met = depth.met.flatMap((id, i): DrawnFeature[] => {
		const item = plan.items.get(id);
		if (item?.kind !== 'checkpoint') return [];
		return [
			{
				key: `met-${i}`,
				geometry: item.geometry,
				draws: 'met-post',
				title: m.drawn_met({ name: postText(plan, id) }),
				properties: { label: countText(i + 1) }
			}
		];
	});
	return [way, ...met];
}

/** A leak's way on, past every ring farther out. */
export function onwardDrawing({ leaks }: RingSystem, index: number): DrawnFeature[] {
	const leak = leaks[index];
	if (!leak || leak.route.length < 2) return [];
	return [
		{
			key: `onward-${index}`,
			geometry: { type: 'LineString', coordinates: leak.route.map((point) => [...point]) },
			draws: 'way-out'
		}
	];
}

/** Suggested checkpoints, numbered as in their list. */
export function suggestionDrawings(suggestions: readonly PricedSuggestion[]): DrawnFeature[] {
	return suggestions.map((one, i) => ({
		key: suggestionKey(one),
		geometry: { type: 'Point', coordinates: [...one.at] },
		draws: 'plan-post',
		title: m.plans_title({ road: roadText(one.road) }),
		properties: { label: countText(i + 1) }
	}));
}

/** Rings as they would run. */
export function movedDrawings(moved: readonly MovedRing[], plan: Plan): DrawnFeature[] {
	return moved.flatMap(({ ring, line }): DrawnFeature[] =>
		line
			? [
					{
						key: `moved-${ring}`,
						geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
						draws: 'moved-ring',
						title: m.plans_ring_title({ ring: ringOfPlanText(plan, ring) })
					}
				]
			: []
	);
}

/** What tells a suggestion from every other of its plan. */
export function suggestionKey({ at, layer, controls }: PricedSuggestion): string {
	return `post ${at.join()} ${layer} ${controls.map(({ way }) => way).join()}`;
}
