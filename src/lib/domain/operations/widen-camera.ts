import type { Edit } from '../edit.ts';
import { headChangeFor, type CameraReach } from '../head-reach.ts';
import type { Camera } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';
import { hasNoHead, withHead } from './with-head.ts';

/**
 * Makes a camera see as wide, as far and from as near as `reach` says: one head where `headIndex` is given, all
 * heads of a pole where it is not. Given optics are changed as an installer would, see `headChangeFor`. Refuses
 * angles outside 0 to 360, ranges not beyond `nearM`, and a head that is not there.
 */
export function widenCamera(camera: Camera, reach: CameraReach, headIndex?: number): Edit | Refusal {
	const widened = withHead(camera, headIndex, (head, whole) => ({ ...head, ...headChangeFor(whole, reach) }));
	if (hasNoHead(widened)) return widened;
	return putIfSound({ verb: 'widen', kind: 'camera', name: camera.properties.name }, widened);
}
