import type { Plan } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import type { Bbox } from '../geo/coordinates.ts';

/** Reading and printing of plan files, handed in by the page: this room knows no formats. */
export interface PlanFiles {
	/** What could be read and what could not; `plan` is null where nothing at all is usable. */
	read(text: string, regionBbox?: Bbox): { plan: Plan | null; problems: readonly Problem[] };
	print(plan: Plan): string;
	/** A table, headings first, as the text of a file for a spreadsheet. */
	printTable(rows: readonly (readonly (string | number | null)[])[]): string;
	/** Gives a text to the person as a file. */
	deliver(file: string, text: string): void;
}

/** A name for the file of a plan: what file systems refuse becomes a dash. */
export function fileName(title: string, ending: string): string {
	const bare = title
		.trim()
		.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
		.replace(/\s+/g, ' ')
		.slice(0, 80);
	return `${bare || 'plan'}${ending}`;
}
