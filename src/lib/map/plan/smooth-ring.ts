import type { Position } from 'geojson';

/** Places along the smoothed ring, and how many neighbours on either side each is averaged with. */
const PLACES = 96;
const REACH = 5;

/**
 * A closed ring with its corners rounded, for words to run along: places at equal distances round
 * it, each drawn to the middle of its neighbours. Stays within the ring's convex hull and lies on
 * its straight stretches. A ring without length is returned as it is.
 */
export function smoothRing(ring: readonly Position[]): Position[] {
	const places = evenly(ring);
	if (places.length === 0) return [...ring];
	const smooth = places.map((_, i): Position => {
		let x = 0;
		let y = 0;
		for (let k = -REACH; k <= REACH; k++) {
			const [px, py] = places[(i + k + PLACES) % PLACES] as [number, number];
			x += px;
			y += py;
		}
		return [x / (2 * REACH + 1), y / (2 * REACH + 1)];
	});
	return [...smooth, smooth[0] as Position];
}

/** `PLACES` points at equal distances along a closed ring, in degrees squeezed to its latitude. */
function evenly(ring: readonly Position[]): Position[] {
	const squeeze = Math.cos((((ring[0]?.[1] ?? 0) as number) * Math.PI) / 180);
	const lengths: number[] = [];
	let whole = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [ax, ay] = ring[i] as [number, number];
		const [bx, by] = ring[i + 1] as [number, number];
		lengths.push(Math.hypot((bx - ax) * squeeze, by - ay));
		whole += lengths[i] as number;
	}
	if (whole === 0) return [];

	const places: Position[] = [];
	let side = 0;
	let passed = 0;
	for (let i = 0; i < PLACES; i++) {
		const wanted = (whole * i) / PLACES;
		while (side < lengths.length - 1 && passed + (lengths[side] as number) < wanted) {
			passed += lengths[side++] as number;
		}
		const [ax, ay] = ring[side] as [number, number];
		const [bx, by] = ring[side + 1] as [number, number];
		const length = lengths[side] as number;
		const t = length === 0 ? 0 : (wanted - passed) / length;
		places.push([ax + (bx - ax) * t, ay + (by - ay) * t]);
	}
	return places;
}
