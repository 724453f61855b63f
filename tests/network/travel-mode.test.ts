import { describe, expect, test } from 'vitest';
import { EDGE } from '../../src/lib/network/road-graph.ts';
import { isOpenOutwards, roadFlags } from '../../src/lib/network/travel-mode.ts';

const { DRIVE, WALK, FORWARD, BACKWARD } = EDGE;

describe('roadFlags', () => {
	test.each([
		['drive', [DRIVE], [WALK]],
		['walk', [WALK], [DRIVE]],
		['all', [DRIVE, WALK, DRIVE | WALK], [FORWARD | BACKWARD]]
	] as const)('%s', (mode, roads, others) => {
		for (const flags of roads) expect(flags & roadFlags(mode)).not.toBe(0);
		for (const flags of others) expect(flags & roadFlags(mode)).toBe(0);
	});
});

describe('isOpenOutwards', () => {
	const oneWay = FORWARD | DRIVE;
	test.each([
		['signs hold no one back', oneWay, 'drive', 'no', [true, true]],
		['out along the signs only', oneWay, 'drive', 'out', [true, false]],
		['in is read against the signs', oneWay, 'drive', 'in', [false, true]],
		['feet do not read signs', oneWay | WALK, 'walk', 'out', [true, true]],
		['nor where one may walk as well', oneWay | WALK, 'all', 'out', [true, true]],
		['a motorway binds all', oneWay, 'all', 'in', [false, true]],
		['two-way', oneWay | BACKWARD, 'drive', 'in', [true, true]]
	] as const)('%s', (_, flags, mode, lawful, [along, against]) => {
		expect(isOpenOutwards(flags, 8, mode, lawful)).toBe(along);
		expect(isOpenOutwards(flags, 9, mode, lawful)).toBe(against);
	});
});
