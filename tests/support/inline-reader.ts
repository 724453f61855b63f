import { PlanReader } from '../../src/lib/workers/plan-reader.ts';
import type { FromReader, ToReader } from '../../src/lib/workers/plan-wire.ts';
import type { ReaderPort } from '../../src/lib/workers/read-plan-file.ts';

/** The reading thread without its thread: what is said goes over as a copy, one message after another. */
export function inlineReader(): ReaderPort & {
	heard: ToReader[];
	said: FromReader[];
	isTerminated: boolean;
} {
	const { port1: page, port2: thread } = new MessageChannel();
	const reader = new PlanReader((message) => {
		port.said.push(message);
		if (!port.isTerminated) thread.postMessage(message);
	});
	let file: Blob | null = null;
	thread.onmessage = ({ data }: MessageEvent<ToReader>) =>
		reader.receive(data.type === 'read' ? { type: 'read', file: file as Blob } : data);
	const port = {
		heard: [] as ToReader[],
		said: [] as FromReader[],
		isTerminated: false,
		postMessage(message: ToReader): void {
			port.heard.push(message);
			// a file of Node does not go through a channel
			if (message.type === 'read') file = message.file;
			page.postMessage(message.type === 'read' ? { type: 'read' } : message);
		},
		addEventListener(type: string, listener: unknown): void {
			if (type === 'message') page.onmessage = listener as (event: MessageEvent) => void;
		},
		terminate(): void {
			port.isTerminated = true;
			page.close();
			thread.close();
		}
	};
	return port;
}
