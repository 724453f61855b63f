import type { Plan } from '../domain/plan.ts';
import type { ReadPlan, ReadWatch } from '../workers/read-plan-file.ts';

/** Reading and printing of plan files off the page's thread, handed in by the page. */
export interface PlanFiles {
	/** Reads a plan file; rejects with `AbortError` once withdrawn. */
	read(file: Blob, watch?: ReadWatch): Promise<ReadPlan>;
	print(plan: Plan): Promise<Blob>;
	/** A table, headings first, as the text of a file for a spreadsheet. */
	printTable(rows: readonly (readonly (string | number | null)[])[]): string;
	/** Gives a file to the person. */
	deliver(name: string, file: Blob): void;
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
