import type { Position } from 'geojson';
import type { Edit, EditLabel } from './edit.ts';
import type { Item, ItemId } from './items.ts';
import type { Plan, PlanHeader } from './plan.ts';
import { sameJson, unlikeMembers } from './same-json.ts';

/** How something changed: shifted as it is, of another outline, in what is said of it, in its order. */
export type ItemChange = 'moved' | 'reshaped' | 'properties' | 'kind' | 'rank' | 'foreign';

/** Something that both plans have, and not the same. */
export interface ChangedItem {
	readonly before: Item;
	readonly after: Item;
	readonly changes: readonly ItemChange[];
	/** Names of the properties that are not the same. */
	readonly properties: readonly string[];
}

/** What makes one plan into another, thing by thing, as ids go. */
export interface PlanDiff {
	/** In the order of the plan they are in. */
	readonly added: readonly Item[];
	readonly removed: readonly Item[];
	readonly changed: readonly ChangedItem[];
	/** The header of the other plan, where it differs. */
	readonly header: PlanHeader | null;
}

/** Most a coordinate is off by rounding to 1e-7 degree before and after a shift, degrees. */
const SHIFT_SLACK_DEG = 1.5e-7;

/** So many things are looked at between two steps of `diffSteps`. */
const THINGS_A_STEP = 500;

/**
 * What of `b` is not as in `a`. Members of the file that Cordon does not know and features it could
 * not read are left aside: no edit changes them. Things that both share cost nothing but the look.
 */
export function diffPlans(a: Plan, b: Plan): PlanDiff {
	const steps = diffSteps(a, b);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** As `diffPlans`, in steps short enough to be gone through beside other work. */
export function* diffSteps(a: Plan, b: Plan): Generator<void, PlanDiff, void> {
	const added: Item[] = [];
	const changed: ChangedItem[] = [];
	let looked = 0;
	for (const after of b.items.values()) {
		const before = a.items.get(after.id);
		if (!before) added.push(after);
		else if (before !== after) {
			const one = changedItem(before, after);
			if (one) changed.push(one);
		}
		if (++looked % THINGS_A_STEP === 0) yield;
	}
	const removed: Item[] = [];
	for (const item of a.items.values()) {
		if (!b.items.has(item.id)) removed.push(item);
		if (++looked % THINGS_A_STEP === 0) yield;
	}
	const header = sameJson(a.header, b.header) ? null : b.header;
	return { added, removed, changed, header };
}

/** The edit that makes the first plan of `diff` into the second. */
export function editOfDiff(diff: PlanDiff, label: EditLabel): Edit {
	const put = [...diff.changed.map(({ after }) => after), ...diff.added];
	const drop: ItemId[] = diff.removed.map(({ id }) => id);
	return diff.header ? { label, put, drop, header: diff.header } : { label, put, drop };
}

function changedItem(before: Item, after: Item): ChangedItem | null {
	const properties = unlikeMembers(before.properties, after.properties);
	const changes = new Set<ItemChange>();
	for (const member of unlikeMembers(before, after)) {
		if (member === 'geometry') changes.add(isShifted(before.geometry, after.geometry) ? 'moved' : 'reshaped');
		else if (member === 'properties' || member === 'kind' || member === 'rank') changes.add(member);
		else changes.add('foreign');
	}
	return changes.size > 0 ? { before, after, changes: [...changes], properties } : null;
}

type Shape = Item['geometry'];

/** Whether `b` is `a`, every corner of it moved by the same degrees. */
function isShifted(a: Shape, b: Shape): boolean {
	if (a.type !== b.type) return false;
	const from = cornersOf(a.coordinates);
	const to = cornersOf(b.coordinates);
	const [p, q] = [from[0], to[0]];
	if (!p || !q || !sameJson(nesting(a.coordinates), nesting(b.coordinates))) {
		return false;
	}
	return from.every((corner, i) =>
		[0, 1].every((axis) => {
			const shift = ((to[i] as Position)[axis] as number) - (corner[axis] as number);
			return Math.abs(shift - ((q[axis] as number) - (p[axis] as number))) <= SHIFT_SLACK_DEG;
		})
	);
}

type Nested = readonly number[] | readonly Nested[];

function isPosition(nested: Nested): nested is readonly number[] {
	return typeof nested[0] === 'number';
}

function cornersOf(nested: Nested): Position[] {
	return isPosition(nested) ? [[...nested]] : nested.flatMap(cornersOf);
}

/** How many corners there are in each ring and line has, as the coordinates are nested. */
function nesting(nested: Nested): unknown {
	if (isPosition(nested)) return 0;
	return nested.map(nesting);
}
