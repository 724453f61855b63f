import { Walls } from '../../src/lib/analysis/coverage/walls.ts';
import { viewsOf, type View } from '../../src/lib/domain/camera-heads.ts';
import type { Buildings } from '../../src/lib/geo/buildings.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { sectorRings } from '../../src/lib/geo/sector-rings.ts';
import { cityBuildings } from './buildings.ts';
import { cityScene } from './scene.ts';

const CAMERAS = 220_000;
const METRES_PER_LNG = 96486;
const METRES_PER_LAT = 110852;

interface Head {
	at: LngLat;
	view: View;
}

/**
 * Prints what it costs to cut the views of 220,000 cameras at the walls of buildings, in CPU seconds of one
 * thread, and how long one view takes; next to it the same views in open country.
 */
export async function benchOcclusion(): Promise<void> {
	const { cameras } = cityScene(CAMERAS);
	const buildings = cityBuildings(cameras.map(({ geometry }) => geometry.coordinates));
	const heads: Head[] = cameras.flatMap(({ geometry: { coordinates }, properties }) =>
		viewsOf(properties).views.map((view) => ({ at: [coordinates[0], coordinates[1]] as const, view }))
	);
	let start = cpuSeconds();
	const walls = new Walls(buildings);
	const indexS = cpuSeconds() - start;

	start = cpuSeconds();
	let openPoints = 0;
	for (const { at, view } of heads) {
		for (const ring of sectorRings(at, view.azimuthDeg, view.hfovDeg, view.rangeM, view.nearM))
			openPoints += ring.length;
	}
	const openS = cpuSeconds() - start;

	const rows: [string, string][] = [
		['cameras, views, houses', `${cameras.length}, ${heads.length}, ${buildings.ringStart.length - 1}`],
		['walls in reach of a view', `${meanWalls(buildings, heads).toFixed(1)} on the mean`],
		['index of houses', `${indexS.toFixed(2)} s CPU`],
		['views in open country', `${openS.toFixed(2)} s CPU (${Math.round(openPoints / 2)} points)`]
	];
	for (const [name, heightM] of [
		['heights not known', null],
		['camera 6 m up', 6],
		['camera 12 m up', 12]
	] as const) {
		rows.push(...measure(walls, heads, name, heightM));
	}
	for (const [name, value] of rows) console.log(`  ${name.padEnd(34)} ${value}`);
}

function measure(
	walls: Walls,
	heads: readonly Head[],
	name: string,
	heightM: number | null
): [string, string][] {
	let cut = 0;
	let points = 0;
	const start = cpuSeconds();
	for (const { at, view } of heads) {
		const rings = walls.cutRings(at, view, heightM);
		if (!rings) continue;
		cut++;
		for (const ring of rings) points += ring.length / 2;
	}
	const allS = cpuSeconds() - start;
	const oneMs: number[] = [];
	for (let i = 0; i < heads.length; i += 11) {
		const from = performance.now();
		walls.cutRings(heads[i].at, heads[i].view, heightM);
		oneMs.push(performance.now() - from);
	}
	return [
		[`all views, ${name}`, `${allS.toFixed(2)} s CPU (${cut} cut, ${points} points)`],
		['  one view', percentiles(oneMs)]
	];
}

/** Walls any part of whose house's box meets the box of a view: what a view has to look at. */
function meanWalls({ coords, ringStart }: Buildings, heads: readonly Head[]): number {
	const cells = new Map<string, number[]>();
	for (let i = 0; i < coords.length; i += 2) {
		const key = `${Math.floor(coords[i] / 10000)} ${Math.floor(coords[i + 1] / 10000)}`;
		const list = cells.get(key);
		if (list) list.push(i);
		else cells.set(key, [i]);
	}
	let sum = 0;
	let looked = 0;
	for (let h = 0; h < heads.length; h += 97) {
		const { at, view } = heads[h];
		const x = at[0] * 1e7;
		const y = at[1] * 1e7;
		const reachX = (view.rangeM / METRES_PER_LNG) * 1e7;
		const reachY = (view.rangeM / METRES_PER_LAT) * 1e7;
		for (let cx = Math.floor((x - reachX) / 10000); cx <= (x + reachX) / 10000; cx++) {
			for (let cy = Math.floor((y - reachY) / 10000); cy <= (y + reachY) / 10000; cy++) {
				for (const i of cells.get(`${cx} ${cy}`) ?? []) {
					const dx = (coords[i] - x) / reachX;
					const dy = (coords[i + 1] - y) / reachY;
					if (dx * dx + dy * dy <= 1) sum++;
				}
			}
		}
		looked++;
	}
	return ringStart.length > 1 ? sum / looked : 0;
}

function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function percentiles(ms: readonly number[]): string {
	const sorted = [...ms].sort((a, b) => a - b);
	const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)].toFixed(3);
	return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  most ${at(1)} ms`;
}
