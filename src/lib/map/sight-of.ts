import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Sight } from '../editor/sight.ts';
import type { LngLat, Px } from '../geo/coordinates.ts';

/** Where on the globe the pointer and the screen of `map` are. */
export function sightOf(map: MapLibreMap, pointer: () => Px | null): Sight {
	const at = (px: number, py: number): LngLat => {
		const { lng, lat } = map.unproject([px, py]);
		return [lng, lat];
	};
	const middlePx = (): [number, number] => {
		const { clientWidth, clientHeight } = map.getCanvas();
		return [clientWidth / 2, clientHeight / 2];
	};
	return {
		pointer() {
			const p = pointer();
			return p && at(p.px, p.py);
		},
		middle: () => at(...middlePx()),
		shift(px, py) {
			const [x, y] = middlePx();
			const [a, b] = [at(x, y), at(x + px, y + py)];
			return [b[0] - a[0], b[1] - a[1]];
		}
	};
}
