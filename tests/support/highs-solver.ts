import loadHighs from 'highs';
import type { Solver } from '../../src/lib/network/siting/mixed-program.ts';
import { solveWithHighs } from '../../src/lib/network/siting/solve-with-highs.ts';

const highs = await loadHighs();

/** HiGHS in this thread. */
export const highsSolver: Solver = async (program, options) => solveWithHighs(highs, program, options);
