import Flatbush from 'flatbush';
import { BORDER_KINDS, borderLine, type Borders } from '../../geo/borders.ts';
import { gridLengthM } from '../../network/edge-line.ts';

/** Lines of the land as a graph: every point of them is a node, points at one place the same one. */
export interface BorderWeb {
	/** Place of each node in 1e-7 degrees. */
	readonly x: readonly number[];
	readonly y: readonly number[];
	/** Neighbours of each node and how far they are, in metres. */
	readonly onward: readonly { next: number; lengthM: number }[][];
	/** Boxes of the sides, in the order of `sideFrom` and `sideTo`; null where there are none. */
	readonly sides: Flatbush | null;
	readonly sideFrom: readonly number[];
	readonly sideTo: readonly number[];
}

const webs = new WeakMap<Borders, Map<'water' | 'railway', BorderWeb>>();

/** The web of rivers, streams and shores, or of railways; made once for each `borders`. */
export function borderWeb(borders: Borders, along: 'water' | 'railway'): BorderWeb {
	const known = webs.get(borders) ?? new Map<'water' | 'railway', BorderWeb>();
	webs.set(borders, known);
	let web = known.get(along);
	if (!web) known.set(along, (web = webOf(borders, along)));
	return web;
}

function webOf(borders: Borders, along: 'water' | 'railway'): BorderWeb {
	const x: number[] = [];
	const y: number[] = [];
	const onward: { next: number; lengthM: number }[][] = [];
	const sideFrom: number[] = [];
	const sideTo: number[] = [];
	const nodes = new Map<string, number>();
	const nodeAt = (px: number, py: number): number => {
		const key = `${px} ${py}`;
		let node = nodes.get(key);
		if (node === undefined) {
			nodes.set(key, (node = x.length));
			x.push(px);
			y.push(py);
			onward.push([]);
		}
		return node;
	};
	for (let l = 0; l < borders.lineKind.length; l++) {
		const kind = BORDER_KINDS[borders.lineKind[l]];
		if ((kind === 'railway') !== (along === 'railway')) continue;
		const points = borderLine(borders, l);
		const count = points.length / 2;
		for (let i = 0; i < (kind === 'water' ? count : count - 1); i++) {
			const [a, b] = [2 * i, 2 * ((i + 1) % count)];
			const from = nodeAt(points[a], points[a + 1]);
			const to = nodeAt(points[b], points[b + 1]);
			if (from === to) continue;
			const lengthM = gridLengthM(x[from], y[from], x[to], y[to]);
			onward[from].push({ next: to, lengthM });
			onward[to].push({ next: from, lengthM });
			sideFrom.push(from);
			sideTo.push(to);
		}
	}
	let sides: Flatbush | null = null;
	if (sideFrom.length > 0) {
		sides = new Flatbush(sideFrom.length);
		sideFrom.forEach((from, s) => {
			const to = sideTo[s];
			sides?.add(
				Math.min(x[from], x[to]),
				Math.min(y[from], y[to]),
				Math.max(x[from], x[to]),
				Math.max(y[from], y[to])
			);
		});
		sides.finish();
	}
	return { x, y, onward, sides, sideFrom, sideTo };
}
