import { diffSteps, type PlanDiff } from '../domain/diff-plans.ts';
import { inBreaths } from '../workers/breath.ts';
import type { Editor } from './editor.svelte.ts';

/** How two plans lie beside each other: one over the other up to a divider, or each in its half. */
export type CompareLayout = 'swipe' | 'halves';

/** How long the open plan must stand still before it is compared anew. */
export const COMPARE_REST_MS = 300;
const [LEAST_SHARE, MOST_SHARE] = [0.02, 0.98];

/**
 * The open plan beside another kept one. Each has an editor and an analysis of its own, so that every
 * verdict and figure of both is worked out; the other one can only be looked at.
 */
export class Comparison {
	layout = $state<CompareLayout>('swipe');
	/** Where the divider stands, as a share of the width from the left. */
	share = $state(0.5);
	/** What makes the open plan into the other; null before it was reckoned first. */
	diff = $state.raw<PlanDiff | null>(null);
	/** Whether the list of what differs is open. */
	listOpen = $state(false);
	private running: AbortController | null = null;

	/** `names` are those of the open plan and of the other; `end` lets the other's threads go. */
	constructor(
		readonly left: Editor,
		readonly right: Editor,
		readonly id: string,
		readonly names: readonly string[],
		private readonly end: () => void
	) {}

	moveTo(share: number): void {
		this.share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
	}

	/** Works out what differs, beside other work; an older reckoning that still runs is given up. */
	async reckon(): Promise<void> {
		this.running?.abort();
		const running = new AbortController();
		this.running = running;
		try {
			this.diff = await inBreaths(diffSteps(this.left.plan, this.right.plan), running.signal);
		} catch (error) {
			if (!running.signal.aborted) throw error;
		}
	}

	/** The other is judged as the open plan is: by the same assumptions, hour and view. */
	judgeAlike(): void {
		const { assumptions, by, occlusion, minAreaM2, sealView: seal } = this.left;
		this.right.assume({ assumptions, by, occlusion, minAreaM2, seal });
	}

	close(): void {
		this.running?.abort();
		this.end();
	}
}
