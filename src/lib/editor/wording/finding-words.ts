import type { GapReason } from '../../domain/findings/gaps.ts';
import type {
	Crossing,
	CrossingState,
	Leak,
	RingVerdict,
	SealWarning
} from '../../domain/findings/sealing.ts';
import type { ItemId, RingLevel } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import { getLocale } from '../../paraglide/runtime.js';
import { m } from '../../paraglide/messages.js';
import { countText, lengthText } from './quantity.ts';

/** Words for why ground is open: its name, and what that means in a sentence. */
export const REASON_WORDS: Record<GapReason, { name: () => string; why: () => string }> = {
	'no-camera': { name: m.reason_no_camera, why: m.reason_no_camera_why },
	broken: { name: m.reason_broken, why: m.reason_broken_why },
	'not-integrated': { name: m.reason_not_integrated, why: m.reason_not_integrated_why },
	'off-duty': { name: m.reason_off_duty, why: m.reason_off_duty_why },
	occluded: { name: m.reason_occluded, why: m.reason_occluded_why },
	'too-coarse': { name: m.reason_too_coarse, why: m.reason_too_coarse_why },
	'no-patrol': { name: m.reason_no_patrol, why: m.reason_no_patrol_why }
};

/** Words for the state of a crossing: its name, and what that means in a sentence. */
export const STATE_WORDS: Record<CrossingState, { name: () => string; why: () => string }> = {
	held: { name: m.state_held, why: m.state_held_why },
	covered: { name: m.state_covered, why: m.state_covered_why },
	pocket: { name: m.state_pocket, why: m.state_pocket_why },
	open: { name: m.state_open, why: m.state_open_why }
};

const CLASS: Record<Crossing['roadClass'], () => string> = {
	motorway: m.class_motorway,
	trunk: m.class_trunk,
	primary: m.class_primary,
	secondary: m.class_secondary,
	tertiary: m.class_tertiary,
	unclassified: m.class_unclassified,
	residential: m.class_residential,
	living_street: m.class_living_street,
	service: m.class_service,
	track: m.class_track,
	pedestrian: m.class_pedestrian,
	cycleway: m.class_cycleway,
	footway: m.class_footway,
	path: m.class_path,
	steps: m.class_steps,
	bridleway: m.class_bridleway,
	ferry: m.class_ferry,
	other: m.class_other
};

/** A class of road: "Residential street". */
export function roadClassText(roadClass: Crossing['roadClass']): string {
	return CLASS[roadClass]();
}

/** A road by its name; without one it says so. */
export function roadText(road: string | null): string {
	return road ?? m.road_unnamed();
}

/** Roads one after another: "A, B and C", at most four by name; the rest are counted. */
export function roadsText(roads: readonly string[]): string {
	if (roads.length === 0) return m.road_unnamed();
	const named = roads.slice(0, 4);
	if (roads.length > 4) named.push(`+${countText(roads.length - 4)}`);
	const tag = getLocale() === 'zh' ? 'zh-CN' : 'en-GB';
	return new Intl.ListFormat(tag, { type: 'conjunction' }).format(named);
}

/** What a ring is called: its name, or its level in words. */
export function ringText(name: string | null | undefined, level: RingLevel): string {
	return name || { 1: m.ring_level_1, 2: m.ring_level_2, 3: m.ring_level_3 }[level]();
}

/** What the ring of a finding is called in `plan`; its id where the plan has it no more. */
export function ringOfPlanText(plan: Plan, ring: ItemId): string {
	const item = plan.items.get(ring);
	return item?.kind === 'control-ring' ? ringText(item.properties.name, item.properties.level) : ring;
}

/** "Sealed" or "7 leaks". */
export function verdictText(verdict: Pick<RingVerdict, 'sealed' | 'leaks'>): string {
	return verdict.sealed
		? m.verdict_sealed()
		: m.verdict_leaks({ count: verdict.leaks, n: countText(verdict.leaks) });
}

/** "2.1 km by Kenesary and the north bridge". */
export function leakText(leak: Leak): string {
	return m.leak_by({ length: lengthText(leak.lengthM), roads: roadsText(leak.roads) });
}

export type RingWarning = Extract<SealWarning, { ring: ItemId }>;

/** A caution about a ring in one sentence. */
export function warningText(warning: RingWarning, plan: Plan): string {
	const ring = ringOfPlanText(plan, warning.ring);
	switch (warning.code) {
		case 'not-nested':
			return m.warning_not_nested({ ring, outer: ringOfPlanText(plan, warning.outer) });
		case 'touches-edge-of-data':
			return m.warning_touches_edge({ ring });
		case 'mapped-paths-only':
			return m.warning_mapped_paths({ ring });
		case 'no-roads':
			return m.warning_no_roads({ ring });
	}
}
