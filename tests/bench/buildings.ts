import type { Buildings } from '../../src/lib/geo/buildings.ts';
import { seeded } from '../support/random.ts';

const METRES_PER_LNG = 96486;
const METRES_PER_LAT = 110852;
const BLOCK_M = 90;

/**
 * Made-up houses about each place where there is a camera: blocks of `BLOCK_M` a side, each with a handful of boxes, L
 * shapes and now and then a courtyard round its rim, so that streets stay open between blocks. Houses of 2 to 12
 * storeys; one in five has no known height. `places` are longitude and latitude.
 */
export function cityBuildings(places: Iterable<readonly number[]>, seed = 11): Buildings {
	const blocks = new Set<string>();
	for (const [lng, lat] of places) {
		const column = Math.floor((lng * METRES_PER_LNG) / BLOCK_M);
		const row = Math.floor((lat * METRES_PER_LAT) / BLOCK_M);
		for (let dx = -1; dx <= 1; dx++)
			for (let dy = -1; dy <= 1; dy++) blocks.add(`${column + dx} ${row + dy}`);
	}
	const coords: number[] = [];
	const ringStart = [0];
	const heights: number[] = [];
	const add = (x: number, y: number, ring: readonly [number, number][], heightDm: number): void => {
		for (const [u, v] of ring) {
			coords.push(Math.round(((x + u) / METRES_PER_LNG) * 1e7), Math.round(((y + v) / METRES_PER_LAT) * 1e7));
		}
		ringStart.push(coords.length / 2);
		heights.push(heightDm);
	};
	for (const block of blocks) {
		const [column, row] = block.split(' ').map(Number);
		// each block is its own, whatever others there are
		const random = seeded(seed + column * 73856093 + row * 19349663);
		for (let lot = 0; lot < 6; lot++) {
			if (random() < 0.1) continue;
			const x = column * BLOCK_M + 12 + (lot % 2) * 36 + random() * 6;
			const y = row * BLOCK_M + 12 + (lot >> 1) * 24 + random() * 4;
			const wide = 14 + random() * 14;
			const deep = 12 + random() * 8;
			const heightDm = random() < 0.2 ? 0 : 30 * Math.floor(2 + random() * 11);
			const kind = random();
			if (kind < 0.35) add(x, y, box(0, 0, wide, deep), heightDm);
			else if (kind < 0.9) {
				add(x, y, [[0, 0], [wide, 0], [wide, 8], [8, 8], [8, deep], [0, deep]], heightDm); // prettier-ignore
			} else {
				add(x, y, box(0, 0, wide, deep), heightDm);
				add(x, y, box(4, 4, wide - 4, deep - 4).reverse(), heightDm);
			}
		}
	}
	return {
		coords: Int32Array.from(coords),
		ringStart: Uint32Array.from(ringStart),
		ringHeightDm: Uint16Array.from(heights)
	};
}

function box(west: number, south: number, east: number, north: number): [number, number][] {
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north]
	];
}
