import { opticsOf } from './head-optics.ts';
import { DEFAULT_MIN_PX_PER_M, rangeOf } from './head-range.ts';
import type { CameraHead } from './items.ts';
import { focalMmFor, tiltDegForFar, tiltDegForNear } from './optics.ts';
import { distanceMAt, hfovDegFor } from './pixel-density.ts';

/** How far and how wide a head is to see; what is left out stays as it is. */
export interface CameraReach {
	readonly hfovDeg?: number | undefined;
	readonly rangeM?: number | undefined;
	readonly nearM?: number | undefined;
}

/** A lens is not set wider than this: beyond it a picture is no longer flat. */
const WIDEST_LENS_DEG = 170;

/**
 * What of a head is to change so that it sees as `reach` says; `head` is whole, as `wholeHeadsOf` gives it.
 *
 * What a head states is stated anew. What follows from its optics is reached by what an installer would
 * turn: the width by the focal length, the near end by the tilt, the far end by the tilt where the upper rim
 * of the picture ends it and by a longer lens where too few pixels do, by both where one would leave the
 * other short. A head that looks all round, or as wide as no lens does, has its width stated.
 */
export function headChangeFor(head: CameraHead, reach: CameraReach): CameraHead {
	let change: CameraHead = {};
	const take = (more: CameraHead): void => {
		change = { ...change, ...more };
	};
	if (reach.hfovDeg !== undefined) take(widthChange(head, reach.hfovDeg));
	if (reach.rangeM !== undefined) take(rangeChange({ ...head, ...change }, reach.rangeM));
	if (reach.nearM !== undefined) take(nearChange({ ...head, ...change }, reach.nearM));
	return change;
}

function widthChange(head: CameraHead, hfovDeg: number): CameraHead {
	const { sensorWidthMm } = head;
	if (opticsOf(head).hfovFrom !== 'lens' || !sensorWidthMm || hfovDeg > WIDEST_LENS_DEG) return { hfovDeg };
	return { focalLengthMm: hundredth(focalMmFor(sensorWidthMm, hfovDeg)) };
}

function nearChange(head: CameraHead, nearM: number): CameraHead {
	const { nearFrom, heightM, vfovDeg } = opticsOf(head);
	if (nearFrom !== 'tilt' || heightM === null || vfovDeg === null) return { nearM };
	return { tiltDeg: steep(tiltDegForNear(heightM, vfovDeg, nearM)) };
}

function rangeChange(head: CameraHead, rangeM: number): CameraHead {
	const before = opticsOf(head);
	const range = rangeOf(before);
	if (before.statedRangeM !== null || range === null) return { rangeM };
	const { widthPx, hfovDeg } = before;
	let change: CameraHead = {};
	const tooFew = widthPx !== null && distanceMAt(widthPx, hfovDeg, DEFAULT_MIN_PX_PER_M) < rangeM;
	if (widthPx !== null && (tooFew || range.endsBy === 'density')) {
		const wantedDeg = hfovDegFor(widthPx, rangeM, DEFAULT_MIN_PX_PER_M);
		change = widthChange(head, Math.min(wantedDeg, Math.max(hfovDeg, WIDEST_LENS_DEG)));
	}
	const { heightM, vfovDeg, rimM } = opticsOf({ ...head, ...change });
	const tooSteep = rimM !== null && rimM < rangeM;
	if (heightM !== null && vfovDeg !== null && (tooSteep || range.endsBy === 'rim')) {
		change = { ...change, tiltDeg: steep(tiltDegForFar(heightM, vfovDeg, rangeM)) };
	}
	return change;
}

/** Between straight up and straight down. */
function steep(tiltDeg: number): number {
	return Math.max(-90, Math.min(90, hundredth(tiltDeg)));
}

function hundredth(figure: number): number {
	return Math.round(figure * 100) / 100;
}
