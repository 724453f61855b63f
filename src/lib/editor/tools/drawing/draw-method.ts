import type { Followed } from '../../../domain/findings/followed-line.ts';

/** How the sides of a drawing come about; may change in the middle of it. */
export const DRAW_METHODS = [
	'points',
	'freehand',
	'roads',
	'water',
	'railway',
	'rectangle',
	'circle'
] as const;
export type DrawMethod = (typeof DRAW_METHODS)[number];

/** What a line can be drawn by; ground can be drawn by all. */
export const LINE_METHODS: readonly DrawMethod[] = ['points', 'freehand', 'roads', 'water', 'railway'];

/** What sides of a method follow, if anything. */
export function followedBy(method: DrawMethod): Followed | null {
	return method === 'roads' || method === 'water' || method === 'railway' ? method : null;
}
