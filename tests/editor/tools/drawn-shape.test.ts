import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/lib/domain/items.ts';
import { isShaped } from '../../../src/lib/editor/tools/drawn-shape.ts';

describe('what has corners to edit', () => {
	test.each(['Polygon', 'MultiPolygon', 'LineString'])('%s has', (type) => {
		expect(isShaped({ geometry: { type } } as Item)).toBe(true);
	});

	test('points and nothing have none', () => {
		expect(isShaped({ geometry: { type: 'Point' } } as Item)).toBe(false);
		expect(isShaped(null)).toBe(false);
	});
});
