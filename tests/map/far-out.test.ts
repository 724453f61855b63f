import { createPropertyExpression, latest } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LAYERS } from '../../src/lib/editor/layers.ts';
import { coverageLayers } from '../../src/lib/map/plan/coverage-layers.ts';
import { densityLayers } from '../../src/lib/map/plan/density-layers.ts';
import type { MapLook } from '../../src/lib/map/style/map-look.ts';

const look: MapLook = { theme: 'light', locale: 'en', layers: DEFAULT_LAYERS };

/** What a property of a layer comes to for a feature. */
function valueOf(layer: object, group: 'paint' | 'layout', name: string, properties: object): unknown {
	const { id, type } = layer as { id: string; type: string };
	const specification = (latest as unknown as Record<string, Record<string, unknown>>)[`${group}_${type}`]?.[
		name
	];
	const written = (layer as Record<string, Record<string, unknown>>)[group]?.[name];
	const parsed = createPropertyExpression(written, name, specification as never);
	if (parsed.result === 'error') throw new Error(`${id}: ${parsed.value.map(String).join()}`);
	return parsed.value.evaluate({ zoom: 10 }, { type: 1, properties } as never);
}

const layerOf = (layers: readonly { id: string }[], id: string) =>
	layers.find((layer) => layer.id === id) ?? {};

describe('a square that stands for its ground', () => {
	test.each(['coverage-fill', 'gap-hatch', 'watchers-fill'])('is as strong as its share: %s', (id) => {
		const layer = layerOf(coverageLayers(look), id);
		const opacity = (properties: object) => Number(valueOf(layer, 'paint', 'fill-opacity', properties));
		expect(opacity({ share: 0.5 })).toBeCloseTo(opacity({}) / 2, 6);
		expect(opacity({ share: 0 })).toBe(0);
	});
});

describe('a dot that stands for cameras', () => {
	const number = (locale: 'en' | 'zh', n: number) =>
		String(
			valueOf(layerOf(densityLayers({ ...look, locale }), 'camera-density-count'), 'layout', 'text-field', {
				n
			})
		);
	const radius = (id: string, n: number, off: number) =>
		Number(valueOf(layerOf(densityLayers(look), id), 'paint', 'circle-radius', { n, off }));

	test.each([
		[950, '950', '950'],
		[1234, '1.2k', '1234'],
		[12_345, '12k', '1.2万'],
		[220_000, '220k', '22万']
	])('%d is written %s and %s', (n, en, zh) => {
		expect(number('en', n)).toBe(en);
		expect(number('zh', n)).toBe(zh);
	});

	test('grows with the number and stays within its cell', () => {
		const radii = [1, 10, 100, 1000, 10_000, 1_000_000].map((n) => radius('camera-density', n, 0));
		expect(radii).toEqual([...radii].sort((a, b) => a - b));
		expect(Math.max(...radii)).toBeLessThan(32);
	});

	test('leaves a rim that takes, by area, the share of those that do not count', () => {
		const [whole, left] = [radius('camera-density-off', 400, 100), radius('camera-density', 400, 100)];
		expect((left / whole) ** 2).toBeCloseTo(0.75, 6);
		expect(radius('camera-density', 400, 400)).toBe(0);
	});
});
