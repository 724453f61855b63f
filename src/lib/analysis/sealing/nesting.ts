import { roadCrosses } from '../../network/orientation.ts';
import { ringContains, type RingLine } from '../../network/ring-line.ts';

/** Whether `inner` lies wholly within `outer`: no point outside, no lines that cross. */
export function liesWithin(inner: RingLine, outer: RingLine): boolean {
	const { x, y } = inner;
	if (inner.segments.minX < outer.segments.minX || inner.segments.maxX > outer.segments.maxX) return false;
	// where no lines cross, all points lie where the first does
	if (!ringContains(outer, x[0], y[0])) return false;
	for (let k = 0; k < x.length; k++) {
		const n = (k + 1) % x.length;
		const hits = outer.segments.search(
			Math.min(x[k], x[n]),
			Math.min(y[k], y[n]),
			Math.max(x[k], x[n]),
			Math.max(y[k], y[n])
		);
		for (const j of hits) {
			const m = (j + 1) % outer.x.length;
			if (roadCrosses(x[k], y[k], x[n], y[n], outer.x[j], outer.y[j], outer.x[m], outer.y[m])) return false;
		}
	}
	return true;
}
