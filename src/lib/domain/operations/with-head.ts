import { wholeHeadsOf } from '../head-optics.ts';
import type { Camera, CameraHead } from '../items.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * `camera` with its heads as `change` makes them: of the one at `headIndex`, of all heads of a pole without it,
 * of the camera itself where it has no list of heads. `change` is given a head as it is written and whole, with
 * what it takes from the camera; what it returns is written. Refuses a head that is not there.
 */
export function withHead(
	camera: Camera,
	headIndex: number | undefined,
	change: (head: CameraHead, whole: CameraHead) => CameraHead
): Camera | Refusal {
	const { properties } = camera;
	const { heads } = properties;
	if (headIndex !== undefined && !heads?.[headIndex]) return noSuchHead(camera, headIndex);
	if (!heads) return { ...camera, properties: { ...properties, ...change(properties, properties) } };
	const whole = wholeHeadsOf(properties);
	return {
		...camera,
		properties: {
			...properties,
			heads: heads.map((head, i) =>
				headIndex === undefined || i === headIndex ? change(head, whole[i] ?? head) : head
			)
		}
	};
}

/** Whether `withHead` refused. */
export function hasNoHead(result: Camera | Refusal): result is Refusal {
	return 'ok' in result;
}

/** The refusal of a head that a camera does not have. */
export function noSuchHead(camera: Camera, headIndex: number): Refusal {
	return refuse({
		code: 'no-such-head',
		severity: 'error',
		featureId: camera.id,
		path: `properties.heads[${headIndex}]`
	});
}
