import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import loadHighs from 'highs';
import { CoverBound } from '../../src/lib/network/siting/cover-bound.ts';
import { CoverSearch } from '../../src/lib/network/siting/cover-search.ts';
import { coverTable, coveredWeight, type CoverTable } from '../../src/lib/network/siting/cover-table.ts';
import { exactCover } from '../../src/lib/network/siting/exact-cover.ts';
import { greedyCover } from '../../src/lib/network/siting/greedy-cover.ts';
import { solveWithHighs } from '../../src/lib/network/siting/solve-with-highs.ts';
import { seededRandom } from './synthetic-city.ts';

const CANDIDATES = 5000;
const DEMANDS = 20_000;
const SIDE_M = 20_000;
const REACH_M = 400;
const COUNT = 50;
const PROOF_S = 60;

/** Prints what choosing 50 of 5,000 sites costs, step by step, beside greedy without its queue and HiGHS by scipy. */
export async function benchPlace(): Promise<void> {
	const table = scene();
	process.stdout.write('| step | covered | bound | within | ms |\n| --- | --- | --- | --- | --- |\n');
	const [greedy, greedyMs] = timed(() => greedyCover(table, COUNT));
	row('lazy greedy', greedy.total, greedy.bound, greedyMs);

	const search = new CoverSearch(table, greedy.chosen);
	const [, searchMs] = timed(() => {
		while (search.step());
	});
	const total = coveredWeight(table, search.chosen);
	row('exchanges, to the end', total, greedy.bound, searchMs);

	const bound = new CoverBound(table, COUNT, search.chosen, total);
	const [, boundMs] = timed(() => {
		for (const until = performance.now() + 2000; performance.now() < until && bound.step(););
	});
	row('bound, at most 2 s', total, Math.min(bound.best, greedy.bound), boundMs);

	const highs = await loadHighs();
	const begun = performance.now();
	const proof = await exactCover(
		table,
		COUNT,
		{ chosen: search.chosen, bound },
		(program, options) => Promise.resolve(solveWithHighs(highs, program, options)),
		{ timeLimitS: PROOF_S }
	);
	row(
		proof.isProven ? 'HiGHS, proven' : `HiGHS, ${PROOF_S} s`,
		proof.total,
		proof.bound,
		performance.now() - begun
	);

	const [plain, plainMs] = timed(() => plainGreedy(table));
	row('peer: greedy that looks at every site each time', plain, NaN, plainMs);
	const peer = scipyBest(table);
	if (peer) row('peer: scipy.optimize.milp on the whole', peer.total, peer.bound, peer.ms);
	else process.stdout.write('(skipped: python3 has no scipy)\n');
}

/** Demand that clusters as a city does, and sites among it. */
function scene(): CoverTable {
	const random = seededRandom(5000);
	const gauss = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const centres = Array.from({ length: 40 }, () => [random() * SIDE_M, random() * SIDE_M]);
	const spot = (): number[] => {
		const [x, y] = centres[Math.floor(random() * centres.length)];
		return [x + gauss() * 900, y + gauss() * 900];
	};
	const demands = Array.from({ length: DEMANDS }, spot);
	const weight = demands.map(() => 1 + Math.floor(random() * 9));
	const covers = Array.from({ length: CANDIDATES }, () => {
		const [x, y] = spot();
		return demands.flatMap(([dx, dy], i) => (Math.hypot(dx - x, dy - y) <= REACH_M ? [i] : []));
	});
	return coverTable(covers, weight);
}

function plainGreedy({ columnCount, start, rows, weight, rowCount }: CoverTable): number {
	const isCovered = new Uint8Array(rowCount);
	let total = 0;
	for (let k = 0; k < COUNT; k++) {
		let best = -1;
		let most = 0;
		for (let j = 0; j < columnCount; j++) {
			let gain = 0;
			for (let i = start[j]; i < start[j + 1]; i++) if (!isCovered[rows[i]]) gain += weight[rows[i]];
			if (gain > most) [best, most] = [j, gain];
		}
		if (best < 0) break;
		total += most;
		for (let i = start[best]; i < start[best + 1]; i++) isCovered[rows[i]] = 1;
	}
	return total;
}

const MILP = `
import json, sys, time
import numpy as np
from scipy.optimize import milp, LinearConstraint, Bounds
from scipy.sparse import coo_matrix, hstack, eye, csr_matrix
d = json.load(sys.stdin)
n, m = d["columns"], len(d["weight"])
w = np.array(d["weight"], dtype=float)
a = coo_matrix((np.ones(len(d["row"])), (d["row"], d["column"])), shape=(m, n)).tocsr()
cover = LinearConstraint(hstack([-a, eye(m)]), -np.inf, 0)
number = LinearConstraint(csr_matrix(np.concatenate([np.ones(n), np.zeros(m)])), -np.inf, d["count"])
begun = time.perf_counter()
r = milp(np.concatenate([np.zeros(n), -w]), constraints=[cover, number], bounds=Bounds(0, 1),
    integrality=np.concatenate([np.ones(n), np.zeros(m)]), options={"time_limit": d["limit"]})
print(json.dumps({"total": 0 if r.x is None else -r.fun, "bound": -r.mip_dual_bound, "ms": 1000 * (time.perf_counter() - begun)}))
`;

function scipyBest(table: CoverTable): { total: number; bound: number; ms: number } | null {
	const [row, column]: number[][] = [[], []];
	for (let j = 0; j < table.columnCount; j++) {
		for (let i = table.start[j]; i < table.start[j + 1]; i++) {
			row.push(table.rows[i]);
			column.push(j);
		}
	}
	const input = JSON.stringify({
		columns: table.columnCount,
		weight: [...table.weight],
		row,
		column,
		count: COUNT,
		limit: PROOF_S
	});
	try {
		const printed = execFileSync('python3', ['-c', MILP], {
			input,
			encoding: 'utf8',
			stdio: ['pipe', 'pipe', 'ignore']
		});
		return JSON.parse(printed) as { total: number; bound: number; ms: number };
	} catch {
		return null;
	}
}

function row(step: string, total: number, bound: number, ms: number): void {
	const cells = [
		step,
		total.toFixed(0),
		Number.isNaN(bound) ? '' : bound.toFixed(1),
		Number.isNaN(bound) ? '' : `${(100 * (bound / total - 1)).toFixed(2)} %`,
		ms.toFixed(0)
	];
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function timed<T>(work: () => T): [result: T, ms: number] {
	const begun = performance.now();
	return [work(), performance.now() - begun];
}
