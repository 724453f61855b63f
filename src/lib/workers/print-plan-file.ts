import type { Plan } from '../domain/plan.ts';
import { printedParts } from '../formats/print-plan.ts';
import { inBreaths } from './breath.ts';

/** The file of a plan, the bytes of `printPlan`, made with breaths between its parts. */
export async function printPlanFile(plan: Plan): Promise<Blob> {
	const parts: string[] = [];
	await inBreaths(keep(printedParts(plan), parts));
	return new Blob(parts, { type: 'application/geo+json' });
}

function* keep<T>(from: Iterable<T>, into: T[]): Generator<undefined, undefined> {
	for (const part of from) {
		into.push(part);
		yield undefined;
	}
	return undefined;
}
