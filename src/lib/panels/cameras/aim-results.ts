import { opticsOf, wholeHeadsOf } from '../../domain/head-optics.ts';
import { rangeOf } from '../../domain/head-range.ts';
import type { Camera } from '../../domain/items.ts';
import type { SightAsk } from '../../domain/findings/sight.ts';
import type { Plan } from '../../domain/plan.ts';
import { pxPerMAt } from '../../domain/pixel-density.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Aimed } from '../../editor/aimed.ts';

/** What one head makes of the place it is aimed at. */
export interface AimResult {
	readonly camera: Camera;
	/** Place among the heads of a pole; undefined of a single camera. */
	readonly head: number | undefined;
	readonly distanceM: number;
	/** Null where the picture's size is not known. */
	readonly pxPerM: number | null;
	readonly lies: 'in-range' | 'beyond' | 'blind' | 'no-range';
	readonly rangeM: number;
	readonly nearM: number;
	readonly sight: SightAsk;
}

/** What each head that was aimed makes of the place, as the plan is now; what is gone is left out. */
export function aimResults(plan: Plan, { at, cameras }: Aimed, minPxPerM?: number): AimResult[] {
	return cameras.flatMap(({ id, heads }) => {
		const camera = plan.items.get(id);
		if (camera?.kind !== 'camera') return [];
		const from = camera.geometry.coordinates as unknown as LngLat;
		const { x, y } = toPlane(localPlane(from), at);
		const distanceM = Math.hypot(x, y);
		const wholes = wholeHeadsOf(camera.properties);
		return heads.flatMap((head): AimResult[] => {
			const whole = wholes[head];
			if (!whole) return [];
			const optics = opticsOf(whole);
			const { widthPx, hfovDeg, nearM, heightM } = optics;
			const rangeM = rangeOf(optics, minPxPerM)?.rangeM ?? 0;
			const lies =
				rangeM === 0 ? 'no-range' : distanceM < nearM ? 'blind' : distanceM > rangeM ? 'beyond' : 'in-range';
			return [
				{
					camera,
					head: camera.properties.heads ? head : undefined,
					distanceM,
					pxPerM: widthPx === null ? null : pxPerMAt(widthPx, hfovDeg, distanceM),
					lies,
					rangeM,
					nearM,
					sight: { from, to: at, heightM }
				}
			];
		});
	});
}
