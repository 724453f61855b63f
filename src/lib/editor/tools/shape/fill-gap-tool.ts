import { gapAt } from '../../../domain/fabric/gap-at.ts';
import type { FabricGap } from '../../../domain/fabric/fabric-faults.ts';
import type { Item } from '../../../domain/items.ts';
import { fillGap } from '../../../domain/operations/fill-gap.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import { areaText } from '../../wording/quantity.ts';
import { isDragged, type PointerTool, type ToolHost } from '../pointer-tool.ts';
import { placeOf } from '../reshape/grips.ts';
import { outlinesOf, selectedGrounds } from './drawn-ground.ts';
import { hasGround } from './has-ground.ts';

/**
 * Gives a gap that is clicked to the selected zone or area; under the pointer the ground that would be filled is shown,
 * and how much it is. Where nothing with ground is selected the first click picks it out.
 * Stays at hand for the next gap; Escape leaves.
 */
export class FillGapTool implements PointerTool {
	private pressed: Px | null = null;
	private pointer: Px | null = null;

	constructor(private readonly host: ToolHost) {}

	begin(): void {
		this.look();
	}

	follow(): void {
		this.look();
	}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px): void {
		this.pointer = p;
		if (!this.pressed) this.look();
	}

	up(p: Px): void {
		const { pressed } = this;
		this.pressed = null;
		this.pointer = p;
		if (!pressed || isDragged(pressed, p)) return;
		const { editor } = this.host;
		const item = this.taker();
		const gap = item && this.gapUnder(item);
		if (!item || !gap) {
			const under = this.groundUnder();
			if (under && under.id !== item?.id) editor.select({ what: 'item', id: under.id });
			else {
				const problem = refuse({ code: item ? 'nothing-filled' : 'no-such-item', severity: 'error' });
				this.host.refuse(problem.problem);
			}
			return this.look();
		}
		if (!gap.beside.includes(item.id)) {
			return this.host.refuse({ code: 'not-beside', severity: 'error', featureId: item.id });
		}
		const edit = fillGap(editor.plan, item.id, gap.ground.coordinates);
		if (isRefusal(edit)) return this.host.refuse(edit.problem);
		editor.do(edit);
		this.look();
	}

	cancel(): boolean {
		this.pressed = null;
		this.host.showSketch(null);
		return false;
	}

	/** What a gap would go to: the first of what is selected that has ground. */
	private taker(): Item | null {
		return selectedGrounds(this.host)[0] ?? null;
	}

	private gapUnder(item: Item): FabricGap | null {
		return this.pointer && gapAt(this.host.editor.plan, item, this.host.unproject(this.pointer));
	}

	private groundUnder(): Item | null {
		if (!this.pointer) return null;
		for (const { selection } of this.host.hits(this.pointer)) {
			const item = selection.what === 'item' ? this.host.editor.plan.items.get(selection.id) : null;
			if (hasGround(item)) return item;
		}
		return null;
	}

	private look(): void {
		const item = this.taker();
		if (!item) return this.host.showSketch(null);
		const gap = this.gapUnder(item);
		const isBeside = gap?.beside.includes(item.id) ?? false;
		const rings: LngLat[][] = gap ? gap.ground.coordinates.map((ring) => ring.map(placeOf)) : [];
		this.host.showSketch({
			fills: isBeside ? [rings] : [],
			lines: [
				...outlinesOf(item).map((at) => ({ at, look: 'along' as const })),
				...rings.map((at) => ({ at, look: isBeside ? ('line' as const) : ('wrong' as const) }))
			],
			labels:
				gap && this.pointer ? [{ at: this.host.unproject(this.pointer), text: areaText(gap.areaM2) }] : []
		});
	}
}
