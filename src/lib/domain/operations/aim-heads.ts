import type { Edit } from '../edit.ts';
import { opticsOf, wholeHeadsOf } from '../head-optics.ts';
import type { Camera } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/** Ways of pairing more heads than this are not all tried: the nearest pair is taken, again and again. */
const MOST_TRIED = 6;

/**
 * Aims the heads of a pole in given directions, one head to each, so that they turn least all in all. Heads that
 * look all round or turn by themselves take no part; where directions or heads are left over, what costs the
 * most turning is left out, and such heads stay. Refuses a camera with no head to aim, and no directions.
 */
export function aimHeads(camera: Camera, bearingsDeg: readonly number[]): Edit | Refusal {
	const { heads = [] } = camera.properties;
	const optics = wholeHeadsOf(camera.properties).map(opticsOf);
	const able = heads.flatMap((_, i) => {
		const one = optics[i];
		return one && one.hfovDeg < 360 && one.type !== 'ptz' ? [i] : [];
	});
	if (able.length === 0 || bearingsDeg.length === 0) {
		return refuse({
			code: 'no-such-head',
			severity: 'error',
			featureId: camera.id,
			path: 'properties.heads[0]'
		});
	}
	const cost = able.map((i) =>
		bearingsDeg.map((bearing) =>
			Math.abs(((((bearing - (optics[i]?.azimuthDeg ?? bearing)) % 360) + 540) % 360) - 180)
		)
	);
	const pairs = leastTurn(cost);
	const aimed = new Map(pairs.map(([row, column]) => [able[row], bearingsDeg[column]]));
	return putIfSound(
		{ verb: 'turn', kind: 'camera', name: camera.properties.name },
		{
			...camera,
			properties: {
				...camera.properties,
				heads: heads.map((head, i) => {
					const azimuthDeg = aimed.get(i);
					if (azimuthDeg === undefined) return head;
					const { azimuthToleranceDeg: _rough, ...kept } = head;
					return { ...kept, azimuthDeg };
				})
			}
		}
	);
}

/** As many pairs of row and column as there can be, of the least cost in sum. */
function leastTurn(cost: readonly (readonly number[])[]): [row: number, column: number][] {
	const rows = cost.length;
	const columns = cost[0]?.length ?? 0;
	if (Math.max(rows, columns) > MOST_TRIED) return greedy(cost);
	let best: { pairs: [number, number][]; sum: number } = { pairs: [], sum: Infinity };
	const wanted = Math.min(rows, columns);
	const walk = (row: number, taken: number, pairs: [number, number][], sum: number): void => {
		if (sum >= best.sum) return;
		if (pairs.length === wanted) {
			best = { pairs: [...pairs], sum };
			return;
		}
		if (rows - row < wanted - pairs.length) return;
		for (let column = 0; column < columns; column++) {
			if (taken & (1 << column)) continue;
			walk(row + 1, taken | (1 << column), [...pairs, [row, column]], sum + (cost[row]?.[column] ?? 0));
		}
		walk(row + 1, taken, pairs, sum);
	};
	walk(0, 0, [], 0);
	return best.pairs;
}

function greedy(cost: readonly (readonly number[])[]): [number, number][] {
	const all = cost
		.flatMap((row, r) => row.map((turn, c) => ({ r, c, turn })))
		.sort((a, b) => a.turn - b.turn);
	const pairs: [number, number][] = [];
	for (const { r, c } of all) {
		if (pairs.every(([row, column]) => row !== r && column !== c)) pairs.push([r, c]);
	}
	return pairs;
}
