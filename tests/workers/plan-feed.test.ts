import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { gathered } from '../../src/lib/workers/gathered.ts';
import { PlanFeed } from '../../src/lib/workers/plan-feed.ts';
import type { FromThread, ToThread, ToWorker } from '../../src/lib/workers/wire.ts';
import { checkpoint, NO_PACKS } from '../support/plan-samples.ts';

const options = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false } as const;
const opening = (number: number) => ({ packs: NO_PACKS, options, number });
const things = (count: number, prefix = 'c'): Item[] =>
	Array.from({ length: count }, (_, i) => checkpoint(`${prefix}-${i}`, 71, i));

/** A feed and the thread at its other end, with all that was said on the way. */
function connected() {
	const said: ToWorker[] = [];
	const heard: ToThread[] = [];
	const answered: FromThread[] = [];
	const receive = gathered(
		{ receive: (message) => heard.push(message) },
		(message) => answered.push(message),
		['gaps']
	);
	const feed = new PlanFeed((message) => {
		said.push(message);
		receive(message);
	});
	const until = async (isDone: () => boolean): Promise<void> => {
		while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
	};
	return { feed, said, heard, answered, receive, until };
}

const ids = (message: ToThread | undefined): string[] =>
	message?.type === 'open' ? message.items.map(({ id }) => id) : [];

describe('PlanFeed and gathered', () => {
	test.each([0, 1, 500])('a plan of %d things goes over at once', (count) => {
		const { feed, said } = connected();
		feed.open(things(count), opening(1));
		expect(said.map(({ type }) => type)).toEqual(['open']);
		expect(ids(said[0] as ToThread)).toHaveLength(count);
	});

	test.each([501, 1000, 100_001])('a plan of %d things arrives whole, once, in order', async (count) => {
		const { feed, said, heard, until } = connected();
		const all = things(count);
		feed.open(all, opening(1));
		await until(() => heard.length > 0);
		expect(heard).toHaveLength(1);
		expect(ids(heard[0])).toEqual(all.map(({ id }) => id));
		for (const message of said) if ('items' in message) expect(message.items.length).toBeLessThanOrEqual(500);
	});

	test('what is told meanwhile follows the plan, and so does what is asked of it', async () => {
		const { feed, heard, until } = connected();
		let asked = -1;
		feed.open(things(100_000), opening(1));
		feed.tell({ type: 'change', put: [], drop: [], number: 2 });
		feed.after(() => (asked = heard.length));
		expect(heard).toEqual([]);
		await until(() => asked >= 0);
		expect(heard.map(({ type }) => type)).toEqual(['open', 'change']);
		expect(asked).toBe(2);
		feed.tell({ type: 'change', put: [], drop: [], number: 3 });
		expect(heard).toHaveLength(3);
	});

	test.each([2, 80_000])('a plan of %d opened meanwhile takes the place of the first', async (count) => {
		const { feed, heard, until } = connected();
		feed.open(things(100_000, 'old'), opening(1));
		feed.tell({ type: 'change', put: things(1, 'late'), drop: [], number: 2 });
		let isAsked = false;
		feed.after(() => (isAsked = true));
		feed.open(things(count, 'new'), opening(3));
		await until(() => isAsked);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(heard.map(({ type }) => type)).toEqual(['open']);
		expect(ids(heard[0])).toEqual(things(count, 'new').map(({ id }) => id));
	});

	test('a feed that was stopped says nothing more', async () => {
		const { feed, said } = connected();
		feed.open(things(100_000), opening(1));
		const before = said.length;
		feed.stop();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(said).toHaveLength(before);
	});

	test('tiles are empty while a plan is on its way, and the thread’s own before and after', () => {
		const { receive, heard, answered } = connected();
		const tile = (request: number): ToWorker => ({ type: 'tile', layer: 'gaps', z: 1, x: 1, y: 1, request });
		receive(tile(1));
		receive({ type: 'gather', items: things(3), number: 4 });
		receive({ type: 'gather', items: things(3), number: 4 });
		receive(tile(2));
		receive({ type: 'open', items: [], ...opening(4) });
		receive(tile(3));
		expect(heard.map((message) => ('request' in message ? message.request : message.type))).toEqual([
			1,
			'open',
			3
		]);
		// the map is told once that what it has drawn is of the plan before
		expect(answered).toEqual([
			{ type: 'tiles', number: 4, layers: ['gaps'], bbox: [-180, -90, 180, 90] },
			{ type: 'tile-bytes', request: 2, bytes: new Uint8Array(0) }
		]);
	});
});
