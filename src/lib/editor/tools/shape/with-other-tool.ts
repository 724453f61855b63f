import type { Edit } from '../../../domain/edit.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { mergeItems } from '../../../domain/operations/merge-items.ts';
import { clipItems, subtractItem } from '../../../domain/operations/subtract-ground.ts';
import type { Plan } from '../../../domain/plan.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Px } from '../../../geo/coordinates.ts';
import { selectionOfItems } from '../../selection.ts';
import { isDragged, type PointerTool, type ToolHost } from '../pointer-tool.ts';
import type { Tool } from '../tool.ts';
import { outlinesOf, selectedGrounds } from './drawn-ground.ts';
import { hasGround } from './has-ground.ts';

/** What is done with the ground of the selected things and that of another. */
export const WITH_OTHER = ['merge', 'subtract', 'clip'] as const satisfies readonly Tool[];
export type WithOther = (typeof WITH_OTHER)[number];

/** Whether a tool waits for another thing with ground. */
export function isWithOther(tool: Tool): tool is WithOther {
	return (WITH_OTHER as readonly Tool[]).includes(tool);
}

/** Merges `ids` with `other`, takes the ground of `other` off them, or keeps of them what lies within it. */
export function withOther(
	plan: Plan,
	verb: WithOther,
	ids: readonly ItemId[],
	other: ItemId
): Edit | Refusal {
	if (verb === 'merge') return mergeItems(plan, [...ids, other]);
	return verb === 'subtract' ? subtractItem(plan, ids, other) : clipItems(plan, ids, other);
}

/**
 * Waits for a click on the other thing: what it would be is outlined. Where nothing with ground is selected yet the first click
 * picks it out. Escape leaves; so does the edit once it is done.
 */
export class WithOtherTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(
		private readonly host: ToolHost,
		private readonly verb: WithOther
	) {}

	begin(): void {
		this.look(null);
	}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px): void {
		if (!this.pressed) this.look(this.otherAt(p));
	}

	up(p: Px): void {
		const { pressed } = this;
		this.pressed = null;
		if (!pressed || isDragged(pressed, p)) return;
		const { editor } = this.host;
		const other = this.otherAt(p);
		if (!other) return;
		const ids = this.selected().map(({ id }) => id);
		if (ids.length === 0) {
			editor.select({ what: 'item', id: other.id });
			return this.look(null);
		}
		const edit = withOther(editor.plan, this.verb, ids, other.id);
		if (isRefusal(edit)) return this.host.refuse(edit.problem);
		editor.do(edit);
		editor.select(selectionOfItems(ids.filter((id) => editor.plan.items.has(id))));
		editor.setTool('select');
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showSketch(null);
		return false;
	}

	private selected(): Item[] {
		return selectedGrounds(this.host);
	}

	/** The topmost thing with ground at a place that is not selected; for a merge, one of the same kind. */
	private otherAt(p: Px): Item | null {
		const selected = this.selected();
		const kind = selected[0]?.kind;
		for (const { selection } of this.host.hits(p)) {
			const item = selection.what === 'item' ? this.host.editor.plan.items.get(selection.id) : null;
			if (!hasGround(item) || selected.some(({ id }) => id === item.id)) continue;
			if (this.verb !== 'merge' || kind === undefined || item.kind === kind) return item;
		}
		return null;
	}

	private look(other: Item | null): void {
		this.host.showSketch({
			lines: [
				...this.selected()
					.flatMap(outlinesOf)
					.map((at) => ({ at, look: 'line' as const })),
				...(other ? outlinesOf(other).map((at) => ({ at, look: 'along' as const })) : [])
			]
		});
	}
}
