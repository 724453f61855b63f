import type { Drawings, DrawnFeature } from '../../editor/drawings.ts';
import type { Drawable } from './feature-mirror.ts';

/** What the panels draw beside the plan, for the source `drawn`. */
export function drawnDrawables(drawn: Drawings): Drawable[] {
	return Object.entries(drawn).flatMap(([by, features]) => features.map((feature) => drawable(by, feature)));
}

function drawable(by: string, feature: DrawnFeature): Drawable {
	const { key: id, geometry, draws, title, properties } = feature;
	const key = `${by}/${id}`;
	return {
		key,
		from: [feature],
		features: () => [
			{
				type: 'Feature',
				geometry,
				properties: { ...properties, key, id, by, draws, ...(title !== undefined && { title }) }
			}
		]
	};
}
