import type { Edit } from '../edit.ts';
import type { Camera } from '../items.ts';
import { opticsOf, wholeHeadsOf } from '../head-optics.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/**
 * Spreads the heads of a pole evenly round it, in their order, from where the first of them looks (north where
 * it looks nowhere known). Heads that look all round take no part. Refuses a camera with fewer than two to spread.
 */
export function spreadHeads(camera: Camera): Edit | Refusal {
	const { heads = [] } = camera.properties;
	const optics = wholeHeadsOf(camera.properties).map(opticsOf);
	const aimed = heads.flatMap((_, i) => (optics[i]?.hfovDeg === 360 ? [] : [i]));
	if (aimed.length < 2)
		return refuse({
			code: 'no-such-head',
			severity: 'error',
			featureId: camera.id,
			path: `properties.heads[${aimed.length}]`
		});
	const fromDeg = optics[aimed[0] as number]?.azimuthDeg ?? 0;
	const azimuthOf = (i: number): number =>
		Math.round((fromDeg + (360 * aimed.indexOf(i)) / aimed.length) * 100) / 100;
	return putIfSound(
		{ verb: 'turn', kind: 'camera', name: camera.properties.name },
		{
			...camera,
			properties: {
				...camera.properties,
				heads: heads.map((head, i) =>
					aimed.includes(i) ? { ...head, azimuthDeg: azimuthOf(i) % 360 } : head
				)
			}
		}
	);
}
