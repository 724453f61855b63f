import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Lines tried across a shape; the widest stretch within it carries the label. */
const SCAN_LINES = 9;

/**
 * A place well within a shape for its label: the middle of the widest stretch among a few lines of
 * equal latitude across its largest part, holes left out. Where a shape has no inside, its first
 * point. Always inside where there is an inside that one of the lines meets.
 */
export function labelPoint(shape: Polygon | MultiPolygon): Position {
	const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
	let best: { width: number; at: Position } | null = null;
	for (const rings of parts) {
		const [south, north] = span(rings[0] ?? []);
		for (let i = 1; i <= SCAN_LINES; i++) {
			const lat = south + ((north - south) * i) / (SCAN_LINES + 1);
			// the middle lines are worth more: a label looks right near the centre of height
			const worth = 1 - Math.abs(i / (SCAN_LINES + 1) - 0.5);
			const cuts = crossings(rings, lat);
			for (let k = 0; k + 1 < cuts.length; k += 2) {
				const [west, east] = [cuts[k] as number, cuts[k + 1] as number];
				const width = (east - west) * worth;
				if (width > (best?.width ?? 0)) best = { width, at: [(west + east) / 2, lat] };
			}
		}
	}
	return best?.at ?? parts[0]?.[0]?.[0] ?? [0, 0];
}

function span(ring: Position[]): [south: number, north: number] {
	let south = Infinity;
	let north = -Infinity;
	for (const at of ring) {
		south = Math.min(south, at[1] as number);
		north = Math.max(north, at[1] as number);
	}
	return [south, north];
}

/** Longitudes where the rings cross a latitude, from west to east; always an even number of them. */
function crossings(rings: Position[][], lat: number): number[] {
	const found: number[] = [];
	for (const ring of rings) {
		for (let i = 0; i < ring.length; i++) {
			const [ax, ay] = ring[i] as [number, number];
			const [bx, by] = ring[(i + 1) % ring.length] as [number, number];
			if (ay > lat !== by > lat) found.push(ax + ((bx - ax) * (lat - ay)) / (by - ay));
		}
	}
	return found.sort((a, b) => a - b);
}
