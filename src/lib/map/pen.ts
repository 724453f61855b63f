import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, type GeoJSONStoreFeatures } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { PLAN_COLOURS, type Theme } from '../editor/symbols.ts';

type HexColor = `#${string}`;

/** What becomes of the outlines under the pen. */
export interface PenListener {
	/** A corner is being dragged: the outlines as they are for the moment. */
	change?(outlines: Position[][]): void;
	/**
	 * A new outline is closed, or a corner has come to rest. Returns the outlines as they are kept, or
	 * null to put them back as they were.
	 */
	finish(outlines: Position[][]): readonly Position[][] | null;
}

/**
 * The pen that draws and reshapes outlines by hand (terra-draw). It holds only what is being edited
 * and keeps nothing: outlines go out as closed rings, and what becomes of them is decided elsewhere.
 */
export class Pen {
	private readonly draw: TerraDraw;
	private listener: PenListener | null = null;
	private ids: (string | number)[] = [];
	private good: Position[][] = [];
	private frame = 0;

	constructor(map: MapLibreMap, theme: Theme) {
		const colours = PLAN_COLOURS[theme];
		const accent = colours.accent as HexColor;
		const casing = colours.casing as HexColor;
		this.draw = new TerraDraw({
			adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
			modes: [
				new TerraDrawPolygonMode({
					pointerDistance: 12,
					// Escape is the page's: it steps back one level at a time
					keyEvents: { cancel: null, finish: 'Enter' },
					styles: {
						fillColor: accent,
						fillOpacity: 0.12,
						outlineColor: accent,
						outlineWidth: 2.5,
						closingPointColor: casing,
						closingPointOutlineColor: accent,
						closingPointOutlineWidth: 2,
						closingPointWidth: 6
					}
				}),
				new TerraDrawSelectMode({
					allowManualDeselection: false,
					keyEvents: null,
					pointerDistance: 12,
					flags: {
						polygon: {
							feature: {
								draggable: false,
								selfIntersectable: true,
								coordinates: { draggable: true, deletable: true, midpoints: { draggable: true } }
							}
						}
					},
					styles: {
						selectedPolygonColor: accent,
						selectedPolygonFillOpacity: 0.1,
						selectedPolygonOutlineColor: accent,
						selectedPolygonOutlineWidth: 2.5,
						selectionPointColor: casing,
						selectionPointWidth: 6,
						selectionPointOutlineColor: accent,
						selectionPointOutlineWidth: 2,
						midPointColor: accent,
						midPointWidth: 4,
						midPointOutlineColor: casing,
						midPointOutlineWidth: 1
					}
				})
			]
		});
		this.draw.start();
		this.draw.on('finish', (_, { action }) => {
			// a corner set into a side goes on to be dragged: one edit, when it comes to rest
			if (action !== 'insertMidpoint') this.finish();
		});
		this.draw.on('change', (_, type) => {
			if (type === 'update' && this.ids.length > 0) this.change();
		});
	}

	/** Draws one new outline. */
	drawOutline(listener: PenListener): void {
		this.reset(listener);
		this.draw.setMode('polygon');
	}

	/** Edits the corners of `outlines`, closed rings, in place. */
	editOutlines(outlines: readonly Position[][], listener: PenListener): void {
		this.reset(listener);
		this.draw.setMode('select');
		this.good = outlines.map((ring) => ring.map(([lng, lat]) => [round(lng), round(lat)]));
		const results = this.draw.addFeatures(this.good.map(polygonOf));
		this.ids = results.flatMap(({ id, valid }) => (valid && id !== undefined ? [id] : []));
		const [first] = this.ids;
		if (first !== undefined) this.draw.selectFeature(first);
	}

	/** Whether an outline has been begun that Escape should take away before anything else. */
	get hasBegun(): boolean {
		return this.ids.length > 0 || this.draw.getModeState() === 'drawing';
	}

	/** Whether these outlines are the ones under the pen as they came to rest last. */
	holds(outlines: readonly Position[][]): boolean {
		return JSON.stringify(outlines) === JSON.stringify(this.good);
	}

	stop(): void {
		cancelAnimationFrame(this.frame);
		this.listener = null;
		this.draw.stop();
	}

	private reset(listener: PenListener): void {
		cancelAnimationFrame(this.frame);
		this.frame = 0;
		this.listener = null;
		this.ids = [];
		this.draw.setMode('static');
		this.draw.clear();
		this.listener = listener;
	}

	private change(): void {
		if (!this.listener?.change || this.frame !== 0) return;
		this.frame = requestAnimationFrame(() => {
			this.frame = 0;
			this.listener?.change?.(this.outlines());
		});
	}

	private finish(): void {
		cancelAnimationFrame(this.frame);
		this.frame = 0;
		const outlines = this.outlines();
		if (outlines.length === 0 || !this.listener) return;
		const kept = this.listener.finish(outlines);
		if (kept) {
			this.good = [...kept];
			return;
		}
		this.ids.forEach((id, i) => {
			const ring = this.good[i];
			if (ring) this.draw.updateFeatureGeometry(id, { type: 'Polygon', coordinates: [ring] });
		});
	}

	private outlines(): Position[][] {
		const shapes =
			this.ids.length > 0
				? this.ids.map((id) => this.draw.getSnapshotFeature(id))
				: this.draw.getSnapshot().filter(({ geometry }) => geometry.type === 'Polygon');
		return shapes.flatMap((shape) =>
			shape?.geometry.type === 'Polygon' ? [shape.geometry.coordinates[0] as Position[]] : []
		);
	}
}

function polygonOf(ring: Position[]): GeoJSONStoreFeatures {
	return {
		type: 'Feature',
		geometry: { type: 'Polygon', coordinates: [ring] },
		properties: { mode: 'polygon' }
	};
}

function round(degrees: number | undefined): number {
	return Math.round((degrees ?? 0) * 1e7) / 1e7;
}
