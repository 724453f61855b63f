import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PACK_FILES } from '../../../src/lib/domain/region.ts';
import { decodeBuildings } from '../../../src/lib/formats/buildings-file.ts';
import type { Buildings } from '../../../src/lib/geo/buildings.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { buildPack } from '../../support/built-packs.ts';
import { ASTANA_TILES } from '../../support/map-samples.ts';
import { seeded } from '../../support/random.ts';
import { isInTheOpen, obstacleFinder } from '../../support/sight-oracle.ts';
import { expectAsOracle, randomPoints, sight } from './walls-asked.ts';

let pack = '';
let buildings: Buildings;
beforeAll(async () => {
	pack = await buildPack(ASTANA_TILES, 'astana');
	const bytes = await readFile(join(pack, PACK_FILES.buildings));
	buildings = decodeBuildings(bytes.slice().buffer as ArrayBuffer);
});
afterAll(() => rm(dirname(pack), { recursive: true, force: true }));

test('2,000 cameras among the houses of Astana', () => {
	const random = seeded(20);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
	const walls = new Walls(buildings);
	const obstaclesAbout = obstacleFinder(buildings);
	let opens = 0;
	let cuts = 0;
	let low = 0;
	for (let i = 0; i < 2000; i++) {
		const corner = Math.floor((random() * buildings.coords.length) / 2);
		const offset = pick([0, 0.5, 5, 15, 30]);
		const at: LngLat = [
			buildings.coords[2 * corner] / 1e7 + ((random() - 0.5) * offset) / 35000,
			buildings.coords[2 * corner + 1] / 1e7 + ((random() - 0.5) * offset) / 55600
		];
		const view = {
			azimuthDeg: random() * 360,
			hfovDeg: pick([30, 60, 90, 170, 300, 360]),
			rangeM: pick([20, 50, 80, 150]),
			nearM: pick([0, 0, 4, 10])
		};
		const heightM = pick([null, 4, 8, 15]);
		const obstacles = obstaclesAbout(Math.round(at[0] * 1e7), Math.round(at[1] * 1e7), view.rangeM * 150);
		if (!isInTheOpen(obstacles)) {
			sight(walls, at, view, heightM);
			continue;
		}
		opens++;
		if (heightM !== null && obstacles.some((one) => one.heightM !== null && one.heightM < heightM)) low++;
		const points = randomPoints(random, 40, at, view.rangeM * 0.9);
		if (expectAsOracle(walls, obstacles, at, view, heightM, points) > 0) cuts++;
	}
	expect(opens).toBeGreaterThan(700);
	expect(cuts).toBeGreaterThan(350);
	expect(low).toBeGreaterThan(100);
});
