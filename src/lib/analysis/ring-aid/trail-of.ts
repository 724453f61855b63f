import { headOf, tailOf } from '../../network/network.ts';
import { HOP, type Belt } from './belt.ts';
import type { Follows } from '../../domain/findings/ring-aid.ts';
import type { BorderLine } from './border-line.ts';
import type { Round } from './cheapest-round.ts';
import type { Trail } from './trail.ts';

/** Hops shorter than this, from one line to the next, count as part of the line they come from. */
const SHORT_HOP_M = 45;

/** The way round as points and what each leg of it follows. */
export function trailOf(belt: Belt, lines: readonly BorderLine[], { directions }: Round): Trail {
	const count = directions.length;
	const xy = new Float64Array(2 * count);
	const edges = new Int32Array(count).fill(-1);
	const follows: Follows[] = [];
	const names: (string | null)[] = [];
	const lineAt = (i: number): number => belt.line[directions[(i + count) % count] >>> 1];
	for (let i = 0; i < count; i++) {
		const node = tailOf(belt.network, directions[i]);
		xy.set([belt.xy[2 * node], belt.xy[2 * node + 1]], 2 * i);
		let line = lineAt(i);
		if (line >= 0) edges[i] = lines[line].edge;
		if (line === HOP && belt.lengthM[directions[i] >>> 1] < SHORT_HOP_M) {
			line = Math.max(lineAt(i - 1), lineAt(i - 1) < 0 ? -1 : lineAt(i + 1));
		}
		follows.push(line < 0 ? 'drawn' : lines[line].follows);
		names.push(line < 0 ? null : lines[line].name);
	}
	if (count > 0 && headOf(belt.network, directions[count - 1]) !== tailOf(belt.network, directions[0])) {
		throw new RangeError('a way that does not come home');
	}
	return { xy, follows, names, edges };
}
