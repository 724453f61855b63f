import { describe, expect, test } from 'vitest';
import { inLayerOrder, LAYER_ORDER, placeOfLayer } from '../../src/lib/map/layer-order.ts';

const all = LAYER_ORDER.map((id) => ({ id }));

describe('placeOfLayer', () => {
	test('the ground is lowest, and on top the handles and what is said of them', () => {
		expect(placeOfLayer('background')).toBe(0);
		expect(LAYER_ORDER.slice(-3)).toEqual(['handle', 'handle-sign', 'sketch-label']);
	});

	test.each([
		['tunnels', 'road-tunnel', 'road-casing'],
		['roads below their bridges', 'road', 'road-bridge-casing'],
		['names of the ground below the rings', 'label-place', 'ring-casing'],
		['gaps below rings', 'gap-hatch', 'ring-line'],
		['cameras below checkpoints', 'camera-glyph', 'checkpoint']
	] as const)('%s', (_, below, above) => {
		expect(placeOfLayer(below)).toBeLessThan(placeOfLayer(above));
	});

	test('a layer that is not listed is refused by name', () => {
		expect(() => placeOfLayer('my-layer')).toThrow(/"my-layer" is not in the list/);
	});
});

describe('inLayerOrder', () => {
	test('brings layers into the order of the list', () => {
		expect(inLayerOrder([...all].reverse())).toEqual(all);
	});

	test('no layer is listed twice', () => {
		expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
	});

	test.each([
		['one is missing', all.slice(1), /"background" is listed but was not given/],
		['one comes twice', [...all, { id: 'road' }], /"road" is given twice/],
		['one is strange', [...all, { id: 'td-polygon' }], /"td-polygon" is not in the list/]
	])('throws when %s', (_, layers, message) => {
		expect(() => inLayerOrder(layers)).toThrow(message);
	});
});
