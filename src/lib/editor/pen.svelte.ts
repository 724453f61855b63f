import type { LngLat } from '../geo/coordinates.ts';
import type { DrawMethod } from './tools/drawing/draw-method.ts';
import type { Tool } from './tools/tool.ts';

/** A drawing under way, as the bar over the map and the keys see it. */
export interface DrawingInHand {
	/** Steps drawn so far. */
	readonly steps: number;
	readonly canFinish: boolean;
	readonly canPutBack: boolean;
	/** Sets the next point at a place that was typed in. */
	add(at: LngLat): void;
	finish(): void;
	takeBack(): void;
	putBack(): void;
	/** Throws the drawing away. */
	drop(): void;
}

/** How drawing is done, and what is being drawn. Not saved with the plan. */
export class Pen {
	/** Null while no drawing tool is at hand. */
	drawing = $state.raw<DrawingInHand | null>(null);
	/** Whether coordinates of the next point are being typed. */
	isTyping = $state(false);
	/** Whether the last press ended a drawing: a double click that did means nothing else. */
	hasJustFinished = false;
	private methods = $state.raw<Partial<Record<Tool, DrawMethod>>>({});

	/** How `tool` draws: as it did last. */
	methodOf(tool: Tool): DrawMethod {
		return this.methods[tool] ?? 'points';
	}

	/** Draws by `method` from now on, with this tool. */
	use(tool: Tool, method: DrawMethod): void {
		this.methods = { ...this.methods, [tool]: method };
	}
}
