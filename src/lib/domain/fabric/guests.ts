import { boxesMeet, gridBox, sideMeets, type GridBox } from '../../geo/fabric/grid-box.ts';
import { sidesOf, type SideAt } from './corners.ts';
import type { Ground } from './neighbours.ts';

/** Sides of neighbours that may have to be cut, and places at which they may have to be bent. */
export interface Guests {
	readonly sides: SideAt[];
	/** Corners along the sides: x and y by turns. A side that is cut anywhere must not pass over one of them. */
	readonly posts: number[];
}

/**
 * The sides of `neighbours` within one grid unit of one of `boxes`, and the corners of all of them along
 * the whole length of these sides.
 */
export function guestsOf(neighbours: readonly Ground[], boxes: readonly GridBox[]): Guests {
	const sides: SideAt[] = [];
	for (const { item, shape } of neighbours) {
		const near = boxes.filter((box) => boxesMeet(box, shape.box, 1));
		if (near.length === 0) continue;
		for (const side of sidesOf(item)) {
			if (near.some((box) => sideMeets(box, ...side.side, 1))) sides.push(side);
		}
	}
	const along = gridBox(sides.map(({ side }) => side));
	const posts: number[] = [];
	for (const { shape } of neighbours) {
		if (!boxesMeet(along, shape.box)) continue;
		for (const ring of shape.rings) {
			for (let i = 0; i < ring.length; i += 2) {
				const [x, y] = [ring[i], ring[i + 1]];
				if (x >= along.west && x <= along.east && y >= along.south && y <= along.north) posts.push(x, y);
			}
		}
	}
	return { sides, posts };
}
