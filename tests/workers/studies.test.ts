import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { ThreadPort } from '../../src/lib/workers/analysis-client.ts';
import { StudyDoor } from '../../src/lib/workers/study-door.ts';
import { StudyThread } from '../../src/lib/workers/study-thread.ts';
import type { Studies, StudyGround, StudyRun } from '../../src/lib/workers/studies/study.ts';
import type { FromThread, Thread, ToThread, ToWorker } from '../../src/lib/workers/wire.ts';
import { checkpoint } from '../support/plan-samples.ts';
import { hear } from './hear.ts';

const options = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: true } as const;
const packs = { roads: null, buildings: null } as const;
const open = (...ids: string[]): ToThread => ({
	type: 'open',
	items: ids.map((id, i) => checkpoint(id, 71 + i / 10, i)),
	packs,
	options,
	number: 1
});
const ask = (question: string, request: number, input: unknown = null): ToThread =>
	({ type: 'ask', question, input, request }) as unknown as ToThread;

/** Counts the things of a plan, `input` of them a breath. */
async function count(ground: StudyGround, input: number, run: StudyRun): Promise<string[]> {
	const ids: string[] = [];
	for (const { id } of ground.items) {
		ids.push(id);
		run.progress(ids.length, ground.items.length);
		if (ids.length % input === 0) await run.breathe();
	}
	return ids;
}
const studies = { count, roads: async (ground: StudyGround) => void (await ground.roads()) };
const make = () =>
	hear(
		(post) =>
			new StudyThread(post, studies as unknown as Studies, {
				roads: () => Promise.reject(new Error('not here')),
				walls: () => Promise.reject(new Error('not here')),
				borders: () => Promise.resolve(null),
				names: () => Promise.resolve(null)
			})
	);

describe('the thread of the studies', () => {
	test('answers of the plan as it was when it was asked', async () => {
		const { thread, until } = make();
		thread.receive(open('a', 'b', 'c'));
		thread.receive(ask('count', 1, 1));
		thread.receive({ type: 'change', put: [], drop: ['b' as never], number: 2 });
		expect((await until('answered')).answer).toEqual(['a', 'b', 'c']);
		thread.receive(ask('count', 2, 1));
		const next = await until('answered', 5);
		expect(next).toEqual({ type: 'answered', request: 2, answer: ['a', 'c'] });
	});

	test('says nothing more of what was given up', async () => {
		const { thread, said, until } = make();
		thread.receive(open('a', 'b', 'c', 'd'));
		thread.receive(ask('count', 1, 1));
		thread.receive({ type: 'cancel', request: 1 });
		thread.receive(ask('count', 2, 2));
		await until('answered');
		expect(said.filter((message) => 'request' in message && message.request === 1)).toEqual([]);
		expect(said.filter(({ type }) => type === 'progress')).toHaveLength(5);
	});

	test('refuses in words what it cannot answer, and lives on', async () => {
		const { thread, until } = make();
		thread.receive(ask('count', 1, 1));
		expect((await until('refused')).message).toBe('no plan is open');
		thread.receive(open('a'));
		thread.receive(ask('roads', 2));
		expect((await until('refused', 1)).message).toBe('no road graph is open');
		thread.receive(ask('nothing', 3));
		expect((await until('refused', 2)).message).toBe('no study answers nothing');
	});
});

describe('the door to the studies', () => {
	const scene = () => {
		const heard: ToWorker[] = [];
		const passed: ToThread[] = [];
		const said: FromThread[] = [];
		let say: (event: MessageEvent<FromThread>) => void = () => {};
		let started = 0;
		const port: ThreadPort = {
			postMessage: (message) => void heard.push(message),
			addEventListener: (_, listener) => void (say = listener),
			terminate: () => {}
		};
		const thread: Thread = { receive: (message) => void passed.push(message) };
		const door = new StudyDoor(
			thread,
			(message) => void said.push(message),
			() => (started++, port)
		);
		return {
			door,
			heard,
			passed,
			said,
			tell: (data: FromThread) => say({ data } as never),
			started: () => started
		};
	};

	test('starts the other thread with the first study, and brings it to where the plan is', () => {
		const { door, heard, passed, started } = scene();
		door.receive(open('a', 'b'));
		door.receive({ type: 'change', put: [checkpoint('c', 71.5, 5)], drop: ['a' as never], number: 7 });
		expect([started(), heard.length, passed.length]).toEqual([0, 0, 2]);
		door.receive(ask('count', 1));
		door.receive(ask('count', 2));
		expect(started()).toBe(1);
		expect(heard.map(({ type }) => type)).toEqual(['gather', 'open', 'ask', 'ask']);
		const [gather, opening] = heard;
		expect(gather).toMatchObject({ items: [{ id: 'b' }, { id: 'c' }], number: 7 });
		expect(opening).toMatchObject({ items: [], packs, options, number: 7 });
		expect(passed).toHaveLength(2);
	});

	test('passes on what happens to the plan, and what the other thread says', () => {
		const { door, heard, said, tell } = scene();
		door.receive(open('a'));
		door.receive(ask('count', 1));
		const change: ToThread = { type: 'change', put: [], drop: ['a' as never], number: 2 };
		door.receive(change);
		door.receive({ type: 'cancel', request: 1 });
		expect(heard.slice(3)).toEqual([change, { type: 'cancel', request: 1 }]);
		door.receive(open('b'));
		expect(heard.slice(5).map(({ type }) => type)).toEqual(['gather', 'open']);
		tell({ type: 'refused', request: 1, message: 'no' });
		expect(said).toEqual([{ type: 'refused', request: 1, message: 'no' }]);
	});
});
