import { seeded } from '../../support/random.ts';

/** Width of the cell all scenes are drawn in. */
export const SIZE = 20000;

/** Scenes that broke other overlay engines: a list of trials, each a list of counter-clockwise rings. */
export const HOSTILE_SCENES: Record<string, () => number[][][]> = {
	'one footprint 500 times': () => {
		const ring = sector(9000, 9000, 5000, 30, 70, 16);
		return [Array.from({ length: 500 }, () => [...ring])];
	},
	'200 heads on one pole': () => {
		const random = seeded(5);
		return [
			Array.from({ length: 200 }, () =>
				sector(10000, 10000, 6000, Math.floor(random() * 24) * 15, 30 + Math.floor(random() * 6) * 15, 16)
			)
		];
	},
	'900 squares that share edges': () => [squares(() => true)],
	'450 squares that touch at corners': () => [squares((i, j) => ((i + j) & 1) === 1)],
	'bars that overlap along one line': () => [
		Array.from({ length: 200 }, (_, i) => {
			const a = 500 + i * 77;
			const top = 6000 + (i % 7) * 100;
			return [a, 5000, a + 1500, 5000, a + 1500, top, a, top];
		})
	],
	'long bars that nearly overlap': () => {
		const random = seeded(9);
		const jitter = (): number => Math.floor(random() * 3);
		return [
			Array.from({ length: 200 }, () => [
				1000,
				999 + jitter(),
				18000,
				9000 + jitter(),
				18000 + jitter(),
				9400,
				1000 + jitter(),
				1400
			])
		];
	},
	'needles a step wide': () => {
		const random = seeded(11);
		const any = (): number => Math.floor(random() * SIZE);
		return Array.from({ length: 40 }, () =>
			Array.from({ length: 40 }, () => {
				const [u, v] = [any(), any()];
				return [any(), any(), u, v, u + Math.floor(random() * 4) - 1, v + Math.floor(random() * 4) - 1];
			}).flatMap(turned)
		);
	},
	'one footprint over everything': () => [[[0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE]]],
	'a ring of circles round a hole': () => [
		Array.from({ length: 36 }, (_, i) => {
			const angle = (i / 18) * Math.PI;
			return sector(
				Math.round(10000 + 6000 * Math.cos(angle)),
				Math.round(10000 + 6000 * Math.sin(angle)),
				900,
				0,
				360,
				32
			);
		})
	],
	'triangles on a coarse grid': () => {
		const random = seeded(3);
		return Array.from({ length: 100 }, () =>
			Array.from({ length: 40 }, () =>
				Array.from({ length: 6 }, () => Math.floor(random() * 21) * 1000)
			).flatMap(turned)
		);
	},
	'sectors on a coarse grid': () => {
		const random = seeded(4);
		const step = (n: number): number => Math.floor(random() * n);
		return Array.from({ length: 60 }, () =>
			Array.from({ length: 60 }, () => {
				const isCircle = random() < 0.2;
				return sector(
					step(20) * 1000,
					step(20) * 1000,
					1500 + step(8) * 500,
					step(8) * 45,
					isCircle ? 360 : 30 + step(3) * 30,
					isCircle ? 32 : 12
				);
			})
		);
	}
};

/** A sector drawn with `steps` steps from `middleDeg - spanDeg / 2`, counter-clockwise. */
export function sector(
	x: number,
	y: number,
	reach: number,
	middleDeg: number,
	spanDeg: number,
	steps: number
): number[] {
	const isFull = spanDeg >= 360;
	const out = isFull ? [] : [x, y];
	const from = isFull ? 0 : middleDeg - spanDeg / 2;
	for (let i = 0; i <= (isFull ? steps - 1 : steps); i++) {
		const angle = ((from + (i * spanDeg) / steps) * Math.PI) / 180;
		out.push(Math.round(x + reach * Math.cos(angle)), Math.round(y + reach * Math.sin(angle)));
	}
	return out;
}

function squares(isWanted: (i: number, j: number) => boolean): number[][] {
	const out: number[][] = [];
	for (let i = 0; i < 30; i++) {
		for (let j = 0; j < 30; j++) {
			if (!isWanted(i, j)) continue;
			const a = 1000 + i * 600;
			const b = 1000 + j * 600;
			out.push([a, b, a + 600, b, a + 600, b + 600, a, b + 600]);
		}
	}
	return out;
}

/** The triangle turned counter-clockwise, as a list of one; an empty list where it has no area. */
function turned(ring: number[]): number[][] {
	const [ax, ay, bx, by, cx, cy] = ring;
	const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
	if (area === 0) return [];
	return [area > 0 ? ring : [ax, ay, cx, cy, bx, by]];
}
