/** Numbers kept for each wall: start, run, twice the area with the eye, and run over area. */
const STRIDE = 7;

/** Straight walls about an eye at (0, 0), each counter-clockwise as the eye sees it. Grid units. */
export class SightWalls {
	/** Where `hit` found the wall. */
	x = 0;
	y = 0;
	private count = 0;
	private numbers = new Float64Array(STRIDE * 256);

	clear(): void {
		this.count = 0;
	}

	/** Adds the wall from a to b and returns its number. The eye is not on its line. */
	add(ax: number, ay: number, bx: number, by: number): number {
		if (STRIDE * (this.count + 1) > this.numbers.length) {
			const wider = new Float64Array(2 * this.numbers.length);
			wider.set(this.numbers);
			this.numbers = wider;
		}
		const dx = bx - ax;
		const dy = by - ay;
		const area = ax * by - ay * bx;
		const { numbers } = this;
		const i = STRIDE * this.count;
		numbers[i] = ax;
		numbers[i + 1] = ay;
		numbers[i + 2] = dx;
		numbers[i + 3] = dy;
		numbers[i + 4] = area;
		numbers[i + 5] = dy / area;
		numbers[i + 6] = -dx / area;
		return this.count++;
	}

	endX(wall: number): number {
		return this.numbers[STRIDE * wall] + this.numbers[STRIDE * wall + 2];
	}

	endY(wall: number): number {
		return this.numbers[STRIDE * wall + 1] + this.numbers[STRIDE * wall + 3];
	}

	/** One over how many times (`x`, `y`) must be taken to meet the wall's line: more is nearer, and it is linear. */
	nearness(wall: number, x: number, y: number): number {
		const i = STRIDE * wall;
		return this.numbers[i + 5] * x + this.numbers[i + 6] * y;
	}

	/**
	 * Leaves in `x` and `y` the grid point where the wall is met towards (`dx`, `dy`), a grid point between its ends:
	 * the nearest one that does not lie before that direction (`side` 1) or past it (`side` -1).
	 */
	hit(wall: number, dx: number, dy: number, side: 1 | -1): void {
		const i = STRIDE * wall;
		const { numbers } = this;
		const times = numbers[i + 4] / (dx * numbers[i + 3] - dy * numbers[i + 2]);
		let x = Math.round(dx * times);
		let y = Math.round(dy * times);
		// one step across the direction is more than rounding can have cost
		if (side * (dx * y - dy * x) < 0) {
			if (Math.abs(dx) >= Math.abs(dy)) y += dx > 0 ? side : -side;
			else x -= dy > 0 ? side : -side;
		}
		this.x = x;
		this.y = y;
	}
}
