import type { Feature, Geometry } from 'geojson';
import { drawnFeature } from '../../editor/drawings.ts';
import type { Editor } from '../../editor/editor.svelte.ts';
import type { Selection } from '../../editor/selection.ts';
import { headShapes, viewShapes } from '../../editor/view-shapes.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Drawable } from './feature-mirror.ts';

type Answers = Pick<Editor, 'shown' | 'seal' | 'routes' | 'drawn'> & Partial<Pick<Editor, 'selectedHead'>>;
/** Of many things picked out together no more than this are looked at. */
const MOST_SHAPES = 2000;

export type HighlightRole = 'selected' | 'hover';

/**
 * What lights up round a selection: the shape of a thing, what a camera sees, the way out of a leak.
 * Nothing for a gap, whose shape only its tiles know.
 */
export function highlightDrawable(
	selection: Selection | null,
	role: HighlightRole,
	answers: Answers
): Drawable[] {
	if (!selection) return [];
	const geometries = geometriesOf(
		selection,
		answers,
		role === 'selected' ? (answers.selectedHead ?? null) : null
	);
	return [
		{
			key: role,
			from: [selection.what, ...geometries],
			features: () =>
				geometries.map((geometry, i): Feature => ({
					type: 'Feature',
					geometry,
					properties: { key: `${role}-${i}`, role, of: selection.what }
				}))
		}
	];
}

function geometriesOf(
	selection: Selection,
	{ shown, seal, routes, drawn }: Answers,
	head: number | null
): Geometry[] {
	switch (selection.what) {
		case 'item': {
			const item = shown.items.get(selection.id);
			if (!item) return [];
			if (item.kind !== 'camera') return [item.geometry];
			// of a pole with a head at hand only that head's view
			const views = head === null ? viewShapes(item) : (headShapes(item)[head] ?? []);
			return [item.geometry, ...views];
		}
		case 'items':
			return selection.ids.slice(0, MOST_SHAPES).flatMap((id) => {
				const item = shown.items.get(id);
				// cameras light up in their own tiles
				return item && item.kind !== 'camera' ? [item.geometry] : [];
			});
		case 'crossing': {
			const found = seal?.crossings.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			return found ? [{ type: 'Point', coordinates: [...found.at] }] : [];
		}
		case 'leak': {
			const found = seal?.leaks.find(
				({ ring, number }) => ring === selection.ring && number === selection.number
			);
			if (!found) return [];
			const place: Geometry = { type: 'Point', coordinates: [...found.at] };
			return found.route.length > 1 ? [place, lineOf(found.route)] : [place];
		}
		case 'unseen': {
			const found = routes?.stretches.find(({ id }) => id === selection.id);
			return found ? [lineOf(found.line)] : [];
		}
		case 'drawn': {
			const found = drawnFeature(drawn, selection.by, selection.id);
			return found ? [found.geometry] : [];
		}
		case 'gap':
			return [];
	}
}

function lineOf(line: readonly LngLat[]): Geometry {
	return { type: 'LineString', coordinates: line.map((at) => [...at]) };
}
