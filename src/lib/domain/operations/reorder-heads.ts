import type { Edit } from '../edit.ts';
import type { Camera, CameraHead } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';
import { noSuchHead } from './with-head.ts';

/** Brings the head at `from` to place `to` among the heads; the others keep their order. Refuses places that are not there. */
export function reorderHeads(camera: Camera, from: number, to: number): Edit | Refusal {
	const heads = [...(camera.properties.heads ?? [])];
	const head = heads[from];
	if (!head) return noSuchHead(camera, from);
	if (!heads[to]) return noSuchHead(camera, to);
	heads.splice(from, 1);
	heads.splice(to, 0, head);
	const properties: typeof camera.properties = { ...camera.properties, heads: heads as CameraHead[] };
	return putIfSound(
		{ verb: 'change', kind: 'camera', name: camera.properties.name },
		{ ...camera, properties }
	);
}
