import type { Hatch, HatchStroke } from '../../editor/symbols.ts';

/** A picture as the map takes it: RGBA, 4 bytes a pixel, rows from the top, not premultiplied. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
}

/**
 * One tile of a hatch in `colour` (`#rrggbb`), `ratio` pixels to a pixel of the screen. The tile
 * repeats without a seam: distances are taken round its edges. Edges of strokes are smoothed.
 */
export function hatchPixels(hatch: Hatch, colour: string, ratio: number): Pixels {
	const size = Math.round(hatch.size * ratio);
	const half = (hatch.width * ratio) / 2;
	const [red, green, blue] = rgb(colour);
	const data = new Uint8ClampedArray(size * size * 4);
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			let away = Infinity;
			for (const stroke of hatch.strokes) away = Math.min(away, distance(stroke, x + 0.5, y + 0.5, size));
			const at = (y * size + x) * 4;
			data[at] = red;
			data[at + 1] = green;
			data[at + 2] = blue;
			data[at + 3] = 255 * Math.min(1, Math.max(0, half + 0.5 - away));
		}
	}
	return { width: size, height: size, data };
}

/** Distance of a place to the middle of the nearest repeat of a stroke, in pixels. */
function distance(stroke: HatchStroke, x: number, y: number, size: number): number {
	switch (stroke) {
		case 'rise':
			return toMultiple(x + y, size) / Math.SQRT2;
		case 'fall':
			return toMultiple(x - y, size) / Math.SQRT2;
		case 'vertical':
			return toMultiple(x - size / 2, size);
		case 'horizontal':
			return toMultiple(y - size / 2, size);
		case 'dot':
			return Math.hypot(x - size / 2, y - size / 2);
		case 'circle':
			return Math.abs(Math.hypot(x - size / 2, y - size / 2) - size / 4);
	}
}

function toMultiple(value: number, size: number): number {
	const rest = ((value % size) + size) % size;
	return Math.min(rest, size - rest);
}

function rgb(colour: string): [number, number, number] {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
	if (!match) throw new RangeError(`colour is "${colour}", wanted #rrggbb`);
	return [
		parseInt(match[1] as string, 16),
		parseInt(match[2] as string, 16),
		parseInt(match[3] as string, 16)
	];
}
