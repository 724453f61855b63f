import { areaM2 } from './common-area.ts';
import { lay, type Laid, type Rings } from './lay.ts';

/** Ground of the first that none of the others holds. */
export function groundLeftOf(ground: Rings, taken: readonly Rings[]): Rings[] {
	return leftOfFirst(lay({ grounds: [ground, ...taken] }));
}

/** As `groundLeftOf`, of grounds that are laid already. */
export function leftOfFirst(laid: Laid): Rings[] {
	return laid
		.faces((present) => (present.length === 1 && present[0] === 0 ? 0 : -1))
		.map(({ rings }) => rings);
}

/** Ground that both hold. */
export function groundCommonTo(a: Rings, b: Rings): Rings[] {
	const laid = lay({ grounds: [a, b] });
	return laid.faces((present) => (present.length === 2 ? 0 : -1)).map(({ rings }) => rings);
}

/** Ground that any of them holds. */
export function groundTogether(grounds: readonly Rings[]): Rings[] {
	return lay({ grounds })
		.faces((present) => (present.length > 0 ? 0 : -1))
		.map(({ rings }) => rings);
}

/** Square metres of several pieces of ground. */
export function areaOfAllM2(faces: readonly Rings[]): number {
	return faces.reduce((sum, rings) => sum + areaM2(rings), 0);
}
