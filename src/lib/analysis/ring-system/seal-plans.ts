import { DEFAULT_CLASS_COST } from '../../domain/class-costs.ts';
import type { BlockedRoad, PricedSuggestion, SealPlan, SealPlans } from '../../domain/findings/seal-plans.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { lngLatAt } from '../../network/edge-line.ts';
import { ROAD_CLASSES, type RoadClass } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { NO_PACE, type Pace } from '../pace.ts';
import { closePrice, type ClosePrice } from '../sealing/close-price.ts';
import type { Closures } from '../sealing/closures.ts';
import { controlsOfPlaces } from '../sealing/controls.ts';
import { mergeClosings } from '../sealing/merge-closings.ts';
import { withDrafts } from '../sealing/needed-drafts.ts';
import { stretchesOfWay, suggestPriced, type Draft } from '../sealing/suggestions.ts';
import { depthPlan } from './depth-plan.ts';
import { movedRing } from './moved-ring.ts';
import { costOf, priced } from './priced-suggestion.ts';
import { ringResults, systemSpans, type RingSystemOptions } from './ring-results.ts';
import { isReal, type RealResult } from './system-roads.ts';

export interface SealPlansOptions extends RingSystemOptions {
	/** Seal this ring only; depth is still that of all rings. */
	readonly ring?: ItemId | undefined;
	/** Cost of closing a road, 0.1 to 100; `DEFAULT_CLASS_COST` where absent, as for each class left out. */
	readonly costByClass?: Readonly<Partial<Record<RoadClass, number>>> | undefined;
	/** Ways that may not be closed. */
	readonly forbid?: readonly number[] | undefined;
	/** Ways that are to be closed in any case, where they come nearest to a ring's line. */
	readonly require?: readonly number[] | undefined;
	/** Rings may move by so much; nothing is said of moving where absent or 0. */
	readonly moveM?: number | undefined;
	/** Depths to plan for; none where absent. */
	readonly depths?: readonly number[] | undefined;
	/** Whether moves and depth are planned by cost rather than by number. */
	readonly byCost?: boolean | undefined;
}

/**
 * How the rings of a plan can be sealed: by the fewest roads and by the cheapest, with rings moved, and
 * to a depth. Throws a `RangeError` on a cost, a move or a depth out of range, or a ring that is none.
 */
export async function sealPlans(
	roads: Roads,
	items: Iterable<Item>,
	options: SealPlansOptions = {},
	pace: Pace = NO_PACE
): Promise<SealPlans> {
	const { forbid = [], require = [], moveM = 0, depths = [], byCost = false } = options;
	if (!(moveM >= 0)) throw new RangeError(`a ring that may move by ${moveM} m, wanted 0 or more`);
	const costs = { ...DEFAULT_CLASS_COST, ...options.costByClass };
	const each = closePrice(roads, null, forbid);
	const byClass = closePrice(roads, costs, forbid);
	const { results, closures } = ringResults(roads, items, options);
	const asked = results
		.filter(isReal)
		.filter(({ verdict }) => options.ring === undefined || verdict.ring === options.ring);
	if (options.ring !== undefined && asked.length === 0) {
		throw new RangeError(`no control ring has the id ${JSON.stringify(options.ring)}`);
	}
	const required = requiredDrafts(roads, asked, closures, require);
	const total = 2 + (moveM > 0 ? asked.length : 0) + depths.length;
	let done = 0;
	const rest = async (): Promise<void> => {
		pace.progress(++done, total);
		await pace.breathe();
	};
	await pace.breathe();

	const fewest = sealPlan(roads, asked, closures, required.drafts, each, byClass);
	await rest();
	const cheapest = sealPlan(roads, asked, closures, required.drafts, byClass, byClass);
	await rest();
	const held = withDrafts(closures, required.drafts);
	const moved = [];
	for (const result of moveM > 0 ? asked : []) {
		moved.push(movedRing(roads, result, held, byCost ? byClass : each, byClass, moveM));
		await rest();
	}
	const deep = [];
	const weakest = systemSpans(results);
	for (const depth of depths) {
		const plans = weakest.map((span) =>
			depthPlan(roads, span, results, held, byCost ? byClass : each, depth)
		);
		const suggestions = plans.flatMap((plan) => plan.suggestions).map((one) => withCost(roads, one, byClass));
		const limited = plans.find(({ limit }) => limit.length > 0);
		deep.push({
			depth,
			reached: Math.min(depth, ...plans.map(({ reached }) => reached)),
			suggestions,
			cost: costOf(suggestions),
			limit: limited?.limit ?? [],
			limitRoads: limited?.limitRoads ?? []
		});
		await rest();
	}
	return { fewest, cheapest, moved, depths: deep, notNear: required.notNear };
}

function sealPlan(
	roads: Roads,
	asked: readonly RealResult[],
	closures: Closures,
	required: readonly Draft[],
	price: ClosePrice,
	byClass: ClosePrice
): SealPlan {
	const held = withDrafts(closures, required);
	const lawful = asked[0]?.lawful;
	const { suggestions, blocked, atLeast } =
		lawful === undefined
			? { suggestions: [], blocked: [], atLeast: 0 }
			: suggestPriced(roads, asked, held, lawful, price);
	const all: PricedSuggestion[] = [
		...required.map(({ suggestion }) => priced(roads, suggestion, byClass, { isRequired: true })),
		...suggestions.map((suggestion) => priced(roads, suggestion, byClass))
	];
	const { graph } = roads;
	return {
		suggestions: all,
		cost: costOf(all),
		atLeast: required.length + atLeast,
		blocked: blocked.map(({ ring, edge, measure }): BlockedRoad => ({
			ring,
			way: graph.edgeWay[edge],
			at: lngLatAt(graph, edge, measure),
			road: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[edge]]
		}))
	};
}

/** A checkpoint for each way that is to be closed, at each ring it comes near; none where one stands already. */
function requiredDrafts(
	roads: Roads,
	asked: readonly RealResult[],
	closures: Closures,
	ways: readonly number[]
): { drafts: Draft[]; notNear: number[] } {
	const drafts: Draft[] = [];
	const notNear: number[] = [];
	for (const way of new Set(ways)) {
		let isNear = false;
		for (const { ground, net } of asked) {
			const stretches = stretchesOfWay(roads, ground, way).filter(
				(s) => !closures.removed.has(ground.stretches[s].edge)
			);
			if (stretches.length === 0) continue;
			isNear = true;
			const [s] = stretches;
			if (net.holder[s] !== null) continue;
			for (const suggestion of mergeClosings(roads, ground.ring.id, [ground.stretches[s]]).suggestions) {
				const id = `required-${drafts.length}` as ItemId;
				drafts.push({ id, suggestion, controls: controlsOfPlaces(roads, suggestion.controls) });
			}
		}
		if (!isNear) notNear.push(way);
	}
	return { drafts, notNear };
}

function withCost(roads: Roads, suggestion: PricedSuggestion, price: ClosePrice): PricedSuggestion {
	const { layer, isRequired } = suggestion;
	return priced(roads, suggestion, price, { layer, isRequired });
}
