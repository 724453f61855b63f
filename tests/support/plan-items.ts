import type { Position } from 'geojson';
import type {
	Area,
	Camera,
	CameraProperties,
	ControlRing,
	ItemId,
	PatrolRoute,
	PatrolZone,
	RingLevel
} from '../../src/lib/domain/items.ts';
import { fromPlane, localPlane } from '../../src/lib/geo/local-plane.ts';

/** Where four of the coarsest cells meet, so that small scenes lie across cells. */
export const CORNER: [lng: number, lat: number] = [(1358 * 2 ** 19) / 1e7, (975 * 2 ** 19) / 1e7];

const plane = localPlane(CORNER);

/** Metres east and north of the corner. */
export function at(x: number, y: number): Position {
	const [lng, lat] = fromPlane(plane, { x, y });
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** A closed ring through places in metres from the corner. */
export function ring(...points: [number, number][]): Position[] {
	return [...points, points[0]].map(([x, y]) => at(x, y));
}

export function square(x: number, y: number, width: number): Position[] {
	return ring([x, y], [x + width, y], [x + width, y + width], [x, y + width]);
}

export function area(id: string, outline: Position[], ...holes: Position[][]): Area {
	return {
		id: id as ItemId,
		kind: 'area',
		rank: 0,
		properties: { name: id },
		geometry: { type: 'Polygon', coordinates: [outline, ...holes] }
	};
}

export function controlRing(id: string, level: RingLevel, outline: Position[]): ControlRing {
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: 0,
		properties: { level },
		geometry: { type: 'Polygon', coordinates: [outline] }
	};
}

export function camera(id: string, x: number, y: number, properties: CameraProperties): Camera {
	return {
		id: id as ItemId,
		kind: 'camera',
		rank: 0,
		properties,
		geometry: { type: 'Point', coordinates: at(x, y) }
	};
}

export function zone(id: string, outline: Position[], hours?: string): PatrolZone {
	return {
		id: id as ItemId,
		kind: 'patrol-zone',
		rank: 0,
		properties: { hours },
		geometry: { type: 'Polygon', coordinates: [outline] }
	};
}

export function route(id: string, line: Position[], reachM?: number): PatrolRoute {
	return {
		id: id as ItemId,
		kind: 'patrol-route',
		rank: 0,
		properties: { reachM },
		geometry: { type: 'LineString', coordinates: line }
	};
}
