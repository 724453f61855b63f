import { localPlane, fromPlane } from '../../src/lib/geo/local-plane.ts';

const PLANE = localPlane([71.43, 51.13]);

/** Metres east and north of the middle of the demo city. */
function at(x: number, y: number): number[] {
	return fromPlane(PLANE, { x, y }).map((degrees) => Math.round(degrees * 1e7) / 1e7);
}

function ring(...places: (readonly [number, number])[]): number[][] {
	return [...places, places[0] as readonly [number, number]].map(([x, y]) => at(x, y));
}

function box(x: number, y: number, width: number, height = width): number[][] {
	return ring([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

/** The text of a plan over the demo city in which much is amiss; what is to be found is said beside it. */
export function messyPlanText(): string {
	const features: object[] = [];
	const add = (id: string, type: string, coordinates: unknown, properties: object): void => {
		features.push({ type: 'Feature', id, geometry: { type, coordinates }, properties });
	};
	add('town', 'Polygon', [box(-3000, -3000, 6000)], { kind: 'area', name: 'Town', level: 'county' });
	add('core', 'Polygon', [box(-800, -800, 1600)], { kind: 'control-ring', name: 'Core', level: 1 });
	add('outer', 'Polygon', [box(-1800, -1800, 3600)], { kind: 'control-ring', name: 'Outer', level: 2 });
	const zone = (name: string, outline: number[][], team?: string): void =>
		add(`zone-${name}`, 'Polygon', [outline], { kind: 'patrol-zone', name, ...(team && { team }) });
	// four zones about one sliver of 6 m by 400 m; West and East overlap in the south
	zone('West', ring([-1000, -500], [20, -500], [0, 0], [0, 400], [-1000, 400]), 'A');
	zone('East', ring([0, -500], [1000, -500], [1000, 400], [6, 400], [6, 0], [0, 0]), 'B');
	zone('North', ring([-1000, 400], [1000, 400], [1000, 900], [-1000, 900]));
	// a bow-tie
	zone('Bow', ring([1500, 1500], [1900, 1900], [1900, 1500], [1500, 1900]), 'C');
	// a corner twice
	zone('Twice', ring([-1900, 1500], [-1500, 1500], [-1500, 1500], [-1500, 1900]), 'D');
	const camera = (id: string, x: number, y: number, more: object = {}): void =>
		add(id, 'Point', at(x, y), { kind: 'camera', azimuthDeg: 30, hfovDeg: 60, rangeM: 60, ...more });
	camera('camera-1', 100, 100);
	camera('camera-2', 100, 100);
	camera('camera-stray', 3200, 0);
	camera('camera-own', 300, 100);
	add('post', 'Point', at(-800, 0), { kind: 'checkpoint', name: 'Old post', ring: 'gone' });
	add('slip', 'LineString', [at(0, 200), at(0.4, 200)], { kind: 'patrol-route', name: 'Slip' });
	add('school', 'Point', at(0, 3300), { kind: 'key-site', name: 'Far school', category: 'school' });
	const cordon = { format: 1, name: 'Messy plan', region: 'astana' };
	return JSON.stringify({ type: 'FeatureCollection', cordon, features });
}
