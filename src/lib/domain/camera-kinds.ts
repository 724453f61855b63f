import { DEFAULT_MIN_PX_PER_M } from './head-range.ts';
import type { CameraHead, CameraType } from './items.ts';
import type { KindProperties } from './operations/apply-camera-kind.ts';
import { hfovDegOf, tiltDegForFar, vfovDegOf } from './optics.ts';
import { distanceMAt } from './pixel-density.ts';

/** What a kind is taken for, which says how high it hangs. */
export type KindUse = 'entrance' | 'street' | 'road' | 'square' | 'far' | 'junction';
export const KIND_GROUPS = ['fixed', 'dome', 'ptz', 'round', 'pole'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

/** A common kind of camera or pole, to be dropped into a plan; of no maker. */
export interface CameraKind {
	readonly id: string;
	readonly group: KindGroup;
	readonly use: KindUse;
	/** Nominal size of the sensor as it is written on the box, `1/2.8`; absent where several make the picture. */
	readonly sensorInch?: string;
	/** The longest focal length of a lens that zooms, millimetres. */
	readonly longestMm?: number;
	readonly properties: KindProperties;
}

/** Millions of pixels as they are sold, to the size of the picture. */
const PICTURES = {
	2: [1920, 1080],
	4: [2688, 1520],
	5: [2592, 1944],
	8: [3840, 2160],
	12: [4000, 3000]
} as const satisfies Record<number, readonly [number, number]>;
type MegaPixels = keyof typeof PICTURES;

/** Side of one pixel in thousandths of a millimetre, by sensor and picture: the sensor is as wide as its pixels. */
const PIXEL_UM: Readonly<Record<string, number>> = {
	'1/2.8 2': 2.9,
	'1/2.8 8': 1.45,
	'1/2.7 4': 2.0,
	'1/2.7 5': 2.0,
	'1/1.8 4': 2.9,
	'1/1.8 8': 2.0,
	'1/1.7 12': 1.85,
	'1/1.2 8': 2.9
};

/** Metres that a kind for this use hangs above the ground. */
const HEIGHT_M: Readonly<Record<KindUse, number>> = {
	entrance: 3,
	street: 4,
	road: 6,
	square: 6,
	far: 8,
	junction: 6
};

/** Width of the sensor in millimetres, from its pixels. Throws `RangeError` for a pairing that is not listed. */
export function sensorWidthMmOf(sensorInch: string, megaPixels: MegaPixels): number {
	const pixelUm = PIXEL_UM[`${sensorInch} ${megaPixels}`];
	if (pixelUm === undefined) throw new RangeError(`no ${sensorInch}" sensor of ${megaPixels} MP is listed`);
	return Math.round(pixelUm * PICTURES[megaPixels][0]) / 1000;
}

/**
 * The tilt at which nothing of the picture is wasted: its upper rim falls to a person's head just where the
 * picture thins to detection. To half a degree, the flatter way.
 */
function usefulTiltDeg(
	head: { readonly sensorWidthMm: number; readonly focalLengthMm: number; readonly heightM: number },
	[w, h]: readonly [number, number]
): number {
	const hfovDeg = hfovDegOf(head.sensorWidthMm, head.focalLengthMm);
	const farM = distanceMAt(w, hfovDeg, DEFAULT_MIN_PX_PER_M);
	const tiltDeg = tiltDegForFar(head.heightM, vfovDegOf(hfovDeg, h / w) ?? 0, farM);
	return Math.floor(tiltDeg * 2) / 2;
}

function headOf(
	type: CameraType,
	use: KindUse,
	sensorInch: string,
	mp: MegaPixels,
	focalLengthMm: number
): CameraHead {
	const lens = { sensorWidthMm: sensorWidthMmOf(sensorInch, mp), focalLengthMm, heightM: HEIGHT_M[use] };
	return { type, ...lens, resolutionPx: [...PICTURES[mp]], tiltDeg: usefulTiltDeg(lens, PICTURES[mp]) };
}

function lens(
	group: Exclude<KindGroup, 'round' | 'pole'>,
	use: KindUse,
	sensorInch: string,
	mp: MegaPixels,
	focalLengthMm: number,
	longestMm?: number
): CameraKind {
	return {
		id: `${group}-${mp}mp-${sensorInch.replace('/', '-')}-${focalLengthMm}mm`,
		group,
		use,
		sensorInch,
		...(longestMm !== undefined && { longestMm }),
		properties: headOf(group, use, sensorInch, mp, focalLengthMm)
	};
}

/** A camera whose several lenses or bent picture follow no single focal length: its width is stated. */
function round(id: string, use: KindUse, hfovDeg: number, resolutionPx: [number, number]): CameraKind {
	const type: CameraType = hfovDeg === 360 ? 'dome' : 'fixed';
	return {
		id,
		group: 'round',
		use,
		properties: { type, hfovDeg, resolutionPx, heightM: HEIGHT_M[use], nearM: 0 }
	};
}

function pole(id: string, use: KindUse, heads: readonly CameraHead[]): CameraKind {
	return { id, group: 'pole', use, properties: { type: 'fixed', heightM: HEIGHT_M[use], heads } };
}

/** Nothing but a view: what a new camera is until another kind is chosen, and where only figures are known. */
export const PLAIN_KIND: CameraKind = {
	id: 'plain',
	group: 'fixed',
	use: 'street',
	properties: { type: 'fixed', hfovDeg: 60, rangeM: 80 }
};

const ARM = headOf('fixed', 'junction', '1/1.8', 4, 6);
const { type: _fixed, heightM: _sixM, ...arm } = ARM;
const { heightM: _alsoSixM, ...ptz } = headOf('ptz', 'junction', '1/2.8', 2, 4.8);

/**
 * Common kinds, widest first in each group. Their figures are not written down: they follow from sensor, lens
 * and picture. A fisheye is reckoned by the pixels of its picture's width spread over the whole turn, which is
 * less than it shows towards its rim.
 */
export const CAMERA_KINDS: readonly CameraKind[] = [
	PLAIN_KIND,
	lens('fixed', 'entrance', '1/2.8', 2, 2.8),
	lens('fixed', 'street', '1/2.8', 2, 4),
	lens('fixed', 'street', '1/2.8', 2, 6),
	lens('fixed', 'road', '1/2.8', 2, 8),
	lens('fixed', 'road', '1/2.8', 2, 12),
	lens('fixed', 'entrance', '1/2.7', 4, 2.8),
	lens('fixed', 'street', '1/2.7', 4, 4),
	lens('fixed', 'street', '1/2.7', 4, 6),
	lens('fixed', 'road', '1/1.8', 4, 6),
	lens('fixed', 'road', '1/1.8', 4, 8),
	lens('fixed', 'road', '1/1.8', 4, 12),
	lens('fixed', 'entrance', '1/2.7', 5, 2.8),
	lens('fixed', 'entrance', '1/2.8', 8, 2.8),
	lens('fixed', 'square', '1/1.8', 8, 4),
	lens('fixed', 'road', '1/1.8', 8, 6),
	lens('fixed', 'road', '1/1.8', 8, 8),
	lens('fixed', 'far', '1/1.8', 8, 12),
	lens('fixed', 'square', '1/1.7', 12, 4),
	lens('fixed', 'far', '1/1.2', 8, 16, 50),
	lens('fixed', 'far', '1/1.2', 8, 50),
	lens('dome', 'entrance', '1/2.8', 2, 2.8),
	lens('dome', 'entrance', '1/2.7', 4, 2.8, 12),
	lens('dome', 'entrance', '1/1.8', 8, 4),
	lens('ptz', 'junction', '1/2.8', 2, 4.8, 120),
	lens('ptz', 'square', '1/1.8', 4, 6, 240),
	lens('ptz', 'far', '1/1.8', 8, 8, 320),
	round('fisheye-5mp', 'entrance', 360, [1944, 1944]),
	round('fisheye-12mp', 'square', 360, [3000, 3000]),
	round('panorama-180-8mp', 'square', 180, [5520, 2400]),
	round('panorama-360-20mp', 'junction', 360, [10240, 1920]),
	pole('pole-back-to-back', 'road', [
		{ ...arm, azimuthDeg: 0 },
		{ ...arm, azimuthDeg: 180 }
	]),
	pole('pole-junction-3', 'junction', [
		...[0, 120, 240].map((azimuthDeg) => ({ ...arm, azimuthDeg })),
		{ ...ptz, azimuthDeg: 0 }
	]),
	pole('pole-junction-4', 'junction', [
		...[0, 90, 180, 270].map((azimuthDeg) => ({ ...arm, azimuthDeg })),
		{ ...ptz, azimuthDeg: 0 }
	])
];
