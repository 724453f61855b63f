import { clipLine } from './clip.ts';
import { doubleArea, ringContains, turned } from './ring-geometry.ts';
import type { WorldBox } from './world.ts';

/**
 * The sea within `box`, out of coastlines: paths of x, y with land on the left and water on the right.
 *
 * Closed paths within the box are islands, or seas of their own where they turn the other way. All
 * others are cut at the box; ends that hang loose, as in a clipped extract, go to its nearest side; then
 * the border is followed clockwise from where a coast leaves to where the next one enters. A coast whose
 * direction contradicts the longer ones is left out. Each polygon is an exterior and its holes, closed.
 */
export function seaPolygons(coasts: readonly number[][], box: WorldBox): number[][][] {
	const islands: number[][] = [];
	const seas: number[][] = [];
	const pieces: number[][] = [];
	for (const coast of coasts) {
		const isClosed = coast[0] === coast[coast.length - 2] && coast[1] === coast[coast.length - 1];
		if (isClosed && coast.length > 6 && isWithin(coast, box)) {
			if (doubleArea(coast) < 0) islands.push(coast);
			else seas.push(coast);
		} else for (const piece of cutAtBox(isClosed ? startedOutside(coast, box) : coast, box)) pieces.push(piece);
	}
	const border = new Border(box);
	for (const piece of pieces) border.fasten(piece);
	const fitting = pieces
		.filter((piece) => piece.length >= 4)
		.sort((a, b) => b.length - a.length)
		.reduce<number[][]>((kept, piece) => (border.alternates([...kept, piece]) ? [...kept, piece] : kept), []);

	const exteriors = [...seas, ...border.rings(fitting)];
	if (fitting.length === 0 && islands.length > 0) exteriors.push(border.whole());
	return exteriors.map((exterior) => [
		turned(exterior, true),
		...islands
			.filter((island) => ringContains(exterior, island[0], island[1]))
			.map((island) => turned(island, false))
	]);
}

function isWithin(path: readonly number[], box: WorldBox): boolean {
	for (let i = 0; i < path.length; i += 2) {
		if (path[i] < box.minX || path[i] > box.maxX || path[i + 1] < box.minY || path[i + 1] > box.maxY) {
			return false;
		}
	}
	return true;
}

/** The same closed path begun at a point outside the box, so that no piece is cut where it happens to start. */
function startedOutside(path: number[], box: WorldBox): number[] {
	for (let i = 0; i < path.length; i += 2) {
		if (isWithin(path.slice(i, i + 2), box)) continue;
		return [...path.slice(i), ...path.slice(2, i + 2)];
	}
	return path;
}

function cutAtBox(path: number[], box: WorldBox): number[][] {
	const columns: number[][] = [];
	clipLine(path, 0, box.minX, box.maxX, columns);
	const pieces: number[][] = [];
	for (const column of columns) clipLine(column, 1, box.minY, box.maxY, pieces);
	return pieces;
}

/** The border of the box, measured clockwise to the eye from its upper left corner. */
class Border {
	private readonly box: WorldBox;
	private readonly width: number;
	private readonly height: number;

	constructor(box: WorldBox) {
		this.box = box;
		this.width = box.maxX - box.minX;
		this.height = box.maxY - box.minY;
	}

	/** Leads both ends of a piece to the nearest side where they are not on one. */
	fasten(piece: number[]): void {
		const last = piece.length - 2;
		if (!this.isOn(piece[last], piece[last + 1])) piece.push(...this.nearest(piece[last], piece[last + 1]));
		if (!this.isOn(piece[0], piece[1])) piece.unshift(...this.nearest(piece[0], piece[1]));
	}

	/** Whether coasts leave and enter in turns all around. */
	alternates(pieces: readonly number[][]): boolean {
		const events = pieces
			.flatMap((piece) => [
				{ at: this.at(piece[0], piece[1]), isStart: true },
				{ at: this.at(piece[piece.length - 2], piece[piece.length - 1]), isStart: false }
			])
			.sort((a, b) => a.at - b.at);
		return events.every((event, i) => event.isStart !== events[(i + 1) % events.length].isStart);
	}

	rings(pieces: readonly number[][]): number[][] {
		const around = 2 * (this.width + this.height);
		const open = new Set(pieces);
		const rings: number[][] = [];
		for (const first of pieces) {
			if (!open.delete(first)) continue;
			const ring = [...first];
			for (;;) {
				const end = this.at(ring[ring.length - 2], ring[ring.length - 1]);
				const ahead = (piece: number[]) => (this.at(piece[0], piece[1]) - end + around) % around;
				let next = first;
				for (const piece of open) if (ahead(piece) < ahead(next)) next = piece;
				ring.push(...this.cornersBetween(end, ahead(next)));
				if (!open.delete(next)) break;
				ring.push(...next);
			}
			ring.push(ring[0], ring[1]);
			rings.push(ring);
		}
		return rings;
	}

	whole(): number[] {
		const { minX, minY, maxX, maxY } = this.box;
		return [minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY];
	}

	private cornersBetween(from: number, length: number): number[] {
		const { minX, minY, maxX, maxY } = this.box;
		const { width, height } = this;
		const corners = [
			[0, minX, minY],
			[width, maxX, minY],
			[width + height, maxX, maxY],
			[2 * width + height, minX, maxY]
		];
		const around = 2 * (width + height);
		const found: number[] = [];
		for (const lap of [0, around]) {
			for (const [at, x, y] of corners) if (at + lap > from && at + lap < from + length) found.push(x, y);
		}
		return found;
	}

	private isOn(x: number, y: number): boolean {
		const { minX, minY, maxX, maxY } = this.box;
		return x === minX || x === maxX || y === minY || y === maxY;
	}

	private nearest(x: number, y: number): [number, number] {
		const { minX, minY, maxX, maxY } = this.box;
		const sides: [number, number, number][] = [
			[x - minX, minX, y],
			[maxX - x, maxX, y],
			[y - minY, x, minY],
			[maxY - y, x, maxY]
		];
		const [, sideX, sideY] = sides.reduce((best, side) => (side[0] < best[0] ? side : best));
		return [sideX, sideY];
	}

	private at(x: number, y: number): number {
		const { minX, minY, maxX, maxY } = this.box;
		if (y === minY) return x - minX;
		if (x === maxX) return this.width + (y - minY);
		if (y === maxY) return this.width + this.height + (maxX - x);
		return 2 * this.width + this.height + (maxY - y);
	}
}
