/** How far out from the wall it is mounted on an eye is put, and the least it stands from any other. */
const OUT_M = 0.05;
const CLEAR_M = 0.03;
/** An eye drawn this deep inside a building is taken to hang on the nearest wall, whichever way it looks. */
const MOUNT_M = 3;

/**
 * Where an eye among walls really is, in whole grid units from where it was drawn. `deepM` is how far that is when it was
 * drawn deeper inside than a slip of the pen explains; else 0.
 */
export interface MountedEye {
	x: number;
	y: number;
	deepM: number;
}

/**
 * The walls about a place, as an eye that may be inside one of their buildings meets them. Wall i runs from
 * (`ends[4 i]`, `ends[4 i + 1]`) to (`ends[4 i + 2]`, `ends[4 i + 3]`), grid units from the place, its building on the
 * left; buildings are whole. A unit is `perX` metres east and `perY` metres north.
 */
export interface WallsAbout {
	ends: ArrayLike<number>;
	count: number;
	perX: number;
	perY: number;
}

/** Whether (`x`, `y`) is in the open: in no building, and 3 cm clear of every wall. */
export function isOpen({ ends, count, perX, perY }: WallsAbout, x: number, y: number): boolean {
	let winding = 0;
	for (let i = 0; i < 4 * count; i += 4) {
		const ax = ends[i] - x;
		const ay = ends[i + 1] - y;
		const bx = ends[i + 2] - x;
		const by = ends[i + 3] - y;
		if (distanceSq(ax * perX, ay * perY, bx * perX, by * perY) < CLEAR_M * CLEAR_M) return false;
		if (ay <= 0 !== by <= 0) {
			const side = ax * by - ay * bx;
			if (by > 0 ? side > 0 : side < 0) winding += by > 0 ? 1 : -1;
		}
	}
	return winding <= 0;
}

/**
 * Where the eye of a camera drawn at (0, 0), on a wall or inside a building, is: 5 cm outside the nearest wall, when that is
 * within 3 m or `axis` is null (it looks all round); else 5 cm outside the first wall through which its `axis` (east
 * and north, in metres) leaves. Of walls that lead into another building the next is taken. Null where there is none within `reachM`.
 */
export function mountedEye(
	about: WallsAbout,
	axis: readonly [east: number, north: number] | null,
	reachM: number
): MountedEye | null {
	const near = firstOpen(about, nearestPoints(about, axis ? MOUNT_M : Math.max(MOUNT_M, reachM)));
	return near ?? (axis ? firstOpen(about, waysOut(about, axis, reachM)) : null);
}

/** A point of a wall, in metres: how far along the search it is, and which way is out. */
interface Spot {
	farM: number;
	x: number;
	y: number;
	outX: number;
	outY: number;
}

function firstOpen(about: WallsAbout, spots: Spot[]): MountedEye | null {
	spots.sort((p, q) => p.farM - q.farM || p.x - q.x || p.y - q.y);
	for (const spot of spots) {
		const length = Math.hypot(spot.outX, spot.outY);
		if (!(length > 0)) continue;
		const x = Math.round((spot.x + (spot.outX / length) * OUT_M) / about.perX);
		const y = Math.round((spot.y + (spot.outY / length) * OUT_M) / about.perY);
		if (!isOpen(about, x, y)) continue;
		return { x, y, deepM: spot.farM > MOUNT_M ? Math.hypot(x * about.perX, y * about.perY) : 0 };
	}
	return null;
}

function nearestPoints(about: WallsAbout, withinM: number): Spot[] {
	const { ends, count, perX, perY } = about;
	const spots: Spot[] = [];
	for (let i = 0; i < 4 * count; i += 4) {
		const ax = ends[i] * perX;
		const ay = ends[i + 1] * perY;
		const dx = ends[i + 2] * perX - ax;
		const dy = ends[i + 3] * perY - ay;
		const along = alongWall(ax, ay, dx, dy);
		const x = ax + along * dx;
		const y = ay + along * dy;
		const farM = Math.hypot(x, y);
		if (farM > withinM) continue;
		const corner = along === 0 ? i : along === 1 ? i + 2 : -1;
		const [outX, outY] = corner < 0 ? [dy, -dx] : outAtCorner(about, ends[corner], ends[corner + 1]);
		spots.push({ farM, x, y, outX, outY });
	}
	return spots;
}

/** The middle of the outward sides of all walls that meet in a corner. */
function outAtCorner({ ends, count, perX, perY }: WallsAbout, x: number, y: number): [number, number] {
	let outX = 0;
	let outY = 0;
	for (let i = 0; i < 4 * count; i += 4) {
		const isStart = ends[i] === x && ends[i + 1] === y;
		if (!isStart && !(ends[i + 2] === x && ends[i + 3] === y)) continue;
		const dx = (ends[i + 2] - ends[i]) * perX;
		const dy = (ends[i + 3] - ends[i + 1]) * perY;
		const length = Math.hypot(dx, dy);
		if (length === 0) continue;
		outX += dy / length;
		outY -= dx / length;
	}
	return [outX, outY];
}

function waysOut(
	{ ends, count, perX, perY }: WallsAbout,
	[east, north]: readonly [number, number],
	reachM: number
): Spot[] {
	const spots: Spot[] = [];
	for (let i = 0; i < 4 * count; i += 4) {
		const ax = ends[i] * perX;
		const ay = ends[i + 1] * perY;
		const dx = ends[i + 2] * perX - ax;
		const dy = ends[i + 3] * perY - ay;
		const across = east * dy - north * dx;
		if (across <= 0) continue; // alongside, or on the way in
		const farM = (ax * dy - ay * dx) / across;
		const along = (ax * north - ay * east) / across;
		if (farM <= 0 || farM > reachM || along < 0 || along > 1) continue;
		spots.push({ farM, x: east * farM, y: north * farM, outX: dy, outY: -dx });
	}
	return spots;
}

function distanceSq(ax: number, ay: number, bx: number, by: number): number {
	const along = alongWall(ax, ay, bx - ax, by - ay);
	const x = ax + along * (bx - ax);
	const y = ay + along * (by - ay);
	return x * x + y * y;
}

/** Share of the way from a along d at which the origin is nearest, 0 to 1. */
function alongWall(ax: number, ay: number, dx: number, dy: number): number {
	const lengthSq = dx * dx + dy * dy;
	return lengthSq > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSq)) : 0;
}
