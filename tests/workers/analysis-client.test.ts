import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { connectAnalysis, type ThreadPort } from '../../src/lib/workers/analysis-client.ts';
import type { FromThread, ToThread } from '../../src/lib/workers/wire.ts';

/** A thread that hears everything and says what the test tells it to. */
class FakeThread implements ThreadPort {
	readonly heard: ToThread[] = [];
	private listener: (event: MessageEvent<FromThread>) => void = () => {};
	isTerminated = false;

	postMessage(message: ToThread): void {
		this.heard.push(message);
	}
	addEventListener(_: 'message', listener: (event: MessageEvent<FromThread>) => void): void {
		this.listener = listener;
	}
	terminate(): void {
		this.isTerminated = true;
	}
	say(data: FromThread): void {
		this.listener({ data } as MessageEvent<FromThread>);
	}
	lastRequest(): number {
		const last = this.heard.at(-1);
		return last && 'request' in last ? last.request : -1;
	}
}

function connect() {
	const coverage = new FakeThread();
	const network = new FakeThread();
	return { coverage, network, analysis: connectAnalysis(coverage, network) };
}

describe('connectAnalysis', () => {
	test('tells both threads of a plan and of every change', () => {
		const { coverage, network, analysis } = connect();
		const options = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false } as const;
		analysis.open([], { roads: '/roads.bin', buildings: null }, options, 1);
		analysis.change([], [], 2);
		expect(coverage.heard.map((m) => m.type)).toEqual(['open', 'change']);
		expect(network.heard).toEqual(coverage.heard);
	});

	test('asks the thread that knows, and matches answers to questions', async () => {
		const { coverage, network, analysis } = connect();
		const gaps = analysis.tile('gaps', 14, 1, 2);
		const gapsRequest = coverage.lastRequest();
		const cameras = analysis.tile('cameras', 14, 1, 2);
		const unseen = analysis.tile('unseen', 14, 1, 2);
		coverage.say({ type: 'tile-bytes', request: coverage.lastRequest(), bytes: Uint8Array.of(2) });
		coverage.say({ type: 'tile-bytes', request: gapsRequest, bytes: Uint8Array.of(1) });
		network.say({ type: 'tile-bytes', request: network.lastRequest(), bytes: Uint8Array.of(3) });
		expect(await Promise.all([gaps, cameras, unseen])).toEqual([
			Uint8Array.of(1),
			Uint8Array.of(2),
			Uint8Array.of(3)
		]);
	});

	test('a question withdrawn is rejected, and its thread is told', async () => {
		const { coverage, analysis } = connect();
		const controller = new AbortController();
		const asked = analysis.tile('gaps', 14, 1, 2, controller.signal);
		controller.abort();
		await expect(asked).rejects.toThrow('withdrawn');
		expect(coverage.heard.at(-1)?.type).toBe('cancel');
		coverage.say({ type: 'tile-bytes', request: 1, bytes: new Uint8Array(0) });
	});

	test('a question withdrawn before it was asked is never sent', async () => {
		const { coverage, analysis } = connect();
		await expect(analysis.tile('gaps', 14, 1, 2, AbortSignal.abort())).rejects.toThrow('withdrawn');
		expect(coverage.heard).toEqual([]);
	});

	test('a refusal is an error with the thread’s words', async () => {
		const { network, analysis } = connect();
		const asked = analysis.exportAnswer('seal');
		network.say({ type: 'refused', request: network.lastRequest(), message: 'no road graph is open' });
		await expect(asked).rejects.toThrow('no road graph is open');
	});

	test('answers reach every listener until it leaves', () => {
		const { coverage, analysis } = connect();
		const heard: string[] = [];
		const leave = analysis.listen((event) => heard.push(event.type));
		coverage.say({ type: 'progress', question: 'coverage', done: 1, total: 2 });
		leave();
		coverage.say({ type: 'progress', question: 'coverage', done: 2, total: 2 });
		expect(heard).toEqual(['progress']);
	});

	test('closing ends both threads and every question', async () => {
		const { coverage, network, analysis } = connect();
		const asked = analysis.exportAnswer('gaps');
		analysis.close();
		await expect(asked).rejects.toThrow('withdrawn');
		expect([coverage.isTerminated, network.isTerminated]).toEqual([true, true]);
	});
});
