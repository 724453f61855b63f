import type { Cell, CellLinks, CellSeams } from './cell.ts';
import type { CellTree } from './cell-tree.ts';
import { parallelAt } from '../../geo/parallel.ts';

/** Where the gap faces of `cell` lie against its sides; kept with the cell. */
export function seamsOf(cell: Cell): CellSeams {
	if (cell.seams) return cell.seams;
	const sides: number[][] = [[], [], [], []];
	if (cell.gaps) {
		const { faceStart, ringStart, coords, label } = cell.gaps.faces;
		const west = cell.x;
		const east = cell.x + cell.size;
		const south = cell.y;
		const north = cell.y + cell.size;
		for (let f = 0; f < label.length; f++) {
			for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
				let px = coords[2 * ringStart[r + 1] - 2];
				let py = coords[2 * ringStart[r + 1] - 1];
				for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
					const qx = coords[2 * i];
					const qy = coords[2 * i + 1];
					if (px === qx) {
						if (qx === west) sides[0].push(qy, py, f);
						else if (qx === east) sides[1].push(py, qy, f);
					} else if (py === qy) {
						if (qy === south) sides[2].push(px, qx, f);
						else if (qy === north) sides[3].push(qx, px, f);
					}
					px = qx;
					py = qy;
				}
			}
		}
	}
	const [west, east, south, north] = sides.map(sortedByLow);
	cell.seams = { west, east, south, north };
	return cell.seams;
}

/** The gap faces of `cell` that go on, with the same label, east or north of it; kept with the cell. */
export function linksOf(cell: Cell, tree: CellTree): CellLinks {
	if (cell.links) return cell.links;
	const links: CellLinks = { face: [], other: [], otherFace: [], sharedM: [] };
	const seams = seamsOf(cell);
	const { x, y, size } = cell;
	const { metresPerX, metresPerY } = parallelAt(y + size / 2);
	if (seams.east.length > 0) {
		for (const other of tree.leavesMeeting(x + size, y, x + size + 1, y + size)) {
			link(links, cell, seams.east, other, seamsOf(other).west, metresPerY);
		}
	}
	if (seams.north.length > 0) {
		for (const other of tree.leavesMeeting(x, y + size, x + size, y + size + 1)) {
			link(links, cell, seams.north, other, seamsOf(other).south, metresPerX);
		}
	}
	cell.links = links;
	return links;
}

/** Cells whose links lead into `cell`. */
export function cellsLinkingTo(cell: Cell, tree: CellTree): Cell[] {
	const { x, y, size } = cell;
	return [...tree.leavesMeeting(x - 1, y, x, y + size), ...tree.leavesMeeting(x, y - 1, x + size, y)];
}

function link(
	links: CellLinks,
	cell: Cell,
	mine: Int32Array,
	other: Cell,
	theirs: Int32Array,
	metresPerUnit: number
): void {
	if (!cell.gaps || !other.gaps) return;
	const labels = cell.gaps.faces.label;
	const otherLabels = other.gaps.faces.label;
	let p = 0;
	let q = 0;
	while (p < mine.length && q < theirs.length) {
		const low = Math.max(mine[p], theirs[q]);
		const high = Math.min(mine[p + 1], theirs[q + 1]);
		if (low < high && labels[mine[p + 2]] === otherLabels[theirs[q + 2]]) {
			links.face.push(mine[p + 2]);
			links.other.push(other);
			links.otherFace.push(theirs[q + 2]);
			links.sharedM.push((high - low) * metresPerUnit);
		}
		if (mine[p + 1] < theirs[q + 1]) p += 3;
		else q += 3;
	}
}

/** Triples (low, high, face) in order; on one side they do not overlap. */
function sortedByLow(triples: readonly number[]): Int32Array {
	const n = triples.length / 3;
	const order = Array.from({ length: n }, (_, i) => 3 * i).sort((a, b) => triples[a] - triples[b]);
	const out = new Int32Array(triples.length);
	for (let i = 0; i < n; i++) {
		out[3 * i] = triples[order[i]];
		out[3 * i + 1] = triples[order[i] + 1];
		out[3 * i + 2] = triples[order[i] + 2];
	}
	return out;
}
