import type { Feature, Geometry, Position } from 'geojson';
import type { Sketch } from '../../editor/sketch.ts';
import type { Snapped } from '../../editor/snapping/snapped.ts';
import type { Drawable } from './feature-mirror.ts';

/** What a tool is making, and what the point under the pointer is drawn to, for the source `sketch`. */
export function sketchDrawables(sketch: Sketch | null, snapped: Snapped | null): Drawable[] {
	const drawables: Drawable[] = [];
	if (sketch) drawables.push({ key: 'sketch', from: [sketch], features: () => sketchFeatures(sketch) });
	if (snapped?.to) drawables.push({ key: 'snap', from: [snapped], features: () => snapFeatures(snapped) });
	return drawables;
}

function sketchFeatures({ fills = [], lines = [], points = [], labels = [] }: Sketch): Feature[] {
	return [
		...fills.map((rings, i) =>
			feature(`fill-${i}`, 'fill', { type: 'Polygon', coordinates: rings.map(copied) })
		),
		...lines.map(({ at, look }, i) =>
			feature(`line-${i}`, look, { type: 'LineString', coordinates: copied(at) })
		),
		...points.map(({ at, look }, i) => feature(`point-${i}`, look, { type: 'Point', coordinates: [...at] })),
		...labels.map(({ at, text }, i) =>
			feature(`label-${i}`, 'label', { type: 'Point', coordinates: [...at] }, text)
		)
	];
}

function snapFeatures({ at, guides }: Snapped): Feature[] {
	return [
		...guides.map((line, i) =>
			feature(`guide-${i}`, 'guide', { type: 'LineString', coordinates: copied(line) })
		),
		feature('snap', 'snap', { type: 'Point', coordinates: [...at] })
	];
}

function copied(line: readonly (readonly number[])[]): Position[] {
	return line.map((place) => [...place]);
}

function feature(key: string, look: string, geometry: Geometry, text?: string): Feature {
	return { type: 'Feature', geometry, properties: { key, look, ...(text !== undefined && { text }) } };
}
