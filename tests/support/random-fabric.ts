import type { Position } from 'geojson';
import type { Area, Item, ItemId, PatrolZone } from '../../src/lib/domain/items.ts';
import { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';

export interface FabricShape {
	readonly columns: number;
	readonly rows: number;
	/** Corners between two crossings of borders. */
	readonly between: number;
	/** Width of a cell in grid units. */
	readonly cell: number;
	/** South-west corner in grid units. */
	readonly west: number;
	readonly south: number;
}

/**
 * A plan whose patrol zones cover a rectangle without gap or overlap: cells with crooked borders that share
 * every corner. `random` gives numbers from 0 to below 1.
 */
export function randomFabric(
	random: () => number,
	shape: FabricShape,
	kind: 'patrol-zone' | 'area' = 'patrol-zone'
): Plan {
	const { columns, rows, between, cell, west, south } = shape;
	const step = between + 1;
	const sway = cell / step / 5;
	const corners = new Map<string, Position>();
	/** A place on the lattice with `step` places to a cell, pushed a little. */
	const place = (i: number, k: number): Position => {
		const key = `${i} ${k}`;
		let position = corners.get(key);
		if (!position) {
			const x = Math.round(west + (i * cell) / step + (random() * 2 - 1) * sway);
			const y = Math.round(south + (k * cell) / step + (random() * 2 - 1) * sway);
			corners.set(key, (position = [x / 1e7, y / 1e7]));
		}
		return position;
	};
	const items: Item[] = [];
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const [i, k] = [column * step, row * step];
			const ring: Position[] = [];
			for (let t = 0; t < step; t++) ring.push(place(i + t, k));
			for (let t = 0; t < step; t++) ring.push(place(i + step, k + t));
			for (let t = 0; t < step; t++) ring.push(place(i + step - t, k + step));
			for (let t = 0; t < step; t++) ring.push(place(i, k + step - t));
			ring.push(ring[0]);
			const id = `z${column}-${row}` as ItemId;
			const common = {
				id,
				rank: items.length,
				geometry: { type: 'Polygon' as const, coordinates: [ring] },
				properties: { name: `Zone ${column}/${row}` }
			};
			items.push(
				kind === 'area'
					? ({ ...common, kind, properties: { ...common.properties, level: 'county' } } as Area)
					: ({ ...common, kind } as PatrolZone)
			);
		}
	}
	return { header: { format: 1, name: 'Fabric' }, items: ItemMap.from(items) };
}
