import type { CameraHead, CameraProperties, CameraType } from './items.ts';
import { groundBandOf, hfovDegOf, vfovDegOf } from './optics.ts';

/** What is known of one head, from what it states and what optics give. */
export interface HeadOptics {
	/** Undefined where neither the head nor its camera states one. */
	readonly type: CameraType | undefined;
	/** Compass degrees, 0 up to 360; null where not known. */
	readonly azimuthDeg: number | null;
	/** How far off the direction may be, either way. */
	readonly toleranceDeg: number;
	/** Whole opening angle, over 0 up to 360. */
	readonly hfovDeg: number;
	readonly hfovFrom: 'stated' | 'lens' | 'all-round' | 'assumed';
	/** Null from 180 degrees of `hfovDeg` on. */
	readonly vfovDeg: number | null;
	readonly widthPx: number | null;
	/** The shape of the picture is not stated; 16:9 is taken. */
	readonly isAspectAssumed: boolean;
	readonly heightM: number | null;
	/** Below the horizon; negative looks up. */
	readonly tiltDeg: number | null;
	/** The near blind zone; infinite where the picture does not come down to the ground. */
	readonly nearM: number;
	readonly nearFrom: 'stated' | 'tilt' | 'unknown';
	readonly statedRangeM: number | null;
	/** Where the upper rim of the picture falls below a person's head; null where it does not, or is not known. */
	readonly rimM: number | null;
}

/** Opening angle of a fixed or PTZ head that states neither angle nor optics. */
const DEFAULT_HFOV_DEG = 60;
const DEFAULT_ASPECT = 9 / 16;

/**
 * What is known of each head of a camera; of the camera itself where it has no list of heads.
 *
 * A head takes from the camera what it does not state. Stated figures win over optics; a dome that
 * states no angle looks all round; another head is 60 degrees wide. Figures that are none, and
 * heights of nought, count as not given.
 */
export function headsOf(camera: CameraProperties): HeadOptics[] {
	return wholeHeadsOf(camera).map(opticsOf);
}

/** The heads of a camera with what they take from it; the camera itself where it has no list of heads. */
export function wholeHeadsOf(camera: CameraProperties): CameraHead[] {
	if (!camera.heads?.length) return [camera];
	const { heads, ...shared } = camera;
	return heads.map((head) => withDefaults(head, shared));
}

function withDefaults(head: CameraHead, camera: CameraProperties): CameraHead {
	const merged: Record<string, unknown> = { ...camera };
	for (const [key, value] of Object.entries(head)) {
		// a property set to nothing is a property left out
		if (value !== undefined && value !== null) merged[key] = value;
	}
	return merged;
}

/** What is known of one head that takes nothing from elsewhere, as `wholeHeadsOf` gives them. */
export function opticsOf(head: CameraHead): HeadOptics {
	const { type } = head;
	const sides = Array.isArray(head.resolutionPx) ? head.resolutionPx : [head.resolutionPx, undefined];
	const widthPx = positive(sides[0]);
	const heightPx = positive(sides[1]);
	const statedHfovDeg = positive(head.hfovDeg);
	const sensorMm = positive(head.sensorWidthMm);
	const focalMm = positive(head.focalLengthMm);
	const lensHfovDeg = sensorMm !== null && focalMm !== null ? hfovDegOf(sensorMm, focalMm) : null;
	const hfovDeg = Math.min(360, statedHfovDeg ?? lensHfovDeg ?? (type === 'dome' ? 360 : DEFAULT_HFOV_DEG));
	const aspect = widthPx !== null && heightPx !== null ? heightPx / widthPx : null;
	const vfovDeg = vfovDegOf(hfovDeg, aspect ?? DEFAULT_ASPECT);
	const heightM = positive(head.heightM);
	const tiltDeg = finite(head.tiltDeg);
	const band =
		heightM !== null && tiltDeg !== null && vfovDeg !== null ? groundBandOf(heightM, tiltDeg, vfovDeg) : null;
	const statedNearM = head.nearM === 0 ? 0 : positive(head.nearM);
	const azimuthDeg = finite(head.azimuthDeg);
	return {
		type,
		azimuthDeg: azimuthDeg === null ? null : ((azimuthDeg % 360) + 360) % 360,
		toleranceDeg: positive(head.azimuthToleranceDeg) ?? 0,
		hfovDeg,
		hfovFrom:
			statedHfovDeg !== null
				? 'stated'
				: lensHfovDeg !== null
					? 'lens'
					: type === 'dome'
						? 'all-round'
						: 'assumed',
		vfovDeg,
		widthPx,
		isAspectAssumed: aspect === null,
		heightM,
		tiltDeg,
		nearM: statedNearM ?? band?.nearM ?? 0,
		nearFrom: statedNearM !== null ? 'stated' : band !== null ? 'tilt' : 'unknown',
		statedRangeM: positive(head.rangeM),
		rimM: band?.farM ?? null
	};
}

function positive(value: unknown): number | null {
	const figure = finite(value);
	return figure !== null && figure > 0 ? figure : null;
}

function finite(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
