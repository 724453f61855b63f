import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { LitCameras } from '../../src/lib/map/lit-cameras.ts';
import { pointItem } from '../editor/tools/toy-host.ts';

/** A map over one degree by one, which keeps what is lit and lets the test move it. */
class ToyMap {
	zoom = 15;
	west = 71;
	readonly lit = new Set<string>();
	sets = 0;
	private moved: () => void = () => undefined;

	on = (_: string, listener: () => void): this => {
		this.moved = listener;
		return this;
	};
	off = (): this => this;
	getZoom = (): number => this.zoom;
	getBounds = () => ({
		getWest: () => this.west,
		getEast: () => this.west + 1,
		getSouth: () => 51,
		getNorth: () => 52
	});
	setFeatureState = ({ id }: { id: string }): void => {
		this.sets++;
		this.lit.add(id);
	};
	removeFeatureState = ({ id }: { id: string }): void => void this.lit.delete(id);

	moveTo(west: number, zoom = 15): void {
		this.west = west;
		this.zoom = zoom;
		this.moved();
	}
}

let frames: (() => void)[] = [];
beforeEach(() => {
	frames = [];
	vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
	vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => vi.unstubAllGlobals());

const frame = (): void => frames.shift()?.();

describe('LitCameras', () => {
	const items = new Map<string, Item>(
		Array.from({ length: 30 }, (_, i) => {
			const camera = pointItem('camera', `c${i}`, 0, 0);
			return [`c${i}`, { ...camera, geometry: { type: 'Point', coordinates: [71.03 + i * 0.1, 51.5] } }];
		})
	);
	items.set('s1', pointItem('station', 's1', 0, 0));
	const ids = [...items.keys()] as ItemId[];
	const itemOf = (id: ItemId) => items.get(id);

	test('lights cameras in view and a little beyond, and follows the map', () => {
		const map = new ToyMap();
		const lit = new LitCameras(map as never);
		lit.show(ids, itemOf);
		expect(map.lit.size).toBe(13);
		expect(map.lit.has('c11')).toBe(true);
		expect(map.lit.has('s1')).toBe(false);
		map.moveTo(73);
		expect(map.lit.has('c11')).toBe(false);
		expect(map.lit.has('c29')).toBe(true);
		map.moveTo(73, 13);
		expect(map.lit.size).toBe(0);
		map.moveTo(71);
		lit.show([], itemOf);
		expect(map.lit.size).toBe(0);
	});

	test('lights many over several frames, and what is given up meanwhile is not lit', () => {
		const many = new Map(
			Array.from({ length: 2500 }, (_, i) => {
				const camera = pointItem('camera', `c${i}`, 0, 0);
				return [`c${i}`, { ...camera, geometry: { type: 'Point', coordinates: [71.5, 51.5] } } as Item];
			})
		);
		const map = new ToyMap();
		const lit = new LitCameras(map as never);
		lit.show([...many.keys()] as ItemId[], (id) => many.get(id));
		expect(map.lit.size).toBe(1000);
		frame();
		expect(map.lit.size).toBe(2000);
		lit.show([], (id) => many.get(id));
		frame();
		frame();
		expect(map.lit.size).toBe(0);
		expect(map.sets).toBe(2000);
	});
});
