import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LAYERS, LAYER_GROUPS, type LayerSettings } from '../../src/lib/editor/layers.ts';
import { LAYER_ORDER } from '../../src/lib/map/layer-order.ts';
import type { MapLook } from '../../src/lib/map/style/map-look.ts';
import { mapStyle, type MapGround } from '../../src/lib/map/style/map-style.ts';
import { restyle } from '../../src/lib/map/style/restyle.ts';

const here = 'http://localhost:3000';
const ground: MapGround = {
	basemapUrl: `${here}/regions/astana/basemap.pmtiles`,
	fontFaces: { 'Noto Sans SC': [{ url: `${here}/fonts/latin.woff2`, 'unicode-range': ['U+0-FF'] }] },
	owner: 'map1'
};
const blank: MapGround = { ...ground, basemapUrl: null };
const plain: MapLook = { theme: 'light', locale: 'en', layers: DEFAULT_LAYERS };

const looks: [string, MapLook, MapGround][] = [
	['light, English', plain, ground],
	['light, Chinese', { ...plain, locale: 'zh' }, ground],
	['dark, English', { ...plain, theme: 'dark' }, ground],
	['dark, Chinese', { ...plain, theme: 'dark', locale: 'zh' }, ground],
	['everything off', { ...plain, layers: settings({ visible: false, opacity: 1 }) }, ground],
	['everything faint', { ...plain, layers: settings({ visible: true, opacity: 0.3 }) }, ground],
	['no region', plain, blank]
];

describe.each(looks)('%s', (_, look, over) => {
	const style = mapStyle(look, over);

	test('is a valid style', () => {
		expect(validateStyleMin(style).map((error) => error.message)).toEqual([]);
	});

	test('holds every listed layer, in order', () => {
		const own = style.layers.filter(({ id }) => !id.endsWith('-fresh'));
		expect(own.map((layer) => layer.id)).toEqual([...LAYER_ORDER]);
	});

	test('asks nothing of another machine', () => {
		const urls = JSON.stringify(style).match(/[a-z-]+:\/\/[^"]*/g) ?? [];
		expect(urls.length).toBeGreaterThan(3);
		for (const url of urls) {
			expect(
				url.startsWith(here) || url.startsWith(`pmtiles://${here}`) || url.startsWith('cordon-plan://map1/')
			).toBe(true);
		}
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
	});
});

describe('restyle', () => {
	test.each(looks.slice(0, 6))(
		'from light English to %s changes what differs and nothing else',
		(_, look) => {
			const before = mapStyle(plain, ground).layers;
			const after = mapStyle(look, ground).layers;
			const map = new PaintedMap(before);
			restyle(map, before, after);
			expect(map.layers).toEqual(after);
		}
	);

	test('nothing is touched when nothing differs', () => {
		const map = new PaintedMap([]);
		restyle(map, mapStyle(plain, ground).layers, mapStyle(plain, ground).layers);
		expect(map.touches).toBe(0);
	});

	test('a layer that was not there is refused', () => {
		const after = mapStyle(plain, ground).layers;
		expect(() => restyle(new PaintedMap([]), after.slice(1), after)).toThrow(/"background" is new/);
	});
});

/** A map that keeps what is set on it. */
class PaintedMap {
	layers: LayerSpecification[];
	touches = 0;

	constructor(layers: readonly LayerSpecification[]) {
		this.layers = structuredClone([...layers]);
	}

	setPaintProperty(id: string, name: never, value: never): void {
		this.set(id, 'paint', name, value);
	}

	setLayoutProperty(id: string, name: never, value: never): void {
		this.set(id, 'layout', name, value);
	}

	private set(id: string, kind: 'paint' | 'layout', name: string, value: unknown): void {
		this.touches++;
		const layer = this.layers.find((found) => found.id === id);
		const properties = layer?.[kind] as Record<string, unknown>;
		properties[name] = value;
	}
}

function settings(setting: LayerSettings['rings']): LayerSettings {
	return Object.fromEntries(LAYER_GROUPS.map((group) => [group, setting])) as unknown as LayerSettings;
}
