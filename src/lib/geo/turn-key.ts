/**
 * A number that grows with the direction of (`x`, `y`), counter-clockwise from east: 0 up to below 4, a
 * quarter turn each. The zero vector has key 0.
 *
 * For whole numbers below 2^22 it orders as an exact cross product would: two directions differ by more than
 * 2^-45, the key's rounding is below 2^-50, and equal directions are the same quotient and so the same key.
 */
export function turnKey(x: number, y: number): number {
	if (y >= 0) return x > 0 ? y / (x + y) : y === 0 ? (x < 0 ? 2 : 0) : 1 - x / (y - x);
	return x < 0 ? 2 + y / (x + y) : 3 + x / (x - y);
}
