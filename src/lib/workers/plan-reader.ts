import { isUnreadable, parsePlan } from '../formats/plan-geojson.ts';
import type { Plan } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { messageOf } from './message-of.ts';
import { PIECE, piecesOf } from './pieces.ts';
import type { FromReader, ToReader } from './plan-wire.ts';

/** Problems that go over; a person reads so many, and the count says how many there are. */
const TOLD_PROBLEMS = 1000;
/** Pieces that may be on their way at once. */
const AHEAD = 4;
/** Shares of the work that are done when the bytes are read, and when the features are checked. */
const [READ, CHECKED] = [0.15, 0.75];

/** Reads one plan file for the page: decodes, parses and checks it, and hands it over in pieces. */
export class PlanReader {
	private pieces: Iterator<FromReader> | null = null;

	constructor(private readonly post: (message: FromReader) => void) {}

	receive(message: ToReader): void {
		if (message.type === 'next') this.sendNext();
		else {
			this.read(message.file).catch((error: unknown) =>
				this.post({ type: 'failed', message: messageOf(error) })
			);
		}
	}

	private async read(file: Blob): Promise<void> {
		const text = await this.decode(file);
		const { plan, problems } = parsePlan(text, {
			newId: (kind, index) => `${kind}-${index + 1}`,
			onChecked: (checked, total) => this.tell(READ + (CHECKED - READ) * (checked / total))
		});
		const given = isUnreadable(problems) ? null : plan;
		this.pieces = this.answer(given, problems);
		for (let i = 0; i < AHEAD; i++) this.sendNext();
	}

	private async decode(file: Blob): Promise<string> {
		const decoder = new TextDecoder();
		const stream = file.stream().getReader();
		let text = '';
		let bytes = 0;
		for (;;) {
			const { value, done } = await stream.read();
			if (done) return text + decoder.decode();
			text += decoder.decode(value, { stream: true });
			bytes += value.byteLength;
			this.tell(READ * (bytes / Math.max(1, file.size)));
		}
	}

	private *answer(plan: Plan | null, problems: readonly Problem[]): Generator<FromReader, undefined> {
		if (plan) {
			yield { type: 'begin', items: plan.items.size };
			const { items, unread = [], ...rest } = plan;
			const total = items.size + unread.length;
			let sent = 0;
			const tell = (): void => this.tell(CHECKED + (1 - CHECKED) * (Math.min(sent++ * PIECE, total) / total));
			for (const piece of piecesOf(items.values())) {
				tell();
				yield { type: 'piece', items: piece, unread: [] };
			}
			for (const piece of piecesOf(unread)) {
				tell();
				yield { type: 'piece', items: [], unread: piece };
			}
			yield { type: 'done', rest, problems: worst(problems), problemCount: problems.length };
		} else yield { type: 'done', rest: null, problems: worst(problems), problemCount: problems.length };
		return undefined;
	}

	private sendNext(): void {
		const next = this.pieces?.next();
		if (next && !next.done) this.post(next.value);
	}

	private tell(share: number): void {
		this.post({ type: 'progress', share });
	}
}

/** As many as are told of: errors before warnings, in the order of the file. */
function worst(problems: readonly Problem[]): readonly Problem[] {
	if (problems.length <= TOLD_PROBLEMS) return problems;
	const told = new Set(
		[
			...problems.filter(({ severity }) => severity === 'error'),
			...problems.filter(({ severity }) => severity === 'warning')
		].slice(0, TOLD_PROBLEMS)
	);
	return problems.filter((problem) => told.has(problem));
}
