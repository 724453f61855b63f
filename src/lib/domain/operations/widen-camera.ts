import type { Edit } from '../edit.ts';
import type { Camera } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/** How far and how wide a camera is to see; what is left out stays as it is. */
export interface CameraReach {
	readonly hfovDeg?: number | undefined;
	readonly rangeM?: number | undefined;
}

/**
 * Sets opening angle and range of a camera, of one head where `headIndex` is given, of all heads
 * of the pole where it is not. Refuses angles outside 0 to 360, ranges not beyond `nearM`, and a
 * head that is not there.
 */
export function widenCamera(camera: Camera, reach: CameraReach, headIndex?: number): Edit | Refusal {
	const { heads } = camera.properties;
	const change = {
		...(reach.hfovDeg !== undefined && { hfovDeg: reach.hfovDeg }),
		...(reach.rangeM !== undefined && { rangeM: reach.rangeM })
	};
	if (headIndex !== undefined && !heads?.[headIndex]) {
		return refuse({
			code: 'no-such-head',
			severity: 'error',
			featureId: camera.id,
			path: `properties.heads[${headIndex}]`
		});
	}
	const properties = heads
		? {
				...camera.properties,
				heads: heads.map((head, i) =>
					headIndex === undefined || i === headIndex ? { ...head, ...change } : head
				)
			}
		: { ...camera.properties, ...change };
	return putIfSound(
		{ verb: 'widen', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties }
	);
}
