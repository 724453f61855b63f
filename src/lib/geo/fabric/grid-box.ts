/** West, south, east and north on the 1e-7 degree grid, edges included. */
export interface GridBox {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** The box of rings or lines; turned inside out where there is no point. */
export function gridBox(lines: readonly ArrayLike<number>[]): GridBox {
	const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const line of lines) {
		for (let i = 0; i < line.length; i += 2) {
			const x = line[i];
			const y = line[i + 1];
			if (x < box.west) box.west = x;
			if (x > box.east) box.east = x;
			if (y < box.south) box.south = y;
			if (y > box.north) box.north = y;
		}
	}
	return box;
}

/** Whether two boxes have a point in common once the first is wider by `reach` on every side. */
export function boxesMeet(a: GridBox, b: GridBox, reach = 0): boolean {
	return (
		a.west - reach <= b.east &&
		b.west <= a.east + reach &&
		a.south - reach <= b.north &&
		b.south <= a.north + reach
	);
}

/** Whether the box of the straight line from a to b meets `box` grown by `reach`. */
export function sideMeets(box: GridBox, ax: number, ay: number, bx: number, by: number, reach = 0): boolean {
	return (
		(ax < bx ? ax : bx) <= box.east + reach &&
		(ax < bx ? bx : ax) >= box.west - reach &&
		(ay < by ? ay : by) <= box.north + reach &&
		(ay < by ? by : ay) >= box.south - reach
	);
}

/** The ground that both boxes cover. */
export function commonBox(a: GridBox, b: GridBox): GridBox {
	return {
		west: Math.max(a.west, b.west),
		south: Math.max(a.south, b.south),
		east: Math.min(a.east, b.east),
		north: Math.min(a.north, b.north)
	};
}

/** The box of two. */
export function boxAround(a: GridBox, b: GridBox): GridBox {
	return {
		west: Math.min(a.west, b.west),
		south: Math.min(a.south, b.south),
		east: Math.max(a.east, b.east),
		north: Math.max(a.north, b.north)
	};
}
