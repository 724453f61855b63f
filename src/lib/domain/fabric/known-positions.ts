import type { Position } from 'geojson';
import { fromGrid, toGrid } from '../../geo/fabric/ground-shape.ts';
import { VertexTable } from '../../geo/fabric/vertex-table.ts';
import type { Item } from '../items.ts';
import { linesOf } from './corners.ts';

/** Positions of items by their place on the grid, so that a corner that stays keeps its height and every digit. */
export class KnownPositions {
	private readonly table = new VertexTable();
	private readonly positions: (readonly Position[])[number][] = [];

	constructor(items: Iterable<Item>) {
		for (const item of items) {
			for (const lines of linesOf(item)) {
				for (const line of lines) {
					for (const position of line) {
						const v = this.table.add(toGrid(position[0]), toGrid(position[1]));
						this.positions[v] ??= position as Position;
					}
				}
			}
		}
	}

	/** In which order the place was met, Infinity where it was not. */
	rankOf(x: number, y: number): number {
		const v = this.table.find(x, y);
		return v < 0 ? Infinity : v;
	}

	/** The position at a place of the grid, a new one where there was none. */
	at(x: number, y: number): Position {
		const v = this.table.find(x, y);
		return v < 0 ? [fromGrid(x), fromGrid(y)] : this.positions[v];
	}
}
