import type { Edit } from '../edit.ts';
import { headChangeFor } from '../head-reach.ts';
import { opticsOf } from '../head-optics.ts';
import type { Camera } from '../items.ts';
import { hfovDegFor } from '../pixel-density.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';
import { hasNoHead, withHead } from './with-head.ts';

/**
 * Gives a camera, or the head at `headIndex` of a pole, the width at which its picture has `pxPerM` at
 * `distanceM`: a longer focal length where it has a lens, a narrower stated angle where it has none. Refuses a
 * head without a picture size, and one that is not there.
 */
export function lengthenLens(
	camera: Camera,
	distanceM: number,
	pxPerM: number,
	headIndex?: number
): Edit | Refusal {
	let hasPicture = true;
	const longer = withHead(camera, headIndex, (head, whole) => {
		const { widthPx } = opticsOf(whole);
		if (widthPx === null) {
			hasPicture = false;
			return head;
		}
		// a hundredth less, so that rounding does not leave it a hair short
		const hfovDeg = Math.floor(hfovDegFor(widthPx, distanceM, pxPerM) * 100) / 100;
		const change = headChangeFor(whole, { hfovDeg });
		const focal = change.focalLengthMm;
		if (focal !== undefined) change.focalLengthMm = Math.ceil(focal * 100 + 1) / 100;
		return { ...head, ...change };
	});
	if (hasNoHead(longer)) return longer;
	if (!hasPicture) return refuse({ code: 'no-lens', severity: 'error', featureId: camera.id });
	return putIfSound({ verb: 'widen', kind: 'camera', name: camera.properties.name }, longer);
}
