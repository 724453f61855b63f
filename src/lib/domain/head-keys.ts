import type { CameraHead } from './items.ts';

/** Everything that a head states of itself. */
export const HEAD_KEYS = [
	'type',
	'azimuthDeg',
	'azimuthToleranceDeg',
	'hfovDeg',
	'rangeM',
	'nearM',
	'sensorWidthMm',
	'focalLengthMm',
	'resolutionPx',
	'heightM',
	'tiltDeg'
] as const satisfies readonly (keyof CameraHead)[];

/** What says where a head looks; the rest says what kind of head it is. */
export const AIM_KEYS = [
	'azimuthDeg',
	'azimuthToleranceDeg'
] as const satisfies readonly (keyof CameraHead)[];

/** The part of `holder` that is of a head, without what is not given. */
export function headPart(holder: CameraHead & { readonly [key: string]: unknown }): CameraHead {
	const part: Record<string, unknown> = {};
	for (const key of HEAD_KEYS) {
		const value = holder[key];
		if (value !== undefined && value !== null) part[key] = value;
	}
	return part;
}
