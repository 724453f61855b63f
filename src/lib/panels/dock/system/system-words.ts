import type { BridgeLoss, PostLoss, RingSystem } from '../../../domain/findings/ring-system.ts';
import type { ItemId } from '../../../domain/items.ts';
import type { Plan } from '../../../domain/plan.ts';
import { itemTitle } from '../../../editor/wording/item-title.ts';
import { ringOfPlanText, roadClassText } from '../../../editor/wording/finding-words.ts';
import { countText } from '../../../editor/wording/quantity.ts';
import { m } from '../../../paraglide/messages.js';

/** What a checkpoint is called; its id where the plan has it no more. */
export function postText(plan: Plan, id: ItemId): string {
	const item = plan.items.get(id);
	return item ? itemTitle(item) : m.redundancy_gone({ id });
}

/** Names one after another. */
export function namesText(plan: Plan, ids: readonly ItemId[]): string {
	return ids.map((id) => postText(plan, id)).join(m.list_comma());
}

/** A depth as a figure; the word for it where no way leads out. */
export function depthText(depth: number | null): string {
	return depth === null ? m.system_depth_infinite() : countText(depth);
}

/** What a loss does, the worst first. */
export function lossText(plan: Plan, system: RingSystem, loss: PostLoss): string {
	const words: string[] = [];
	if (loss.opensSystem) words.push(m.system_opens_system());
	else if (loss.opensRings.length > 0) words.push(opensText(plan, loss.opensRings));
	const before = system.depth?.count ?? null;
	if (!loss.opensSystem && loss.depthAfter !== before) {
		words.push(m.system_lowers({ before: depthText(before), after: depthText(loss.depthAfter) }));
	}
	return words.join(m.list_comma());
}

/** What a bridge is called, and what its loss does. */
export function bridgeText(plan: Plan, bridge: BridgeLoss): { name: string; effect: string } {
	const name = m.system_bridge({ road: bridge.name ?? roadClassText(bridge.roadClass) });
	const words: string[] = [];
	const count = bridge.checkpoints.length;
	if (count === 0) words.push(m.system_bridge_no_posts());
	else {
		const effect = bridge.opensSystem
			? m.system_opens_system()
			: bridge.opensRings.length > 0
				? opensText(plan, bridge.opensRings)
				: null;
		words.push(
			effect ? m.system_bridge_posts({ count, n: countText(count), effect }) : m.system_bridge_posts_fine()
		);
	}
	const closes = bridge.closesLeaks;
	if (closes > 0) words.push(m.system_bridge_closed({ count: closes, n: countText(closes) }));
	return { name, effect: words.join(m.list_comma()) };
}

function opensText(plan: Plan, rings: readonly ItemId[]): string {
	return m.system_opens_rings({
		rings: rings.map((ring) => ringOfPlanText(plan, ring)).join(m.list_comma())
	});
}
