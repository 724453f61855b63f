import type { Checkpoint, ControlRing } from '../../domain/items.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { isSameSet } from './closures.ts';
import { controlsOf, type Control } from './controls.ts';
import { DrawnTogether } from './depth-field.ts';
import { ringGround, type RingGround } from './ring-ground.ts';
import type { RingResult } from './seal-ring.ts';
import type { Band } from './trace-edge.ts';

interface KnownRing {
	readonly ring: ControlRing;
	readonly key: string;
	readonly ground: RingGround | null;
	result: RingResult | null;
}

/**
 * What may be kept from one answer to the next over the same roads: the ground of rings that have not
 * been touched, what checkpoints control that have not moved, answers that nothing has changed for.
 * Items are told apart by identity; they are never changed in place.
 */
export class SealMemory {
	private readonly controls = new WeakMap<Checkpoint, readonly Control[]>();
	private readonly rings = new Map<string, KnownRing>();
	private drawn: DrawnTogether | null = null;

	constructor(readonly roads: Roads) {}

	controlsOf(checkpoint: Checkpoint): readonly Control[] {
		const known = this.controls.get(checkpoint);
		if (known) return known;
		const controls = controlsOf(this.roads, checkpoint);
		this.controls.set(checkpoint, controls);
		return controls;
	}

	/** The ground of `ring` and the last answer for it; null ground where the ring is no ring. */
	ring(ring: ControlRing, mode: TravelMode, band: Band): KnownRing {
		const key = `${mode} ${band.insideM} ${band.outsideM}`;
		const known = this.rings.get(ring.id);
		if (known && known.ring === ring && known.key === key) return known;
		const ground = ringGround(this.roads, ring, mode, band, known?.ground);
		const fresh = { ring, key, ground, result: null };
		this.rings.set(ring.id, fresh);
		return fresh;
	}

	/** Forgets rings that are none of `rings`. */
	keepOnly(rings: readonly ControlRing[]): void {
		const ids = new Set<string>(rings.map(({ id }) => id));
		for (const id of this.rings.keys()) if (!ids.has(id)) this.rings.delete(id);
	}

	/** The roads between `grounds` drawn together, for the search for depth. */
	drawnTogether(
		grounds: readonly RingGround[],
		mode: TravelMode,
		removed: ReadonlySet<number>
	): DrawnTogether {
		const known = this.drawn;
		const isSame =
			known !== null &&
			known.mode === mode &&
			isSameSet(known.removed, removed) &&
			known.grounds.length === grounds.length &&
			known.grounds.every((ground, i) => ground === grounds[i]);
		this.drawn = isSame ? known : new DrawnTogether(this.roads, grounds, mode, removed);
		return this.drawn;
	}
}
