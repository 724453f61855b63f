import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headsOf, type HeadOptics } from '../../../src/lib/domain/head-optics.ts';
import type { CameraProperties } from '../../../src/lib/domain/items.ts';
import { groundTicks } from '../../../src/lib/panels/inspector/optics/ground-ticks.ts';
import { opticsScene } from '../../../src/lib/panels/inspector/optics/optics-scene.ts';
import { planFrame } from '../../../src/lib/panels/inspector/optics/plan-frame.ts';
import { planLabels } from '../../../src/lib/panels/inspector/optics/plan-labels.ts';
import { sideFrame } from '../../../src/lib/panels/inspector/optics/side-frame.ts';

const headOf = (properties: CameraProperties) => headsOf(properties)[0] as HeadOptics;
/** 25 px/m at 54.86 m, 250 px/m at 5.486 m; on the ground from 5.71 m on. */
const lens = {
	azimuthDeg: 0,
	sensorWidthMm: 5.6,
	focalLengthMm: 4,
	resolutionPx: [1920, 1080] as [number, number]
};
const mounted = { ...lens, heightM: 6, tiltDeg: 25 };

describe('opticsScene', () => {
	test('says of each level how far it holds and whether that ground is in view', () => {
		const { levels } = opticsScene(headOf(mounted), 2014);
		expect(levels.map(({ name, distanceM, lies }) => [name, Number(distanceM.toFixed(2)), lies])).toEqual([
			['monitor', 109.71, 'beyond-range'],
			['detect', 54.86, 'in-view'],
			['observe', 21.94, 'in-view'],
			['recognise', 10.97, 'in-view'],
			['identify', 5.49, 'in-blind-zone']
		]);
	});

	test('the other scale has its own levels', () => {
		expect(opticsScene(headOf(lens), 2025).levels.map(({ name }) => name)).toContain('scrutinise');
	});

	test('pixels unknown: no levels', () => {
		expect(opticsScene(headOf({ azimuthDeg: 0, rangeM: 50 }), 2014).levels).toEqual([]);
	});

	test('a least density shortens the range, not the ground that is drawn', () => {
		const scene = opticsScene(headOf(lens), 2014, 250);
		expect(scene.range?.rangeM).toBeCloseTo(5.486, 3);
		expect(scene.fullM).toBeCloseTo(54.857, 3);
	});

	test('nothing tells a range: none, and no ground', () => {
		expect(opticsScene(headOf({ azimuthDeg: 0 }), 2014)).toMatchObject({ range: null, fullM: 0 });
	});
});

describe('planLabels', () => {
	test('names what is in view, farthest first, the range before a level that ends with it', () => {
		expect(
			planLabels(opticsScene(headOf(mounted), 2014)).map(({ rim, distanceM }) => [rim, Math.round(distanceM)])
		).toEqual([
			['range', 55],
			['level', 55],
			['level', 22],
			['level', 11],
			['blind', 6]
		]);
	});

	test('under a demand the coarse end stands apart', () => {
		const labels = planLabels(opticsScene(headOf(lens), 2014, 125));
		expect(labels.map(({ rim }) => rim)).toEqual(['level', 'full', 'level', 'range', 'level', 'level']);
	});

	test('no range, no labels', () => {
		expect(planLabels(opticsScene(headOf({ azimuthDeg: 0 }), 2014))).toEqual([]);
	});
});

describe('planFrame', () => {
	test('everything a head may see stays in the drawing, and every line starts on its arc', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 360 }),
				fc.integer({ min: 0, max: 60 }),
				fc.integer({ min: 1, max: 3000 }),
				fc.integer({ min: 120, max: 260 }),
				(hfovDeg, tolerance, fullM, room) => {
					const toleranceDeg = hfovDeg === 360 ? 0 : tolerance;
					const labels = [1, 0.5, 0.1].map((share) => ({
						distanceM: share * fullM,
						text: '',
						rim: 'level' as const
					}));
					const frame = planFrame(hfovDeg, toleranceDeg, fullM, labels, room);
					const mostDeg = Math.min(180, hfovDeg / 2 + toleranceDeg);
					for (let angleDeg = -mostDeg; angleDeg <= mostDeg; angleDeg += mostDeg / 16) {
						const angle = (angleDeg * Math.PI) / 180;
						const x = frame.x + fullM * frame.scale * Math.cos(angle);
						const y = frame.y + fullM * frame.scale * Math.sin(angle);
						expect(x).toBeGreaterThan(0);
						expect(x).toBeLessThanOrEqual(room);
						expect(y).toBeGreaterThan(0);
						expect(y).toBeLessThan(frame.height);
					}
					frame.leaders.forEach(({ x, y, row }, i) => {
						const radius = (labels[i]?.distanceM ?? 0) * frame.scale;
						expect(Math.hypot(x, y)).toBeCloseTo(radius, 6);
						expect(Math.abs(Math.atan2(y, x))).toBeLessThanOrEqual((hfovDeg / 2) * (Math.PI / 180));
						expect(row).toBeGreaterThan(0);
						expect(row).toBeLessThan(frame.height);
					});
				}
			)
		);
	});
});

describe('sideFrame', () => {
	const box = { left: 40, right: 300, top: 20, ground: 100 };
	const frameOf = (properties: CameraProperties) => sideFrame(opticsScene(headOf(properties), 2014), box);

	test('rims land where the picture begins and run out where it does not end', () => {
		const frame = frameOf(mounted);
		if (!frame) throw new Error('no frame');
		expect(frame.rays.lower).toEqual([expect.closeTo(frame.xOf(5.71), 0), 100]);
		expect(frame.rays.upper[0]).toBeCloseTo(300, 6);
		expect(frame.rays.upper[1]).toBeLessThan(100);
		expect(frame.yOf(6)).toBeCloseTo(20, 6);
		expect(frame.seen).toContainEqual([expect.closeTo(300, 6), 100]);
	});

	test('the upper rim passes a head where the range ends', () => {
		const frame = frameOf({ ...mounted, tiltDeg: 40 });
		const rimM = headOf({ ...mounted, tiltDeg: 40 }).rimM ?? 0;
		if (!frame) throw new Error('no frame');
		const [x, y] = frame.rays.upper;
		const share = (frame.xOf(rimM) - frame.xOf(0)) / (x - frame.xOf(0));
		expect(20 + share * (y - 20)).toBeCloseTo(frame.yOf(1.7), 6);
	});

	test('straight down there is no blind zone', () => {
		expect(frameOf({ ...mounted, tiltDeg: 90 })?.rays.lower).toEqual([40, 100]);
	});

	test.each<[string, CameraProperties]>([
		['no height', { ...lens, tiltDeg: 20 }],
		['no tilt', { ...lens, heightM: 6 }],
		['no flat picture', { ...mounted, hfovDeg: 200 }]
	])('not drawn: %s', (_, properties) => {
		expect(frameOf(properties)).toBeNull();
	});

	test('with no range the rims say how much ground is drawn', () => {
		const frame = frameOf({ azimuthDeg: 0, heightM: 6, tiltDeg: 5 });
		expect(frame?.endM).toBeGreaterThan(6 / Math.tan((23 * Math.PI) / 180));
	});
});

describe('groundTicks', () => {
	test.each([
		[58, 5, [0, 20, 40]],
		[5.8, 5, [0, 2, 4]],
		[100, 5, [0, 20, 40, 60, 80, 100]],
		[212, 5, [0, 50, 100, 150, 200]],
		[0.7, 4, [0, 0.2, 0.4, 0.6]],
		[0, 5, []],
		[Infinity, 5, []]
	])('%d m in at most %d steps', (endM, count, expected) => {
		expect(groundTicks(endM, count)).toEqual(expected);
	});
});
