import type { Feature } from 'geojson';
import type { RingSystem } from '../../domain/findings/ring-system.ts';
import type { PricedSuggestion, SealPlan, SealPlans } from '../../domain/findings/seal-plans.ts';

/** What `seal` prints of plans beside its own answer. */
export interface PlanFeatures {
	readonly features: Feature[];
	readonly summary: Record<string, unknown>;
}

/**
 * Plans as features: suggestions of the one chosen (`kind: "suggestion"`; null for neither), moved rings with
 * theirs, and those of each depth. The summary tells number, cost and bound of all of them.
 */
export function planFeatures(plans: SealPlans, chosen: 'fewest' | 'cheapest' | null): PlanFeatures {
	const features = (chosen ? plans[chosen].suggestions : []).map((one) => suggestion(one, 'suggestion', {}));
	for (const { ring, line, suggestions, ...figures } of plans.moved) {
		if (line) {
			features.push({
				type: 'Feature',
				geometry: { type: 'Polygon', coordinates: [line.map((point) => [...point])] },
				properties: { kind: 'moved-ring', ring, ...rounded(figures) }
			});
		}
		if (figures.countThen < figures.countNow || figures.costThen < figures.costNow) {
			features.push(...suggestions.map((one) => suggestion(one, 'moved-suggestion', {})));
		}
	}
	for (const { depth, suggestions, limit } of plans.depths) {
		features.push(
			...suggestions.map((one) => suggestion(one, 'depth-suggestion', { depth, layer: one.layer }))
		);
		if (limit.length < 2) continue;
		features.push({
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: limit.map((point) => [...point]) },
			properties: { kind: 'depth-limit', depth }
		});
	}
	return {
		features,
		summary: {
			plans: {
				...(chosen && { chosen }),
				fewest: planSummary(plans.fewest),
				cheapest: planSummary(plans.cheapest),
				notNear: plans.notNear.map((way) => `way/${way}`)
			},
			...(plans.moved.length > 0 && {
				moved: plans.moved.map(({ ring, line, suggestions: _, ...figures }) => ({
					ring,
					drawn: line !== null,
					...rounded(figures)
				}))
			}),
			...(plans.depths.length > 0 && {
				depthPlans: plans.depths.map(({ depth, reached, suggestions, cost, limitRoads }) => ({
					depth,
					reached,
					checkpoints: suggestions.length,
					cost,
					limitRoads
				}))
			})
		}
	};
}

/** The rings as one system: the way that meets the fewest checkpoints, uncaught leaks' ways on, and all figures. */
export function systemFeatures({ depth, leaks, ...rest }: RingSystem): PlanFeatures {
	const features: Feature[] = [];
	if (depth && depth.route.length > 1) {
		const { route, lengthM, count, met, roads, core, outermost } = depth;
		features.push({
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: route.map((point) => [...point]) },
			properties: {
				kind: 'depth-route',
				core,
				outermost,
				depth: count,
				checkpoints: met,
				roads,
				lengthM: toCm(lengthM)
			}
		});
	}
	for (const { ring, number, route, lengthM, missedBy } of leaks) {
		if (route.length < 2) continue;
		features.push({
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: route.map((point) => [...point]) },
			properties: { kind: 'onward-route', ring, number, missedBy, lengthM: toCm(lengthM) }
		});
	}
	return {
		features,
		summary: {
			system: {
				...rest,
				depth: depth && { core: depth.core, outermost: depth.outermost, count: depth.count, met: depth.met },
				leaks: leaks.map(({ ring, number, caughtBy, missedBy }) => ({ ring, number, caughtBy, missedBy }))
			}
		}
	};
}

function planSummary({ suggestions, cost, atLeast, blocked }: SealPlan) {
	return {
		checkpoints: suggestions.length,
		cost,
		atLeast,
		seals: blocked.length === 0,
		blocked: blocked.map(({ ring, way, road }) => ({ ring, way: `way/${way}`, road }))
	};
}

function suggestion(
	{ ring, at, road, roadClass, leaks, controls, cost, isRequired }: PricedSuggestion,
	kind: string,
	more: Record<string, number>
): Feature {
	return {
		type: 'Feature',
		geometry: { type: 'Point', coordinates: [...at] },
		properties: {
			kind,
			ring,
			road,
			class: roadClass,
			leaks,
			controls,
			cost,
			...(isRequired && { required: true }),
			...more
		}
	};
}

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, toCm(value)]));
}

function toCm(metres: number): number {
	return Math.round(metres * 100) / 100;
}
