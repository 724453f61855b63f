import type { Cell } from './cell.ts';

/** Adds the cells without children of `cell` to `list`, in quadtree order. */
export function collectLeaves(cell: Cell | null | undefined, list: Cell[]): void {
	if (!cell) return;
	if (cell.children === null) list.push(cell);
	else for (const child of cell.children) collectLeaves(child, list);
}

/** Adds those of them that share more than an edge with the box to `found`. */
export function collectMeeting(
	cell: Cell,
	west: number,
	south: number,
	east: number,
	north: number,
	found: Cell[]
): void {
	if (cell.x >= east || cell.x + cell.size <= west || cell.y >= north || cell.y + cell.size <= south) return;
	if (cell.children === null) found.push(cell);
	else for (const child of cell.children) if (child) collectMeeting(child, west, south, east, north, found);
}
