import type { Field } from './field-table.ts';
import { readNumber } from './field-value.ts';
import { pictureText, readPicture } from './picture-size.ts';

/** A value as it is typed into its field. */
export function fieldText(field: Field, value: unknown): string {
	if (field.type === 'picture') return pictureText(value);
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What was typed into a field, blanks about it left out: undefined where it is empty, null where it cannot be read. */
export function readField(field: Field, typed: string): unknown {
	const text = typed.trim();
	if (field.type === 'picture') return readPicture(text);
	if (field.type === 'number') return readNumber(text);
	return text === '' ? undefined : text;
}
