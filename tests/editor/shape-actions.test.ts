import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/domain/items.ts';
import { commandOf } from '../../src/lib/editor/commands/command-table.ts';
import { shapeActions } from '../../src/lib/editor/commands/shape-actions.ts';
import { at, pointItem, ToyHost } from './tools/toy-host.ts';

const ring = (left: number, right: number) =>
	[at(left, 300), at(right, 300), at(right, 100), at(left, 100), at(left, 300)].map((p) => [...p]);
const zone = (properties: object, ...parts: number[][][][]): Item =>
	({
		id: 'patrol-zone-1',
		kind: 'patrol-zone',
		rank: 1,
		geometry: { type: 'MultiPolygon', coordinates: parts },
		properties
	}) as unknown as Item;
const host = new ToyHost([]);
const namesOf = (item: Item) => shapeActions(host, item).map(({ command }) => command);

describe('what can be done with a shape', () => {
	test('each is a command of the table', () => {
		const item = zone({}, [ring(0, 100), ring(20, 50)], [ring(200, 300)]);
		for (const name of namesOf(item)) expect(commandOf(name).id).toBe(name);
		expect(namesOf(item)).toContain('remove-holes');
		expect(namesOf(item)).toContain('take-apart');
	});

	test('holes and parts only where there are some', () => {
		expect(namesOf(zone({}, [ring(0, 100)]))).not.toContain('remove-holes');
		expect(namesOf(zone({}, [ring(0, 100)]))).not.toContain('take-apart');
	});

	test('a locked one says why, but for the ground about it', () => {
		const actions = shapeActions(host, zone({ locked: true }, [ring(0, 100)]));
		expect(actions.filter(({ why }) => why === null).map(({ command }) => command)).toEqual(['form-buffer']);
	});

	test('without roads it is not split by them, and says so', () => {
		const found = shapeActions(host, zone({}, [ring(0, 100)])).find(
			({ command }) => command === 'form-split-roads'
		);
		expect(found?.why).not.toBeNull();
	});

	test('of a point there is the ground about it', () => {
		expect(namesOf(pointItem('camera', 'camera-1', 0, 0))).toEqual(['form-buffer']);
	});
});
