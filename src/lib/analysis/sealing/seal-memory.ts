import type { StaleControl } from '../../domain/findings/controls.ts';
import type { Checkpoint, ControlRing } from '../../domain/items.ts';
import type { TravelMode } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { gatherClosures, isSameSet, NOTHING_REMOVED, type Closures } from './closures.ts';
import { controlsOf, type Control } from './controls.ts';
import { DrawnTogether } from './depth-field.ts';
import { ringGround, type RingGround } from './ring-ground.ts';
import type { RingResult } from './seal-ring.ts';
import { staleControls } from './stale-controls.ts';
import { ringNumbers, type RingNumbers } from './steady-numbers.ts';
import type { Band } from './trace-edge.ts';

interface KnownRing {
	readonly ring: ControlRing;
	readonly key: string;
	readonly ground: RingGround | null;
	/** Kept from one shape of the ring to the next. */
	readonly numbers: RingNumbers;
	result: RingResult | null;
}

/**
 * What may be kept from one answer to the next over the same roads: the ground of rings that have not
 * been touched, what checkpoints control that have not moved, answers that nothing has changed for.
 * Items are told apart by identity; they are never changed in place.
 */
export class SealMemory {
	private readonly controls = new WeakMap<Checkpoint, readonly Control[]>();
	private readonly stale = new WeakMap<Checkpoint, readonly StaleControl[]>();
	private readonly rings = new Map<string, KnownRing>();
	private drawn: DrawnTogether | null = null;
	private shut: { readonly key: readonly unknown[]; readonly closures: Closures } | null = null;
	private removed: { readonly key: string; readonly edges: ReadonlySet<number> } | null = null;

	constructor(readonly roads: Roads) {}

	controlsOf(checkpoint: Checkpoint): readonly Control[] {
		const known = this.controls.get(checkpoint);
		if (known) return known;
		const controls = controlsOf(this.roads, checkpoint);
		this.controls.set(checkpoint, controls);
		return controls;
	}

	/** What `checkpoint` stores that these roads do not show. */
	staleControlsOf(checkpoint: Checkpoint): readonly StaleControl[] {
		const known = this.stale.get(checkpoint) ?? staleControls(this.roads, checkpoint);
		this.stale.set(checkpoint, known);
		return known;
	}

	/** What `checkpoints` close, and the ways named `way/ID` in `without` taken out; the same object as long as both are. */
	closuresOf(checkpoints: readonly Checkpoint[], without: readonly string[]): Closures {
		const removed = this.removedEdges(without);
		const key: unknown[] = [removed];
		for (const checkpoint of checkpoints) key.push(checkpoint.id, this.controlsOf(checkpoint));
		if (this.shut?.key.length !== key.length || this.shut.key.some((part, i) => part !== key[i])) {
			const posts = checkpoints.map((checkpoint) => [checkpoint.id, this.controlsOf(checkpoint)] as const);
			this.shut = { key, closures: gatherClosures(posts, removed) };
		}
		return this.shut.closures;
	}

	private removedEdges(without: readonly string[]): ReadonlySet<number> {
		const ways = new Set(without.flatMap((id) => (/^way\/-?\d+$/.test(id) ? [Number(id.slice(4))] : [])));
		if (ways.size === 0) return NOTHING_REMOVED;
		const key = [...ways].join();
		if (this.removed?.key !== key) {
			const edges = new Set<number>();
			const { edgeWay } = this.roads.graph;
			for (let e = 0; e < edgeWay.length; e++) if (ways.has(edgeWay[e])) edges.add(e);
			this.removed = { key, edges };
		}
		return this.removed.edges;
	}

	/** The ground of `ring` and the last answer for it; null ground where the ring is no ring. */
	ring(ring: ControlRing, mode: TravelMode, band: Band): KnownRing {
		const key = `${mode} ${band.insideM} ${band.outsideM}`;
		const known = this.rings.get(ring.id);
		if (known && known.ring === ring && known.key === key) return known;
		const ground = ringGround(this.roads, ring, mode, band, known?.ground);
		const numbers = known?.key === key ? known.numbers : ringNumbers();
		const fresh = { ring, key, ground, numbers, result: null };
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
