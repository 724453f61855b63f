import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Position } from 'geojson';
import type { CameraHead, CameraProperties } from '../../src/lib/domain/items.ts';
import { seeded } from '../support/random.ts';
import { cityScene } from './scene.ts';
import type { FabricZone } from './zone-fabric.ts';

/** Middle of the demo city, and of the made-up city that is laid over it. */
const [CITY_LNG, CITY_LAT] = [71.43, 51.13];
const [SCENE_LNG, SCENE_LAT] = [120, 30];
/** Degrees of the demo city for one of the made-up city, so that metres stay metres. */
const SCALE_LNG = Math.cos((SCENE_LAT * Math.PI) / 180) / Math.cos((CITY_LAT * Math.PI) / 180);
const SCALE_LAT = 110852 / 111251;

const OWNERS = [
	'City security',
	'County security',
	'Traffic department',
	'Railway',
	'Bus company',
	'Water works',
	'Power company',
	'Schools',
	'Hospitals',
	'Housing estates',
	'Shops',
	'Parks'
];
const SENSORS = [
	{ sensorWidthMm: 5.37, resolutionPx: [1920, 1080] },
	{ sensorWidthMm: 7.18, resolutionPx: [2688, 1520] },
	{ sensorWidthMm: 7.68, resolutionPx: [3840, 2160] }
] as const;

/**
 * Writes a plan of `count` made-up cameras over the surroundings of the demo city: an area, three
 * rings, a patrol zone for every 500 cameras; a dozen owners, some cameras broken, apart or planned,
 * a quarter known by their optics alone. The same seed gives the same bytes; 220,000 are about 90 MB.
 * `fabric` are zones in place of those.
 */
export async function writeLargePlan(
	path: string,
	count: number,
	seed = 42,
	fabric?: readonly FabricZone[]
): Promise<void> {
	const random = seeded(seed);
	const { area, zones, cameras } = cityScene(count, seed, 0.15);
	const out = createWriteStream(path);
	const write = async (text: string): Promise<void> => {
		if (!out.write(text)) await once(out, 'drain');
	};
	const header = { format: 1, name: `${count} made-up cameras`, region: 'astana', madeUp: true };
	await write(`{"type":"FeatureCollection","cordon":${JSON.stringify(header)},"features":[\n`);
	const one = (id: string, geometry: object, properties: object): string =>
		JSON.stringify({ type: 'Feature', id, geometry, properties });

	await write(
		one('area-1', moved(area.geometry), { kind: 'area', name: 'Measured city', level: 'prefecture' })
	);
	for (const [i, radiusM] of [2500, 6000, 14_000].entries()) {
		const geometry = { type: 'Polygon', coordinates: [circle(radiusM)] };
		await write(`,\n${one(`ring-${i + 1}`, geometry, { kind: 'control-ring', level: i + 1 })}`);
	}
	for (const { id, geometry, properties } of fabric ? [] : zones) {
		await write(`,\n${one(id, moved(geometry), { kind: 'patrol-zone', ...properties })}`);
	}
	for (const [i, ring] of (fabric ?? []).entries()) {
		const geometry = { type: 'Polygon', coordinates: [ring] };
		const known = { kind: 'patrol-zone', name: `Zone ${i}`, level: 'city' };
		await write(`,\n${one(`zone-${i}`, geometry, known)}`);
	}
	let lines: string[] = [];
	for (const [i, { geometry, properties }] of cameras.entries()) {
		const number = String(i + 1).padStart(6, '0');
		const known = { kind: 'camera', name: `Pole ${number}`, ...described(properties, number, random) };
		lines.push(`,\n${one(`camera-${number}`, moved(geometry), known)}`);
		if (lines.length === 2000) {
			await write(lines.join(''));
			lines = [];
		}
	}
	await write(`${lines.join('')}\n]}\n`);
	out.end();
	await once(out, 'finish');
}

function described(seen: CameraProperties, number: string, random: () => number): CameraProperties {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const optics = random() < 0.25 ? opticsInstead(seen, pick(SENSORS), random) : seen;
	return {
		type: seen.hfovDeg === 360 ? 'dome' : random() < 0.08 ? 'ptz' : 'fixed',
		...optics,
		health: seen.health ?? (random() < 0.04 ? 'impaired' : 'working'),
		integrated: seen.integrated ?? true,
		owner: pick(OWNERS),
		deviceCode: `34020000001320${number}`,
		status: random() < 0.03 ? 'planned' : 'built',
		installed: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-15`
	};
}

/** The same direction with a lens in place of angle and range. */
function opticsInstead(
	seen: CameraProperties,
	{ sensorWidthMm, resolutionPx }: (typeof SENSORS)[number],
	random: () => number
): CameraHead {
	if (seen.heads || seen.hfovDeg === 360) return seen;
	return {
		azimuthDeg: seen.azimuthDeg,
		sensorWidthMm,
		focalLengthMm: Math.round(40 + 80 * random()) / 10,
		resolutionPx: [...resolutionPx],
		heightM: Math.round(35 + 40 * random()) / 10,
		tiltDeg: Math.round(8 + 12 * random())
	};
}

function circle(radiusM: number): Position[] {
	const ring = Array.from({ length: 48 }, (_, i): Position => {
		const angle = (i / 48) * 2 * Math.PI;
		const lng = CITY_LNG + (radiusM * Math.cos(angle)) / (111_320 * Math.cos((CITY_LAT * Math.PI) / 180));
		return [rounded(lng), rounded(CITY_LAT + (radiusM * Math.sin(angle)) / 111_251)];
	});
	return [...ring, ring[0] as Position];
}

function moved(geometry: { type: string; coordinates: unknown }): object {
	const move = (nested: unknown): unknown => {
		if (!Array.isArray(nested)) return nested;
		if (typeof nested[0] !== 'number') return nested.map(move);
		const [lng, lat] = nested as [number, number];
		return [
			rounded(CITY_LNG + (lng - SCENE_LNG) * SCALE_LNG),
			rounded(CITY_LAT + (lat - SCENE_LAT) * SCALE_LAT)
		];
	};
	return { type: geometry.type, coordinates: move(geometry.coordinates) };
}

function rounded(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7;
}
