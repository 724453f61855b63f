import { describe, expect, test } from 'vitest';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { tileMeets } from '../../src/lib/map/tile-box.ts';

// tile 14/11445/5472 of Astana: west 71.47705, south 51.16556, east 71.49902, north 51.17934
const tile = { z: 14, x: 11445, y: 5472 };

describe('tileMeets', () => {
	test.each([
		['a place inside', [71.48, 51.17, 71.48, 51.17], true],
		['the whole world', [-180, -90, 180, 90], true],
		['a box that holds the tile', [71, 51, 72, 52], true],
		['just over the eastern side, where the buffer still draws', [71.4991, 51.17, 71.5, 51.18], true],
		['well east of it', [71.51, 51.17, 71.52, 51.18], false],
		['well north of it', [71.48, 51.19, 71.49, 51.2], false],
		['well south of it', [71.48, 51.15, 71.49, 51.16], false],
		['well west of it', [71.45, 51.17, 71.47, 51.18], false]
	] as [string, Bbox, boolean][])('%s', (_, bbox, meets) => {
		expect(tileMeets(tile, bbox)).toBe(meets);
	});

	test('every ground meets the one tile of zoom 0', () => {
		expect(tileMeets({ z: 0, x: 0, y: 0 }, [12, -40, 13, -39])).toBe(true);
	});
});
