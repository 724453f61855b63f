import type {
	Area,
	Item,
	ItemId,
	KeySite,
	KeySiteProperties,
	PatrolZone,
	Station
} from '../../src/lib/domain/items.ts';
import { place, type Spot } from './towns.ts';

/** A station of a drawn town. */
export function station(id: string, at: Spot, teams?: number): Station {
	return {
		id: id as ItemId,
		kind: 'station',
		rank: 10,
		geometry: { type: 'Point', coordinates: place(at) },
		properties: { name: id, ...(teams === undefined ? {} : { teams }) }
	};
}

export function keySite(id: string, at: Spot, needs?: KeySiteProperties['needs']): KeySite {
	return {
		id: id as ItemId,
		kind: 'key-site',
		rank: 20,
		geometry: { type: 'Point', coordinates: place(at) },
		properties: { name: id, category: 'school', ...(needs ? { needs } : {}) }
	};
}

export function boxArea(
	id: string,
	box: readonly [number, number, number, number],
	population?: number
): Area {
	return {
		id: id as ItemId,
		kind: 'area',
		rank: 1,
		geometry: boxOf(box),
		properties: { name: id, ...(population === undefined ? {} : { population }) }
	};
}

export function boxZone(
	id: string,
	box: readonly [number, number, number, number],
	hours?: string
): PatrolZone {
	return {
		id: id as ItemId,
		kind: 'patrol-zone',
		rank: 30,
		geometry: boxOf(box),
		properties: { name: id, ...(hours ? { hours } : {}) }
	};
}

function boxOf([west, south, east, north]: readonly [number, number, number, number]): Extract<
	Item['geometry'],
	{ type: 'Polygon' }
> {
	const corners: Spot[] = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return { type: 'Polygon', coordinates: [corners.map(place)] };
}
