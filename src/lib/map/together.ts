import type { Map as MapLibreMap } from 'maplibre-gl';

type Moved = Pick<MapLibreMap, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom' | 'getBearing' | 'getPitch'>;

/** Keeps two maps on the same place: wherever one goes the other goes with it. The answer lets them go. */
export function keepTogether(a: Moved, b: Moved): () => void {
	let isFollowing = false;
	const follow = (from: Moved, to: Moved) => (): void => {
		// a jump tells of its move before it is over: that one is not answered
		if (isFollowing) return;
		isFollowing = true;
		to.jumpTo({
			center: from.getCenter(),
			zoom: from.getZoom(),
			bearing: from.getBearing(),
			pitch: from.getPitch()
		});
		isFollowing = false;
	};
	const [withA, withB] = [follow(a, b), follow(b, a)];
	withA();
	a.on('move', withA);
	b.on('move', withB);
	return () => {
		a.off('move', withA);
		b.off('move', withB);
	};
}
