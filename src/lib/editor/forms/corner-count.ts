import { linesOf } from '../../domain/fabric/corners.ts';
import type { Item } from '../../domain/items.ts';

/** Corners of things, of their holes too; the place where a ring closes counts once. Points have none. */
export function cornerCount(items: Iterable<Item>): number {
	let count = 0;
	for (const item of items) {
		const isLine = item.geometry.type === 'LineString';
		for (const line of linesOf(item).flat()) count += isLine ? line.length : Math.max(0, line.length - 1);
	}
	return count;
}
