import type { Highs } from 'highs';
import type { MixedProgram, Solved, SolveOptions } from './mixed-program.ts';

/**
 * Solves `program` with HiGHS (Huangfu and Hall 2018), to a gap of nothing. It holds the thread it runs in until it is done or its time is
 * up; `options.signal` is not heard meanwhile. Throws what HiGHS throws on a programme that is none.
 */
export function solveWithHighs(highs: Highs, program: MixedProgram, options: SolveOptions): Solved {
	const { objectiveSense, variableType, modelStatus, callbackType } = highs.constants;
	const isMixed = program.isWhole.includes(1);
	const model = highs.createModel({
		numCols: program.columnCount,
		numRows: program.rowCount,
		sense: program.maximise ? objectiveSense.maximize : objectiveSense.minimize,
		colCost: program.cost,
		colLower: program.lower,
		colUpper: program.upper,
		rowLower: program.rowLower,
		rowUpper: program.rowUpper,
		matrix: {
			format: 'csr',
			numRows: program.rowCount,
			numCols: program.columnCount,
			starts: Int32Array.from(program.start),
			indices: Int32Array.from(program.index),
			values: program.value
		},
		...(isMixed && {
			integrality: Array.from(program.isWhole, (whole) =>
				whole ? variableType.integer : variableType.continuous
			)
		})
	});
	try {
		model.options.set({
			output_flag: false,
			time_limit: options.timeLimitS,
			...(isMixed && { mip_rel_gap: 0, mip_abs_gap: 1e-9, random_seed: 1 })
		});
		if (isMixed && options.from) model.setSolution({ colValue: options.from });
		const { onProgress } = options;
		let bound = program.maximise ? Infinity : -Infinity;
		model.run(
			isMixed
				? {
						[callbackType.mipLogging](event) {
							const { mip_primal_bound: best, mip_dual_bound: proven } = event.data;
							if (proven !== undefined) bound = proven;
							if (best !== undefined && proven !== undefined) onProgress?.(best, proven);
						}
					}
				: undefined
		);
		const status = model.getModelStatus();
		if (status === modelStatus.infeasible) return { status: 'none', values: null, bound: -bound };
		const isOptimal = status === modelStatus.optimal;
		const { colValue } = model.getSolution();
		const isFound = isOptimal || Math.abs(model.getObjectiveValue()) < 1e30;
		const values = isFound && colValue.length === program.columnCount ? Float64Array.from(colValue) : null;
		if (!isMixed) bound = isOptimal ? model.getObjectiveValue() : bound;
		else bound = Number(model.info.get('mip_dual_bound'));
		return { status: isOptimal ? 'optimal' : 'limit', values, bound };
	} finally {
		model.dispose();
	}
}
