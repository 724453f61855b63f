import { Desk } from '../../src/lib/editor/desk.svelte.ts';
import type { TabStorage } from '../../src/lib/editor/storage/unkept-steps.ts';
import { PlanStore } from '../../src/lib/editor/storage/plan-store.ts';
import { csvTable } from '../../src/lib/formats/csv-table.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { printPlanFile } from '../../src/lib/workers/print-plan-file.ts';
import { readPlanFile, type ReadPlan, type ReadWatch } from '../../src/lib/workers/read-plan-file.ts';
import { FakeAnalysis } from './fake-analysis.ts';
import { inlineReader } from './inline-reader.ts';
import { checkpoint, planOf, regionNamed, ring } from './plan-samples.ts';

let stores = 0;
export const demo = planOf([ring('ring-1', 1, 0.1), checkpoint('checkpoint-1', 71, 1)], 'Demo', 'astana');

/** A reading thread that is none. */
export function read(file: Blob, watch?: ReadWatch): Promise<ReadPlan> {
	return readPlanFile(file, watch, inlineReader());
}

/** A desk over a database of its own, or over `store` as another tab would be; `others` are the analyses it started beside its first. */
export async function desk({
	regions = ['astana', 'liechtenstein'],
	store = `desk-${++stores}`,
	reads = read,
	tab = null as TabStorage | null
} = {}) {
	const analysis = new FakeAnalysis();
	const others: FakeAnalysis[] = [];
	const delivered: { file: string; content: Blob }[] = [];
	let ids = 0;
	const made = new Desk({
		analysis,
		store: await PlanStore.open(store),
		tab,
		regions: {
			list: () => Promise.resolve(regions.map(regionNamed)),
			packUrls: (name) => ({
				roads: `/regions/${name}/roads.bin`,
				buildings: `/regions/${name}/buildings.bin`
			}),
			demoPlan: (name) => Promise.resolve(name === 'astana' ? printPlan(demo) : null)
		},
		files: {
			read: reads,
			print: printPlanFile,
			printTable: (rows) => csvTable(rows, { isForSpreadsheet: true }),
			deliver: (file, content) => delivered.push({ file, content })
		},
		clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, ++ids)),
		makeId: () => `id-${store}-${++ids}`,
		makeAnalysis: () => {
			const other = new FakeAnalysis();
			others.push(other);
			return other;
		}
	});
	return { made, analysis, others, delivered, store };
}
