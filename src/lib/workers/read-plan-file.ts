import { ItemMap } from '../domain/item-map.ts';
import type { Plan, UnreadFeature } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { breathe } from './breath.ts';
import type { FromReader, ToReader } from './plan-wire.ts';

/** What a plan file gave: `plan` is null where nothing of it is usable. */
export interface ReadPlan {
	readonly plan: Plan | null;
	/** The first thousand, errors before warnings, in the order of the file. */
	readonly problems: readonly Problem[];
	readonly problemCount: number;
}

/** How a reading is watched and withdrawn. */
export interface ReadWatch {
	/** Hears what share of the work is done, 0 to 1. */
	onProgress?: ((share: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/** The part of a worker that a reading needs. */
export interface ReaderPort {
	postMessage(message: ToReader): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FromReader>) => void): void;
	addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
	terminate(): void;
}

/**
 * Reads a plan file in a thread of its own and takes it over piece by piece, with a breath after
 * each. Rejects with `AbortError` once withdrawn: the thread is ended and nothing is left of it.
 */
export function readPlanFile(
	file: Blob,
	{ onProgress, signal }: ReadWatch = {},
	port: ReaderPort = startReader()
): Promise<ReadPlan> {
	return new Promise<ReadPlan>((resolve, reject) => {
		let filling = ItemMap.filling(0);
		const unread: UnreadFeature[] = [];
		const end = (): void => {
			port.terminate();
			signal?.removeEventListener('abort', withdraw);
		};
		const fail = (error: unknown): void => {
			end();
			reject(error);
		};
		const withdraw = (): void => fail(signal?.reason);

		const hear = (message: FromReader): void => {
			if (signal?.aborted) return;
			switch (message.type) {
				case 'progress':
					onProgress?.(message.share);
					break;
				case 'begin':
					filling = ItemMap.filling(message.items);
					port.postMessage({ type: 'next' });
					break;
				case 'piece':
					filling.add(message.items);
					unread.push(...message.unread);
					// a frame may be drawn before the next piece comes
					breathe(() => port.postMessage({ type: 'next' }));
					break;
				case 'done': {
					const { rest, problems, problemCount } = message;
					end();
					const items = filling.done();
					const plan = rest && { ...rest, items, ...(unread.length > 0 && { unread }) };
					resolve({ plan, problems, problemCount });
					break;
				}
				case 'failed':
					fail(new Error(message.message));
			}
		};
		if (signal?.aborted) {
			withdraw();
			return;
		}
		signal?.addEventListener('abort', withdraw, { once: true });
		port.addEventListener('message', ({ data }) => hear(data));
		port.addEventListener('error', ({ message }) => fail(new Error(message)));
		port.postMessage({ type: 'read', file });
	});
}

function startReader(): ReaderPort {
	return new Worker(new URL('./plan-reader.worker.ts', import.meta.url), {
		type: 'module',
		name: 'plan reader'
	});
}
