import type { ItemId } from '../../domain/items.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import { pointInside } from '../../geo/overlay/point-inside.ts';
import { boxOfRings } from '../../geo/ring-box.ts';
import { windingAt } from '../../geo/winding.ts';
import type { Cell } from './cell.ts';
import type { Boundary } from './subject.ts';

interface Entry {
	id: ItemId;
	rings: Int32Array[];
	areaM2: number;
	box: [west: number, south: number, east: number, north: number];
}

/** Which `area` item a place lies in: of several, the smallest, as the township and not its county. */
export class AreaLookup {
	private readonly entries: Entry[];

	constructor(boundaries: readonly { item: Boundary; rings: Int32Array[] }[]) {
		this.entries = boundaries
			.filter(({ item }) => item.kind === 'area')
			.map(({ item, rings }) => ({
				id: item.id,
				rings,
				areaM2: rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0),
				box: boxOfRings(rings)
			}))
			.sort((a, b) => a.areaM2 - b.areaM2 || (a.id < b.id ? -1 : 1));
	}

	get count(): number {
		return this.entries.length;
	}

	idOf(index: number): ItemId | null {
		return this.entries[index]?.id ?? null;
	}

	/** Index of the area that gap face `f` of `cell` lies in, judged at one point of it; -1 none. */
	ofFace(cell: Cell, f: number): number {
		if (!cell.gaps) return -1;
		if (this.entries.length < 2) return this.entries.length - 1;
		cell.areaOf ??= new Int32Array(cell.gaps.faces.label.length).fill(-2);
		if (cell.areaOf[f] === -2) {
			const [x, y] = pointInside(cell.gaps.faces, f);
			cell.areaOf[f] = this.indexAt(x, y);
		}
		return cell.areaOf[f];
	}

	/** Index of the smallest area that holds the grid point (`x`, `y`); -1 none. */
	indexAt(x: number, y: number): number {
		return this.entries.findIndex(
			({ box, rings }) =>
				x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && windingAt(x, y, rings) > 0
		);
	}
}
