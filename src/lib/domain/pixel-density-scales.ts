/** What a picture is good for from a density on. */
export type DensityLevelName =
	| 'monitor'
	| 'detect'
	| 'observe'
	| 'recognise'
	| 'identify'
	| 'overview'
	| 'outline'
	| 'discern'
	| 'perceive'
	| 'characterise'
	| 'validate'
	| 'scrutinise';

export interface DensityLevel {
	readonly name: DensityLevelName;
	/** The least pixels per metre that earn the name. */
	readonly pxPerM: number;
}

/** The levels of IEC 62676-4 by edition, coarsest first. */
export const PIXEL_DENSITY_SCALES = {
	2014: [
		{ name: 'monitor', pxPerM: 12.5 },
		{ name: 'detect', pxPerM: 25 },
		{ name: 'observe', pxPerM: 62.5 },
		{ name: 'recognise', pxPerM: 125 },
		{ name: 'identify', pxPerM: 250 }
	],
	2025: [
		{ name: 'overview', pxPerM: 20 },
		{ name: 'outline', pxPerM: 40 },
		{ name: 'discern', pxPerM: 80 },
		{ name: 'perceive', pxPerM: 125 },
		{ name: 'characterise', pxPerM: 250 },
		{ name: 'validate', pxPerM: 500 },
		{ name: 'scrutinise', pxPerM: 1500 }
	]
} as const satisfies Record<number, readonly DensityLevel[]>;

export type PixelDensityScale = keyof typeof PIXEL_DENSITY_SCALES;

/** The finest level of a scale that a density earns; null below the coarsest. A level's own density earns it. */
export function densityLevelOf(pxPerM: number, scale: PixelDensityScale): DensityLevel | null {
	const levels: readonly DensityLevel[] = PIXEL_DENSITY_SCALES[scale];
	return levels.findLast((level) => pxPerM >= level.pxPerM) ?? null;
}
