import type { Map as MapLibreMap } from 'maplibre-gl';
import { LineIndex } from '../editor/snapping/line-index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Bbox } from '../geo/coordinates.ts';
import { screenBounds } from './screen-bounds.ts';

/** Farther out a few pixels are more than a street's width. */
const FROM_ZOOM = 13;

/**
 * The streets, waters and railways of the region about the screen, exactly as they are on file: asked for while a tool
 * draws or moves something, each time the map has come to rest beyond what is known.
 */
export class LinesOnScreen {
	private index: LineIndex | null = null;
	private known: Bbox | null = null;
	private asking: AbortController | null = null;

	constructor(
		private readonly map: MapLibreMap,
		private readonly editor: Editor
	) {}

	/** What is known of them by now; asks for what is not. */
	get lines(): LineIndex | null {
		if (this.map.getZoom() < FROM_ZOOM) return null;
		if (!this.asking && !this.map.isMoving() && !this.isKnown(screenBounds(this.map))) void this.ask();
		return this.index;
	}

	private async ask(): Promise<void> {
		const asking = (this.asking = new AbortController());
		const bbox = screenBounds(this.map, 0.5);
		try {
			const found = await this.editor.analysis.ask('lines-near', { bbox }, asking.signal);
			this.index = new LineIndex(found);
		} catch {
			// without them points are still drawn to the plan
			this.index = null;
		}
		this.known = bbox;
		this.asking = null;
	}

	private isKnown([west, south, east, north]: Bbox): boolean {
		const { known } = this;
		return known !== null && known[0] <= west && known[1] <= south && known[2] >= east && known[3] >= north;
	}
}
