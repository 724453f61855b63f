import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from 'geojson';
import type { LngLat, Px } from '../geo/coordinates.ts';
import { nearestOnLine } from './nearest-on-line.ts';

/** How close the pointer must come to a crossing, and to a road, in pixels. */
const CROSSING_PX = 14;
const ROAD_PX = 10;
/** Farther out a few pixels are more than a carriageway's width. */
const SNAP_ZOOM = 12;

const PLACES = ['crossing', 'leak-number', 'suggestion'];
const ROADS = ['road', 'road-bridge', 'road-tunnel'];

/** The crossing or the road on screen that `p` is close to: where a checkpoint there would stand. */
export function snapToRoad(map: MapLibreMap, p: Px): LngLat | null {
	if (map.getZoom() < SNAP_ZOOM) return null;
	const place = nearest(p, linesNear(map, p, PLACES, CROSSING_PX), CROSSING_PX, map);
	return place ?? nearest(p, linesNear(map, p, ROADS, ROAD_PX), ROAD_PX, map);
}

function linesNear(map: MapLibreMap, p: Px, wanted: string[], reachPx: number): Position[][] {
	const layers = wanted.filter((layer) => map.getLayer(layer));
	const found = map.queryRenderedFeatures(
		[
			[p.px - reachPx, p.py - reachPx],
			[p.px + reachPx, p.py + reachPx]
		],
		{ layers }
	);
	return found.flatMap(({ geometry }) => {
		if (geometry.type === 'Point') return [[geometry.coordinates]];
		if (geometry.type === 'LineString') return [geometry.coordinates];
		return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
	});
}

function nearest(p: Px, lines: Position[][], reachPx: number, map: MapLibreMap): LngLat | null {
	let best: { at: Px; awayPx: number } | null = null;
	for (const line of lines) {
		const onScreen = line.map((at) => {
			const { x, y } = map.project(at as [number, number]);
			return { px: x, py: y };
		});
		const found = nearestOnLine(p, onScreen);
		if (found && found.awayPx <= (best?.awayPx ?? reachPx)) best = found;
	}
	if (!best) return null;
	const { lng, lat } = map.unproject([best.at.px, best.at.py]);
	return [lng, lat];
}
