import type { Edit } from '../edit.ts';
import type { Camera } from '../items.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';
import { noSuchHead } from './with-head.ts';

/** Takes one head off a pole. Refuses a head that is not there, and the last one. */
export function removeHead(camera: Camera, headIndex: number): Edit | Refusal {
	const { heads } = camera.properties;
	if (!heads?.[headIndex]) return noSuchHead(camera, headIndex);
	if (heads.length === 1) return refuse({ code: 'last-head', severity: 'error', featureId: camera.id });
	return putIfSound(
		{ verb: 'change', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties: { ...camera.properties, heads: heads.filter((_, i) => i !== headIndex) } }
	);
}
