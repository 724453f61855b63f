import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../src/lib/panels/start/place-beside.ts';

const ROOM = { width: 1000, height: 800 };
const SIZE = { width: 300, height: 100 };

describe('placeBeside', () => {
	test.each([
		[
			'below, in line with its middle',
			{ left: 400, top: 10, width: 100, height: 30 },
			'below',
			{ left: 300, top: 52 }
		],
		[
			'to the right, in line with its top',
			{ left: 10, top: 200, width: 40, height: 40 },
			'right',
			{ left: 62, top: 200 }
		],
		['to the left', { left: 660, top: 50, width: 340, height: 700 }, 'left', { left: 348, top: 50 }],
		[
			'never off the screen',
			{ left: 960, top: 790, width: 40, height: 10 },
			'below',
			{ left: 692, top: 692 }
		],
		['in the middle of nothing', null, 'below', { left: 350, top: 350 }]
	] as const)('%s', (_, anchor, side, at) => {
		expect(placeBeside(anchor, side, SIZE, ROOM)).toEqual(at);
	});

	test('stays on the screen wherever the thing is', () => {
		const at = fc.integer({ min: -500, max: 2000 });
		fc.assert(
			fc.property(at, at, fc.constantFrom('below', 'right', 'left'), (left, top, side) => {
				const to = placeBeside({ left, top, width: 50, height: 50 }, side, SIZE, ROOM);
				expect(to.left >= 8 && to.left + SIZE.width <= ROOM.width - 8).toBe(true);
				expect(to.top >= 8 && to.top + SIZE.height <= ROOM.height - 8).toBe(true);
			})
		);
	});
});
