import type { Edit } from '../edit.ts';
import { wholeHeadsOf } from '../head-optics.ts';
import type { Camera } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';
import { poleOf } from './pole-of.ts';

/** Makes a single camera a pole with one head; a pole stays as it is. */
export function makePole(camera: Camera): Edit | Refusal {
	return putIfSound(
		{ verb: 'change', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties: poleOf(camera.properties) }
	);
}

/** Makes a pole with one head a single camera again; what the head states wins. Refuses a pole with several. */
export function makeSingle(camera: Camera): Edit | Refusal {
	const { heads = [], ...shared } = camera.properties;
	if (heads.length > 1) {
		return refuse({
			code: 'several-heads',
			severity: 'error',
			featureId: camera.id,
			seen: String(heads.length)
		});
	}
	const properties = heads.length === 1 ? { ...wholeHeadsOf(camera.properties)[0] } : shared;
	return putIfSound(
		{ verb: 'change', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties }
	);
}
