import type { Feature, Geometry, Polygon, Position } from 'geojson';
import type { Item } from '../../domain/items.ts';
import type { RingVerdict } from '../../domain/findings/sealing.ts';
import { ringText } from '../../editor/wording/finding-words.ts';
import { itemTitle } from '../../editor/wording/item-title.ts';
import { verdictOnLine } from '../words/one-line.ts';
import { labelPoint } from './label-point.ts';
import type { FeatureSource } from './sources.ts';

/** The source that draws items of a kind. Cameras are many and come as tiles. */
export const SOURCE_OF_KIND: Readonly<Record<Exclude<Item['kind'], 'camera'>, FeatureSource>> = {
	area: 'areas',
	'control-ring': 'rings',
	checkpoint: 'checkpoints',
	'patrol-zone': 'zones',
	'patrol-route': 'patrol-routes',
	station: 'stations',
	'key-site': 'key-sites'
};

/**
 * The features that draw an item, none for a camera. Each has a `key` of its own and names its item
 * as `id`; a shape brings the place of its label along as a feature of part `centre`, a ring its
 * northernmost place as part `top`.
 */
export function itemFeatures(item: Item, verdict: RingVerdict | undefined): Feature[] {
	const { name } = item.properties;
	const label = typeof name === 'string' ? name : '';
	switch (item.kind) {
		case 'camera':
			return [];
		case 'control-ring': {
			const properties = {
				level: item.properties.level,
				name: ringText(label, item.properties.level),
				...(verdict && {
					verdict: verdict.sealed ? 'sealed' : 'leaks',
					verdictText: verdictOnLine(verdict)
				})
			};
			return [
				feature(item, 'shape', item.geometry, properties),
				feature(item, 'top', { type: 'Point', coordinates: northernmost(item.geometry) }, properties)
			];
		}
		case 'checkpoint':
			return [feature(item, 'place', item.geometry, { label, status: item.properties.status ?? 'staffed' })];
		case 'patrol-zone':
			return withCentre(item, item.geometry, item.properties.team ?? itemTitle(item), {
				level: item.properties.level ?? 'city'
			});
		case 'patrol-route':
			return [feature(item, 'shape', item.geometry, { label })];
		case 'station':
			return [feature(item, 'place', item.geometry, { label })];
		case 'area':
			return withCentre(item, item.geometry, label, {});
		case 'key-site': {
			const { category } = item.properties;
			const { geometry } = item;
			if (geometry.type === 'Point') return [feature(item, 'place', geometry, { label, category })];
			return [
				feature(item, 'shape', geometry, { category }),
				feature(item, 'place', { type: 'Point', coordinates: labelPoint(geometry) }, { label, category })
			];
		}
	}
}

type Shape = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;

function withCentre(item: Item, geometry: Shape, label: string, more: Record<string, unknown>): Feature[] {
	return [
		feature(item, 'shape', geometry, more),
		feature(item, 'centre', { type: 'Point', coordinates: labelPoint(geometry) }, { label })
	];
}

function feature(item: Item, part: string, geometry: Geometry, more: Record<string, unknown>): Feature {
	return {
		type: 'Feature',
		geometry,
		properties: {
			key: part === 'shape' ? item.id : `${item.id}@${part}`,
			id: item.id,
			part,
			...more
		}
	};
}

/** The corner of a ring that lies farthest north, the westernmost of several. */
function northernmost({ coordinates }: Polygon): Position {
	return (coordinates[0] ?? []).reduce((best: Position, at) =>
		at[1] > best[1] || (at[1] === best[1] && at[0] < best[0]) ? at : best
	);
}
