import { answerRoads, type RoadsAnswered } from '../analysis/road-gaps/answer-routes.ts';
import { atOnce } from '../analysis/at-once.ts';
import { RoadMemory } from '../analysis/road-gaps/road-memory.ts';
import type { Walls } from '../analysis/coverage/walls.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { Item } from '../domain/items.ts';
import type { Roads } from '../network/roads.ts';
import type { AnalysisOptions } from './analysis-events.ts';
import { SLICE_MS } from './breath.ts';

/**
 * Measures the roads that nobody sees a few milliseconds at a time, past the buildings of the region where these
 * count. What things hold that did not change is kept from one answer to the next.
 */
export class RoutesWork {
	/** How many things have been looked at; null where that is told, or the work is over. */
	looked: number | null = null;
	private memory: RoadMemory | null = null;
	private steps: Iterator<number | void, RoadsAnswered> | null = null;
	private walls: Walls | null = null;
	private wallsFrom: string | null = null;
	private isLoading = false;

	/** `onWalls` is told when buildings have come, or cannot be had: then nothing stands in the way. */
	constructor(
		private readonly loadWalls: (url: string) => Promise<Walls>,
		private readonly onWalls: () => void
	) {}

	/** Fetches the buildings at `url`; null is none. */
	async openWalls(url: string | null): Promise<void> {
		if (url === this.wallsFrom) return;
		this.giveUp();
		this.wallsFrom = url;
		this.walls = null;
		this.isLoading = url !== null;
		if (url === null) return;
		const walls = await this.loadWalls(url).catch(() => null);
		// another region may have been opened meanwhile
		if (this.wallsFrom !== url) return;
		this.walls = walls;
		this.isLoading = false;
		this.onWalls();
	}

	/** Whether the question cannot be begun before the buildings have come. */
	waitsForWalls({ occlusion }: AnalysisOptions): boolean {
		return occlusion && this.isLoading;
	}

	/** Goes on with the answer, or begins it, for a few milliseconds; null where more is left. */
	step(roads: Roads, items: () => readonly Item[], options: AnalysisOptions): RoutesAnswer | null {
		this.steps ??= this.begin(roads, items(), options);
		const until = performance.now() + SLICE_MS;
		do {
			const step = this.steps.next();
			if (step.done) {
				this.giveUp();
				return step.value.answer;
			}
			if (typeof step.value === 'number') this.looked = step.value;
		} while (performance.now() < until);
		return null;
	}

	/** Drops what is under way, as when the plan has changed. */
	giveUp(): void {
		this.steps = null;
		this.looked = null;
	}

	/** The whole answer at once. */
	all(roads: Roads, items: readonly Item[], options: AnalysisOptions): RoutesAnswer {
		return atOnce(this.begin(roads, items, options)).answer;
	}

	private begin(roads: Roads, items: readonly Item[], options: AnalysisOptions) {
		if (this.memory?.roads !== roads) this.memory = new RoadMemory(roads);
		const { assumptions, by, occlusion } = options;
		return answerRoads(this.memory, items, { assumptions, by, walls: occlusion ? this.walls : null });
	}
}
