/** Words in the two languages of the command line. */
export interface Words {
	readonly en: string;
	readonly zh: string;
}

export type Language = keyof Words;

/** Why there is no answer: one line, exit 2. */
export class CommandError extends Error {
	override readonly name = 'CommandError';

	constructor(readonly words: Words) {
		super(words.en);
	}
}
