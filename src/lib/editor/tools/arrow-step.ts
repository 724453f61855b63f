import type { Px } from '../../geo/coordinates.ts';

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** `p` moved by `stepPx` the way that an arrow key points; the same place for any other key. */
export function arrowStep({ px, py }: Px, key: string, stepPx: number): Px {
	const [dx, dy] = WAYS[key] ?? [0, 0];
	return { px: px + dx * stepPx, py: py + dy * stepPx };
}
