import type { View } from './camera-heads.ts';
import { headsOf } from './head-optics.ts';
import { rangeOf } from './head-range.ts';
import type { CameraProperties } from './items.ts';
import { NEED } from './needs.ts';

/**
 * The view each head states, in its full range and its own opening angle, whatever it may be counted
 * for; null for a head of unknown direction or range, or blind as far as it reaches. One entry for
 * each of `heads`, a single one where the camera has no such list.
 */
export function statedViewsOf(camera: CameraProperties): (View | null)[] {
	return headsOf(camera).map((head) => {
		const rangeM = rangeOf(head)?.rangeM;
		const isAimed = head.azimuthDeg !== null || head.hfovDeg === 360;
		if (rangeM === undefined || !isAimed || head.nearM >= rangeM) return null;
		const { azimuthDeg, hfovDeg, nearM, heightM } = head;
		const needs = head.type === 'ptz' ? NEED.PTZ : 0;
		return { azimuthDeg: hfovDeg === 360 ? 0 : (azimuthDeg ?? 0), hfovDeg, rangeM, nearM, heightM, needs };
	});
}
