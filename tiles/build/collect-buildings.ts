import type { Buildings } from '../../src/lib/geo/buildings.ts';
import type { FeatureStore } from './feature-store.ts';
import { Growing } from './growing.ts';
import { lat7Of, lng7Of } from './world.ts';

/** The footprints among the features, back on the globe: y runs north there, so rings are turned round. */
export function collectBuildings(features: FeatureStore): Buildings {
	const coords = new Growing(Int32Array);
	const ringStart = new Growing(Uint32Array);
	const heights = new Growing(Uint16Array);
	ringStart.push(0);
	for (let f = 0; f < features.count; f++) {
		const kind = features.kinds[f];
		if (kind.layer !== 'buildings') continue;
		const heightDm = Math.min(65535, Math.round(Number(kind.properties.height ?? 0) * 10));
		for (let ring = features.ringStart.array[f]; ring < features.ringStart.array[f + 1]; ring++) {
			const first = features.coordStart.array[ring];
			// the closing point is the first again
			for (let i = features.coordStart.array[ring + 1] - 2; i > first; i -= 2) {
				coords.push(lng7Of(features.coords.array[i]));
				coords.push(lat7Of(features.coords.array[i + 1]));
			}
			ringStart.push(coords.length / 2);
			heights.push(heightDm);
		}
	}
	return {
		coords: coords.array.slice(0, coords.length),
		ringStart: ringStart.array.slice(0, ringStart.length),
		ringHeightDm: heights.array.slice(0, heights.length)
	};
}
