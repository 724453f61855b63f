import { startHelper } from '../../src/cli/coverage/start-helper.ts';
import { CellPool, type Lender } from '../../src/lib/analysis/coverage/cell-pool.ts';
import { CoverageModel } from '../../src/lib/analysis/coverage/coverage-model.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { cityScene } from './scene.ts';

const SLICE_MS = 8;

/** Works out a city of `count` cameras with threads to help, and prints what it took. */
async function measure(count: number, helpers: number): Promise<void> {
	const { items } = cityScene(count, 42, 0.15);
	const model = new CoverageModel({ assumptions: PRESENT, by: 'all', minAreaM2: 100 });
	model.open(items);
	const cells = model.waiting;
	let helped = 0;
	const spent = { packS: 0, unpackS: 0 };
	const timed = <T>(what: keyof typeof spent, work: () => T): T => {
		const start = performance.now();
		const result = work();
		spent[what] += (performance.now() - start) / 1e3;
		return result;
	};
	const lender: Lender = {
		get waiting() {
			return model.waiting;
		},
		lend: (number, most, view) => timed('packS', () => model.lend(number, most, view)),
		accept: (loan, answer) => {
			helped += loan.cells.length;
			timed('unpackS', () => model.accept(loan, answer));
		},
		takeBack: (loan) => model.takeBack(loan)
	};
	const pool = new CellPool(startHelper, helpers);
	const before = process.cpuUsage();
	const start = performance.now();
	for (;;) {
		pool.feed(lender);
		const { done, total } = model.work(SLICE_MS);
		if (done === total) break;
		await new Promise(setImmediate);
	}
	const wallS = (performance.now() - start) / 1e3;
	pool.close();
	const { user, system } = process.cpuUsage(before);
	console.log(JSON.stringify({ cells, helpers, helped, wallS, cpuS: (user + system) / 1e6, ...spent }));
}

const [count, helpers] = process.argv.slice(2).map(Number);
await measure(count, helpers);
