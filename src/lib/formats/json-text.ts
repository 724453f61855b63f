/** A place in a text, from 1. */
export interface TextPlace {
	readonly line: number;
	readonly column: number;
}

/** A `NaN` or `Infinity` that JSON does not allow, and the members that lead to it. */
export interface NotANumber extends TextPlace {
	readonly path: readonly (string | number)[];
}

export type JsonText =
	| { ok: true; value: unknown; notNumbers: readonly NotANumber[] }
	| ({ ok: false; seen: string; wanted: string } & TextPlace);

const NOT_NUMBERS = ['NaN', 'Infinity', '-Infinity'] as const;
const DEEPEST = 500;

/**
 * Reads JSON, and where it is broken says at which line and column, what stands there and what JSON
 * wants there.
 *
 * The numbers that other programs write although JSON has none (`NaN`, `Infinity`) are read and
 * listed with their places, so that the rest stays usable. A byte order mark is passed over.
 * Sound text goes through the engine's own parser; only broken text is read here.
 */
export function readJsonText(text: string): JsonText {
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	try {
		return { ok: true, value: JSON.parse(body) as unknown, notNumbers: [] };
	} catch {
		const reader = new LooseReader(body);
		return reader.read();
	}
}

class Broken extends Error {
	constructor(
		readonly offset: number,
		readonly wanted: string
	) {
		super(wanted);
	}
}

/** Recursive descent over the grammar of RFC 8259. */
class LooseReader {
	private offset = 0;
	private readonly path: (string | number)[] = [];
	private readonly notNumbers: NotANumber[] = [];

	constructor(private readonly text: string) {}

	read(): JsonText {
		try {
			const value = this.value();
			this.space();
			if (this.offset < this.text.length) throw new Broken(this.offset, 'the end of the file');
			return { ok: true, value, notNumbers: this.notNumbers };
		} catch (error) {
			if (!(error instanceof Broken)) throw error;
			return {
				ok: false,
				seen: this.seenAt(error.offset),
				wanted: error.wanted,
				...this.place(error.offset)
			};
		}
	}

	private value(): unknown {
		this.space();
		const char = this.text[this.offset];
		if (char === '{') return this.object();
		if (char === '[') return this.array();
		if (char === '"') return this.string();
		for (const [word, value] of [
			['true', true],
			['false', false],
			['null', null]
		] as const) {
			if (this.take(word)) return value;
		}
		for (const word of NOT_NUMBERS) {
			if (!this.text.startsWith(word, this.offset)) continue;
			this.notNumbers.push({ path: [...this.path], ...this.place(this.offset) });
			this.offset += word.length;
			return Number(word);
		}
		return this.number();
	}

	private object(): Record<string, unknown> {
		const members: [string, unknown][] = [];
		this.enter();
		this.space();
		if (this.take('}')) return {};
		for (;;) {
			this.space();
			if (this.text[this.offset] !== '"') throw new Broken(this.offset, 'a name in double quotes');
			const key = this.string();
			this.space();
			if (!this.take(':')) throw new Broken(this.offset, '":"');
			this.path.push(key);
			members.push([key, this.value()]);
			this.path.pop();
			this.space();
			// unlike assignment, this keeps a member named __proto__ a member
			if (this.take('}')) return Object.fromEntries(members);
			if (!this.take(',')) throw new Broken(this.offset, '"," or "}"');
		}
	}

	private array(): unknown[] {
		const list: unknown[] = [];
		this.enter();
		this.space();
		if (this.take(']')) return list;
		for (;;) {
			this.path.push(list.length);
			list.push(this.value());
			this.path.pop();
			this.space();
			if (this.take(']')) return list;
			if (!this.take(',')) throw new Broken(this.offset, '"," or "]"');
		}
	}

	private string(): string {
		const start = this.offset++;
		while (this.offset < this.text.length) {
			const char = this.text[this.offset++] as string;
			if (char === '"') return this.decoded(start);
			if (char === '\\') this.offset++;
			if (char < ' ') break;
		}
		throw new Broken(start, 'a text that ends in a double quote on the same line');
	}

	private decoded(start: number): string {
		try {
			return JSON.parse(this.text.slice(start, this.offset)) as string;
		} catch {
			throw new Broken(start, 'a text with the escapes that JSON knows');
		}
	}

	private number(): number {
		const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
		pattern.lastIndex = this.offset;
		const match = pattern.exec(this.text);
		if (!match) throw new Broken(this.offset, 'a value');
		this.offset = pattern.lastIndex;
		return Number(match[0]);
	}

	private enter(): void {
		if (this.path.length > DEEPEST) throw new Broken(this.offset, `at most ${DEEPEST} levels of nesting`);
		this.offset++;
	}

	private take(word: string): boolean {
		if (!this.text.startsWith(word, this.offset)) return false;
		this.offset += word.length;
		return true;
	}

	private space(): void {
		while (' \t\n\r'.includes(this.text[this.offset] ?? 'x')) this.offset++;
	}

	private place(offset: number): TextPlace {
		const before = this.text.slice(0, offset);
		return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
	}

	private seenAt(offset: number): string {
		if (offset >= this.text.length) return 'the end of the file';
		const rest = this.text.slice(offset, offset + 20).split(/[\r\n]/)[0] ?? '';
		return JSON.stringify(rest === '' ? 'end of line' : rest);
	}
}
