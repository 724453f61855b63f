import type { Item, ItemId } from '../domain/items.ts';
import type { Bbox } from '../geo/coordinates.ts';
import type {
	Analysis,
	AnalysisEvent,
	AnalysisOptions,
	OnDemand,
	PackUrls,
	PlanTileLayer
} from './analysis-events.ts';
import { PlanFeed } from './plan-feed.ts';
import type { Ask, FromThread, ToThread, ToWorker } from './wire.ts';

/** Starts the two analysis threads, one for ground and one for roads, and opens the door to them. */
export function createAnalysis(): Analysis {
	const coverage = new Worker(new URL('./coverage.worker.ts', import.meta.url), {
		type: 'module',
		name: 'coverage'
	});
	const network = new Worker(new URL('./network.worker.ts', import.meta.url), {
		type: 'module',
		name: 'network'
	});
	return connectAnalysis(coverage, network);
}

/** The part of a worker that the door needs. */
export interface ThreadPort {
	postMessage(message: ToWorker): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FromThread>) => void): void;
	terminate(): void;
}

interface Pending {
	resolve(value: never): void;
	reject(error: Error): void;
}

/** The door to two threads that stand already. */
export function connectAnalysis(coverage: ThreadPort, network: ThreadPort): Analysis {
	const listeners = new Set<(event: AnalysisEvent) => void>();
	const pending = new Map<number, Pending>();
	let requests = 0;

	const hear = ({ data }: MessageEvent<FromThread>): void => {
		if (
			data.type === 'tile-bytes' ||
			data.type === 'exported' ||
			data.type === 'picked' ||
			data.type === 'answered' ||
			data.type === 'refused'
		) {
			const waiting = pending.get(data.request);
			pending.delete(data.request);
			if (data.type === 'refused') waiting?.reject(new Error(data.message));
			else waiting?.resolve(('bytes' in data ? data.bytes : data.answer) as never);
			return;
		}
		for (const listener of listeners) listener(data);
	};
	coverage.addEventListener('message', hear);
	network.addEventListener('message', hear);

	const feed = new PlanFeed((message) => {
		coverage.postMessage(message);
		network.postMessage(message);
	});

	const ask = <T>(
		port: ThreadPort,
		message: (request: number) => ToThread,
		signal?: AbortSignal
	): Promise<T> => {
		if (signal?.aborted) return Promise.reject(aborted());
		const request = ++requests;
		return new Promise<T>((resolve, reject) => {
			pending.set(request, { resolve, reject });
			signal?.addEventListener(
				'abort',
				() => {
					if (!pending.delete(request)) return;
					port.postMessage({ type: 'cancel', request });
					reject(aborted());
				},
				{ once: true }
			);
			const asking = message(request);
			if (asking.type === 'tile') port.postMessage(asking);
			// what is asked of a plan waits until the plan is there
			else feed.after(() => pending.has(request) && port.postMessage(asking));
		});
	};

	return {
		open(items: Iterable<Item>, packs: PackUrls, options: AnalysisOptions, number: number) {
			feed.open(items, { packs, options, number });
		},
		change(put, drop, number) {
			feed.tell({ type: 'change', put, drop, number });
		},
		assume(options, number) {
			feed.tell({ type: 'assume', options, number });
		},
		look(bbox: Bbox) {
			coverage.postMessage({ type: 'view', bbox });
		},
		filterCameras(filter) {
			coverage.postMessage({ type: 'filter', filter });
		},
		hideCameras(ids) {
			coverage.postMessage({ type: 'hide', ids });
		},
		camerasWithin(corners, signal) {
			return ask<ItemId[]>(coverage, (request) => ({ type: 'pick-box', corners, request }), signal);
		},
		tile(layer: PlanTileLayer, z: number, x: number, y: number, signal?: AbortSignal) {
			const port = layer === 'unseen' ? network : coverage;
			return ask<Uint8Array>(port, (request) => ({ type: 'tile', layer, z, x, y, request }), signal);
		},
		exportAnswer(question, signal) {
			const port = question === 'gaps' ? coverage : network;
			return ask<Uint8Array<ArrayBuffer>>(port, (request) => ({ type: 'export', question, request }), signal);
		},
		ask<Q extends keyof OnDemand>(question: Q, input: OnDemand[Q]['ask'], signal?: AbortSignal) {
			const port = question === 'areas' || question === 'redundancy' ? coverage : network;
			const message = (request: number) => ({ type: 'ask', question, input, request }) as Ask;
			return ask<OnDemand[Q]['answer']>(port, message, signal);
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			feed.stop();
			coverage.terminate();
			network.terminate();
			for (const { reject } of pending.values()) reject(aborted());
			pending.clear();
		}
	};
}

function aborted(): DOMException {
	return new DOMException('the question was withdrawn', 'AbortError');
}
