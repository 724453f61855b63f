import { expect, test } from 'vitest';
import { parsePlanTileUrl } from '../../src/lib/map/plan-tile-url.ts';
import { planTileUrl, TILE_SOURCES } from '../../src/lib/map/plan/sources.ts';

test.each([...TILE_SOURCES])('the name of a tile of %s is read as it was written', (layer) => {
	const url = planTileUrl('map7', layer).replace('{z}', '14').replace('{x}', '11442').replace('{y}', '5466');
	expect(parsePlanTileUrl(url)).toEqual({ owner: 'map7', layer, z: 14, x: 11442, y: 5466 });
});

test.each(['cordon-plan://map7/secrets/1/2/3', 'cordon-plan://map7/cameras/1/2', 'cameras/1/2/3'])(
	'%s is refused',
	(url) => expect(() => parsePlanTileUrl(url)).toThrow(RangeError)
);
