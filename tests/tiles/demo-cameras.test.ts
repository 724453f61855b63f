import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/lib/domain/camera-heads.ts';
import type { Camera, CameraHead, CameraProperties, ItemId } from '../../src/lib/domain/items.ts';
import { NEED } from '../../src/lib/domain/needs.ts';
import { validateItem } from '../../src/lib/domain/validate-item.ts';
import type { CameraSite } from '../../tiles/build/demo/camera-sites.ts';
import { camerasOf } from '../../tiles/build/demo/cameras.ts';
import { seededRandom } from '../../tiles/build/demo/random.ts';

const PLACES = ['junction', 'street', 'estate', 'site'] as const;

/** Poles of every place, some near the centre, some far from it. */
function poles(count: number): CameraSite[] {
	return Array.from({ length: count }, (_, i): CameraSite => {
		const place = PLACES[i % 4];
		const headingsDeg = [10, 100, 190, 280].slice(0, place === 'junction' ? 2 + (i % 3) : 2);
		return {
			at: [71.4, 51.1],
			headingsDeg,
			hasDome: place === 'junction',
			place,
			fromCentreM: (i % 2) * 9000
		};
	});
}
const random = seededRandom(5);
const cameras = poles(800).flatMap((site) => camerasOf(site, random).map(({ properties }) => properties));
const headsOf = (camera: CameraProperties): CameraHead[] => camera.heads ?? [camera];
const share = (has: (camera: CameraProperties) => boolean) => cameras.filter(has).length / cameras.length;
const needsOf = (camera: CameraProperties) =>
	viewsOf(camera).views.reduce((all, { needs }) => all | needs, 0);

describe('the cameras of the demo', () => {
	test('are what a plan may hold', () => {
		const problems = cameras.flatMap((properties, rank) => {
			const geometry: Camera['geometry'] = { type: 'Point', coordinates: [71.4, 51.1] };
			return validateItem({ id: `c${rank}` as ItemId, kind: 'camera', geometry, properties, rank });
		});
		expect(problems).toEqual([]);
	});

	test.each<[string, (camera: CameraProperties) => boolean, from: number, to: number]>([
		['with optics', (camera) => headsOf(camera).some((head) => head.sensorWidthMm), 0.4, 0.6],
		['of several heads', (camera) => (camera.heads?.length ?? 0) === 4, 0.02, 0.1],
		['that turn', ({ type }) => type === 'ptz', 0.02, 0.15],
		['known to a compass point', (camera) => (needsOf(camera) & NEED.LIKELY) !== 0, 0.1, 0.3],
		['of unknown direction', (camera) => viewsOf(camera).uncertainHeads > 0, 0.01, 0.08],
		['impaired', ({ health }) => health === 'impaired', 0.05, 0.15],
		['broken', ({ health }) => health === 'broken', 0.05, 0.15],
		['not integrated', ({ integrated }) => integrated === false, 0.2, 0.5],
		['planned', ({ status }) => status === 'planned', 0.02, 0.08]
	])('%s: some, and no more than a city would have', (_, has, from, to) => {
		expect(share(has)).toBeGreaterThan(from);
		expect(share(has)).toBeLessThan(to);
	});

	test('of several heads are one dome and fixed ones that look apart', () => {
		for (const camera of cameras.filter(({ heads }) => heads)) {
			expect(camera.type).toBe('dome');
			const [dome, ...fixed] = viewsOf(camera).views;
			expect(dome.hfovDeg).toBe(360);
			for (const { hfovDeg } of fixed) expect(hfovDeg).toBeLessThan(130);
		}
	});

	test('belong to six to eight bodies, each named in both languages', () => {
		const owners = new Set(cameras.map(({ owner }) => owner as string));
		expect(owners.size).toBeGreaterThanOrEqual(6);
		expect(owners.size).toBeLessThanOrEqual(8);
		for (const owner of owners) expect(owner).toMatch(/^[A-Z][a-z ]+ \p{Script=Han}+$/u);
	});

	test('reach as far as their optics let them, and every one with a direction sees something', () => {
		for (const camera of cameras) {
			const { views, uncertainHeads } = viewsOf(camera);
			if (uncertainHeads === 0) expect(views.length).toBeGreaterThan(0);
			for (const { rangeM, nearM } of views) {
				expect(rangeM).toBeGreaterThan(15);
				expect(rangeM).toBeLessThan(400);
				expect(nearM).toBeLessThan(rangeM);
			}
		}
	});
});
