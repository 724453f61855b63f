import { describe, expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import type { Camera, Item } from '../../../src/lib/domain/items.ts';
import { localPlane } from '../../../src/lib/geo/local-plane.ts';
import { area, at, camera, square } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { isHidden, isWithin, obstacleFinder, type Obstacle } from '../../support/sight-oracle.ts';
import { housesAt } from './any-plan.ts';
import type { Verdict } from './by-hand.ts';
import { expectSound, finished, gridRings } from './finished.ts';

/** A square of 100 m, looked at every half metre. */
const HALF_M = 50;
const STEP_M = 0.5;
const MIN_PX_PER_M = 60;
/** Arcs may lie a quarter metre within the true ones; cuts and corners are rounded to the centimetre. */
const NEAR_M = 0.3;
const SNAP_M = 0.02;

const HOUSES = housesAt([
	[-30, -20, 14, 9, 0],
	[-8, 12, 20, 6, 0],
	[20, -32, 9, 20, 4],
	[-44, 20, 10, 10, 4],
	[6, -12, 5, 5, 12]
]);

/** What one camera is known to see, without the kernel: distance, bearing and houses, by formula. */
function verdictOf({ geometry, properties }: Camera, lng: number, lat: number, sight: Sight): number {
	const { azimuthDeg = 0, hfovDeg = 360, rangeM = 0, nearM = 0, resolutionPx, heightM } = properties;
	const plane = localPlane([geometry.coordinates[0], geometry.coordinates[1]]);
	const x = (lng - geometry.coordinates[0]) * plane.metresPerLng;
	const y = (lat - geometry.coordinates[1]) * plane.metresPerLat;
	const distanceM = Math.hypot(x, y);
	const turnDeg = Math.abs(((((Math.atan2(x, y) * 180) / Math.PI - azimuthDeg) % 360) + 540) % 360) - 180;
	if (distanceM > rangeM || distanceM < nearM || Math.abs(turnDeg) > hfovDeg / 2) return OUT_OF_VIEW;
	let takes = 0;
	if (properties.integrated === false) takes = 2;
	if (properties.health === 'broken') takes = 3;
	const spanM = 2 * distanceM * Math.tan((hfovDeg * Math.PI) / 360);
	if (sight.isDense && typeof resolutionPx === 'number' && resolutionPx / spanM < MIN_PX_PER_M) takes = 4;
	if (sight.hasHouses) {
		const eye = geometry.coordinates.map((deg) => Math.round(deg * 1e7));
		const obstacles = housesAbout(eye[0], eye[1]);
		if (isHidden(obstacles, heightM ?? null, lng * 1e7 - eye[0], lat * 1e7 - eye[1])) takes = 5;
	}
	return takes;
}

interface Sight {
	readonly isDense: boolean;
	readonly hasHouses: boolean;
}

const FIND = obstacleFinder(HOUSES);
const ABOUT = new Map<string, Obstacle[]>();

function housesAbout(eyeX: number, eyeY: number): Obstacle[] {
	const key = `${eyeX} ${eyeY}`;
	const known = ABOUT.get(key) ?? FIND(eyeX, eyeY, 10000);
	ABOUT.set(key, known);
	return known;
}

const OUT_OF_VIEW = 6;
const VERDICTS: Verdict[] = [
	'covered',
	'off-duty',
	'not-integrated',
	'broken',
	'too-coarse',
	'occluded',
	'no-camera'
];

function cameras(seed: number): Camera[] {
	const random = seeded(seed);
	const out: Camera[] = [];
	while (out.length < 9) {
		const [x, y] = [(random() - 0.5) * 96, (random() - 0.5) * 96];
		const [lng, lat] = at(x, y);
		const about = FIND(Math.round(lng * 1e7), Math.round(lat * 1e7), 10000);
		// one drawn in a house looks out of it from elsewhere
		if (about.some(({ rings }) => isWithin(rings, 0, 0))) continue;
		out.push(
			camera(`c${out.length}`, x, y, {
				azimuthDeg: random() * 360,
				hfovDeg: random() < 0.3 ? 360 : 40 + random() * 90,
				rangeM: 12 + random() * 40,
				nearM: random() < 0.3 ? 4 : 0,
				...(random() < 0.8 && { resolutionPx: 1920 }),
				...(random() < 0.5 && { heightM: 6 }),
				...(random() < 0.2 && { health: 'broken' as const }),
				...(random() < 0.2 && { integrated: false })
			})
		);
	}
	return out;
}

describe('against a grid of half metres reckoned by formula', () => {
	test.each([
		['open ground', { isDense: false, hasHouses: false }, [1, 2, 3]],
		['a least density', { isDense: true, hasHouses: false }, [4, 5, 6]],
		['houses', { isDense: false, hasHouses: true }, [7, 8, 9]],
		['houses and a least density', { isDense: true, hasHouses: true }, [10, 11, 12]]
	] as [string, Sight, number[]][])('%s', (_, sight, seeds) => {
		const met = new Map<Verdict, number>();
		for (const seed of seeds) {
			const seen = cameras(seed).filter(({ properties }) => !sight.isDense || properties.hfovDeg !== 360);
			const items: Item[] = [area('yard', square(-HALF_M, -HALF_M, 2 * HALF_M)), ...seen];
			const assumptions: Assumptions = { ...PRESENT, ...(sight.isDense && { minPxPerM: MIN_PX_PER_M }) };
			const model = finished(items, { assumptions, walls: sight.hasHouses ? new Walls(HOUSES) : null });
			const answer = model.answer();
			expectSound(answer, 2);
			const gaps = answer.features.map(({ geometry, properties }) => {
				const rings = gridRings(geometry);
				const xs = rings[0].filter((__, i) => i % 2 === 0);
				const ys = rings[0].filter((__, i) => i % 2 === 1);
				const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
				return { rings, box, reason: properties?.reason as Verdict };
			});
			const takesOf = (one: Camera, x: number, y: number): number => {
				const [lng, lat] = at(x, y);
				return verdictOf(one, lng, lat, sight);
			};
			let points = 0;
			let covered = 0;
			let onEdge = 0;
			for (let x = -HALF_M + STEP_M / 2; x < HALF_M; x += STEP_M) {
				for (let y = -HALF_M + STEP_M / 2; y < HALF_M; y += STEP_M) {
					const [lng, lat] = at(x, y);
					const gx = Math.round(lng * 1e7) + 0.5;
					const gy = Math.round(lat * 1e7) + 0.5;
					const found = gaps
						.filter(({ box, rings }) => {
							const isIn = gx > box[0] && gx < box[2] && gy > box[1] && gy < box[3];
							return isIn && isWithin(rings, gx, gy);
						})
						.map(({ reason }) => reason);
					if (found.length > 1) expect(found).toHaveLength(1);
					const said = found[0] ?? 'covered';
					const expected = VERDICTS[Math.min(OUT_OF_VIEW, ...seen.map((one) => takesOf(one, x, y)))];
					points++;
					if (said === 'covered') covered++;
					met.set(expected, (met.get(expected) ?? 0) + 1);
					if (said === expected) continue;
					onEdge++;
					const about = seen.map((one) => takesAbout((u, v) => takesOf(one, u, v), x, y));
					if (!mayBe(VERDICTS.indexOf(said), about))
						expect({ seed, x, y, said, expected }).toBe('as by hand');
				}
			}
			expect(onEdge).toBeLessThan(points / 50);
			const { coveredShare } = answer.summary;
			expect(Math.abs(covered / points - coveredShare)).toBeLessThan(0.004);
		}
		const most = [...met.values()].reduce((sum, n) => sum + n, 0);
		console.info(Object.fromEntries(met));
		expect(met.get('covered')).toBeGreaterThan(most / 20);
		if (sight.isDense) expect(met.get('too-coarse')).toBeGreaterThan(most / 50);
		if (sight.hasHouses) expect(met.get('occluded')).toBeGreaterThan(most / 50);
	});
});

/** What one camera's view may take at a place, its edges as far off as they may be. */
function takesAbout(takesOf: (x: number, y: number) => number, x: number, y: number): number[] {
	const found = [takesOf(x, y)];
	for (let turn = 0; turn < 16; turn++) {
		for (const far of [SNAP_M, NEAR_M / 3, NEAR_M]) {
			const angle = (turn / 16) * 2 * Math.PI;
			const takes = takesOf(x + far * Math.cos(angle), y + far * Math.sin(angle));
			found.push(takes);
			// a view and its coarse or free twin end at other places of the grid: their sides are not quite one
			if (far === SNAP_M && (takes === OUT_OF_VIEW) !== (found[0] === OUT_OF_VIEW)) found.push(4, 5);
		}
	}
	return found;
}

/** Whether `takes` can be the least of all, each camera's edges being off by themselves. */
function mayBe(takes: number, about: readonly number[][]): boolean {
	const isGiven = takes === OUT_OF_VIEW || about.some((one) => one.includes(takes));
	return isGiven && about.every((one) => Math.max(...one) >= takes);
}
