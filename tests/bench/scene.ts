import type { Position } from 'geojson';
import type { Area, Camera, Item, ItemId, PatrolZone } from '../../src/lib/domain/items.ts';
import { seeded } from '../support/random.ts';

/** A made-up city for measuring: nothing in it stands anywhere. */
export interface Scene {
	area: Area;
	cameras: Camera[];
	zones: PatrolZone[];
	items: Item[];
	areaKm2: number;
}

const ORIGIN = { lng: 120, lat: 30 };
const METRES_PER_LNG = 96486;
const METRES_PER_LAT = 110852;
const STREET_M = 95;
const TURN = 2 * Math.PI;

interface Town {
	x: number;
	y: number;
	weight: number;
	spread: number;
	turn: number;
	hotSpots: [x: number, y: number, spread: number][];
}

/**
 * A city of `count` cameras at the density of the reference city (220,000 on 10,000 km2): a ragged
 * outline with holes, towns with a street grid and hot spots, roads between them, loose ones in the
 * country; one to four heads on a pole, some ring-shaped, one in a hundred put in twice; a patrol
 * zone for every 500. `sick` is the share of cameras that are broken or not integrated.
 */
export function cityScene(count: number, seed = 42, sick = 0): Scene {
	const random = seeded(seed);
	const gauss = (): number => Math.sqrt(-2 * Math.log(Math.max(random(), 1e-12))) * Math.cos(TURN * random());
	const areaKm2 = (10000 * count) / 220000;
	const radius = Math.sqrt((areaKm2 * 1e6) / Math.PI);
	const waves = Array.from({ length: 40 }, () => [random() * TURN, random()]);
	const rim = (angle: number): number => {
		let scale = 1;
		for (let k = 1; k <= 40; k++) {
			scale += (0.25 / (k * 1.1)) * waves[k - 1][1] * Math.sin(k * angle + waves[k - 1][0]);
		}
		return radius * Math.max(0.35, scale);
	};
	const outline = Array.from({ length: 1600 }, (_, i) => {
		const angle = (i / 1600) * TURN;
		return polar(rim(angle) * (1 + 0.004 * (random() - 0.5)), angle);
	});
	const holes = Array.from({ length: 10 }, (_, h) => {
		const angle = (h / 10) * TURN + random() * 0.2;
		const [cx, cy] = polar(rim(angle) * (0.3 + 0.4 * random()), angle);
		const size = radius * (0.01 + 0.04 * random());
		return Array.from({ length: 40 }, (_, i) => {
			const [x, y] = polar(size * (0.7 + 0.6 * random()), (-i / 40) * TURN);
			return [cx + x, cy + y] as [number, number];
		});
	});
	const area: Area = {
		id: 'area' as ItemId,
		kind: 'area',
		rank: 0,
		properties: { name: 'Measured city' },
		geometry: { type: 'Polygon', coordinates: [outline, ...holes].map(closedRing) }
	};

	const towns = makeTowns(count, radius, rim, random, gauss);
	const cameras = makeCameras(count, towns, rim, random, gauss, sick);
	const zones = makeZones(Math.max(2, Math.round(count / 500)), cameras, seeded(7));
	return { area, cameras, zones, items: [area, ...zones, ...cameras], areaKm2 };
}

function makeTowns(
	count: number,
	radius: number,
	rim: (angle: number) => number,
	random: () => number,
	gauss: () => number
): Town[] {
	const towns: Town[] = [];
	const number = Math.max(3, Math.round((60 * count) / 220000));
	for (let k = 0; k < number; k++) {
		const angle = random() * TURN;
		const [x, y] = polar(k === 0 ? 0.1 * radius : rim(angle) * Math.sqrt(random()) * 0.85, angle);
		towns.push({ x, y, weight: 1 / (k + 1), spread: 0, turn: random() * 1.57, hotSpots: [] });
	}
	const weights = towns.reduce((sum, town) => sum + town.weight, 0);
	for (const town of towns) {
		town.weight /= weights;
		const expected = 0.7 * count * town.weight;
		town.spread = Math.sqrt(expected / 110 / TURN) * 1000;
		const spots = Math.max(1, Math.round((expected * 0.5) / 180));
		for (let i = 0; i < spots; i++) {
			town.hotSpots.push([
				town.x + gauss() * town.spread,
				town.y + gauss() * town.spread,
				120 + 280 * random()
			]);
		}
	}
	return towns;
}

function makeCameras(
	count: number,
	towns: readonly Town[],
	rim: (angle: number) => number,
	random: () => number,
	gauss: () => number,
	sick: number
): Camera[] {
	const cameras: Camera[] = [];
	const any = (): Town => towns[Math.floor(random() * towns.length)];
	while (cameras.length < count) {
		const kind = random();
		let x: number;
		let y: number;
		if (kind < 0.7) [x, y] = inTown(pickTown(towns, random), random, gauss);
		else if (kind < 0.9) {
			const [a, b, t] = [any(), any(), random()];
			x = a.x + (b.x - a.x) * t + gauss() * 15;
			y = a.y + (b.y - a.y) * t + gauss() * 15;
		} else {
			const angle = random() * TURN;
			[x, y] = polar(rim(angle) * Math.sqrt(random()), angle);
		}
		if (Math.hypot(x, y) >= rim((Math.atan2(y, x) + TURN) % TURN) * 0.995) continue;
		const pole = random();
		const heads = pole < 0.55 ? 1 : pole < 0.8 ? 2 : pole < 0.88 ? 3 : 4;
		const first = random() * 360;
		for (let i = 0; i < heads && cameras.length < count; i++) {
			const isRing = random() < 0.15;
			const rangeM = isRing ? 20 + 60 * random() : Math.min(150, 20 + Math.abs(gauss()) * 45 + random() * 25);
			const properties: Camera['properties'] = {
				azimuthDeg: (first + (i * 360) / heads) % 360,
				hfovDeg: isRing ? 360 : 30 + 80 * random(),
				rangeM,
				...(random() < sick ? (random() < 0.5 ? { health: 'broken' } : { integrated: false }) : {})
			};
			const times = random() < 0.01 && cameras.length + 1 < count ? 2 : 1;
			for (let k = 0; k < times; k++) {
				cameras.push({
					id: `camera-${cameras.length}` as ItemId,
					kind: 'camera',
					rank: cameras.length + 1,
					properties,
					geometry: { type: 'Point', coordinates: toLngLat(x, y) }
				});
			}
		}
	}
	return cameras;
}

function inTown(town: Town, random: () => number, gauss: () => number): [number, number] {
	const spot = town.hotSpots[Math.floor(random() * town.hotSpots.length)];
	const [cx, cy, spread] = random() < 0.5 ? spot : [town.x, town.y, town.spread];
	const x = cx + gauss() * spread;
	const y = cy + gauss() * spread;
	// along one street or the other of the town's grid
	const cos = Math.cos(town.turn);
	const sin = Math.sin(town.turn);
	let u = x * cos + y * sin;
	let v = -x * sin + y * cos;
	const side = random() < 0.5 ? 6 : -6;
	if (random() < 0.5) u = Math.round(u / STREET_M) * STREET_M + side;
	else v = Math.round(v / STREET_M) * STREET_M + side;
	return [u * cos - v * sin, u * sin + v * cos];
}

function pickTown(towns: readonly Town[], random: () => number): Town {
	let left = random();
	for (const town of towns) {
		left -= town.weight;
		if (left <= 0) return town;
	}
	return towns[0];
}

function makeZones(count: number, cameras: readonly Camera[], random: () => number): PatrolZone[] {
	return Array.from({ length: count }, (_, z) => {
		const [lng, lat] = cameras[Math.floor(random() * cameras.length)].geometry.coordinates;
		const corners = 8 + Math.floor(random() * 13);
		const size = 150 + 550 * random();
		const cx = (lng - ORIGIN.lng) * METRES_PER_LNG + (random() - 0.5) * 800;
		const cy = (lat - ORIGIN.lat) * METRES_PER_LAT + (random() - 0.5) * 800;
		const ring = Array.from({ length: corners }, (_, i) => {
			const [x, y] = polar(size * (0.6 + 0.4 * random()), (i / corners) * TURN);
			return [cx + x, cy + y] as [number, number];
		});
		return {
			id: `zone-${z}` as ItemId,
			kind: 'patrol-zone',
			rank: 1e6 + z,
			properties: {},
			geometry: { type: 'Polygon', coordinates: [closedRing(ring)] }
		};
	});
}

function polar(length: number, angle: number): [number, number] {
	return [length * Math.cos(angle), length * Math.sin(angle)];
}

function closedRing(ring: readonly [number, number][]): Position[] {
	return [...ring, ring[0]].map(([x, y]) => toLngLat(x, y));
}

function toLngLat(x: number, y: number): Position {
	const round = (deg: number): number => Math.round(deg * 1e7) / 1e7;
	return [round(ORIGIN.lng + x / METRES_PER_LNG), round(ORIGIN.lat + y / METRES_PER_LAT)];
}
