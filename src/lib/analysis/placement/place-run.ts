import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { PlaceAsk, PlaceRefusal } from '../../domain/findings/placement.ts';
import type { Item } from '../../domain/items.ts';
import type { Solver } from '../../network/siting/mixed-program.ts';
import type { Roads } from '../../network/roads.ts';
import type { Walls } from '../coverage/walls.ts';

/** What `place` is answered from. */
export interface PlaceGround {
	readonly items: readonly Item[];
	readonly roads: Roads;
	readonly walls: Walls | null;
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
}

/** How long an answer may take, and who is told and let breathe meanwhile. */
export interface PlaceRun {
	/** Milliseconds for bettering the first answer and its bound. */
	readonly improveMs: number;
	/** Proves the answer, where one is handed in, in at most `proveS` seconds. */
	readonly solve?: Solver | undefined;
	readonly proveS?: number | undefined;
	readonly signal?: AbortSignal | undefined;
	/** Done and total of the work that can be measured. */
	readonly progress?: ((done: number, total: number) => void) | undefined;
	readonly breathe?: (() => Promise<void>) | undefined;
}

/** An answer that cannot be given, for a reason that the plan holds. */
export class PlaceRefused extends Error {
	constructor(readonly reason: PlaceRefusal) {
		super(reason);
		this.name = 'PlaceRefused';
	}
}

/** A stopwatch that says when to breathe; work in between is some milliseconds. */
export class Breather {
	private last = performance.now();
	private readonly start = this.last;

	constructor(private readonly run: PlaceRun) {}

	/** Breathes where it is time to. */
	async rest(): Promise<void> {
		if (performance.now() - this.last < 8) return;
		await this.run.breathe?.();
		this.run.signal?.throwIfAborted();
		this.last = performance.now();
	}

	get elapsedMs(): number {
		return performance.now() - this.start;
	}
}

/** Throws a `RangeError` where a figure of `ask` is none that can be. */
export function checkAsk({ count, camera, keySiteWeight, minutes }: PlaceAsk): void {
	if (!Number.isInteger(count) || count < 1) throw new RangeError(`a count of ${count}, wanted 1 or more`);
	if (!(camera.hfovDeg > 0 && camera.hfovDeg <= 360)) {
		throw new RangeError(`an hfovDeg of ${camera.hfovDeg}, wanted above 0 up to 360`);
	}
	if (!(camera.rangeM > 0 && camera.rangeM <= 2000)) {
		throw new RangeError(`a rangeM of ${camera.rangeM}, wanted above 0 up to 2000`);
	}
	if (!(keySiteWeight >= 1)) throw new RangeError(`a weight of ${keySiteWeight}, wanted 1 or more`);
	if (!(minutes > 0)) throw new RangeError(`${minutes} minutes, wanted more than 0`);
}
