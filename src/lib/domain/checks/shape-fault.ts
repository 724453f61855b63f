import { areaM2 } from '../../geo/fabric/common-area.ts';
import { isSound } from '../../geo/fabric/is-sound.ts';
import { shapeOfParts } from '../../geo/fabric/ground-shape.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { insidePlace } from '../../geo/inside-place.ts';
import { findRingFault } from '../../geo/ring-fault.ts';
import type { CornerAt } from '../fabric/corners.ts';
import type { ShapeFault } from './check-finding.ts';
import { spikeOf } from './spike.ts';

/** Parts and holes below this, and below a hundredth of the whole, are not meant. */
const TINY_M2 = 10;
const TINY_SHARE = 0.01;

/** What is wrong with a shape, where, and at which corner: of a part or a hole, at its first. */
export interface FoundFault {
	readonly fault: ShapeFault;
	readonly at: LngLat;
	readonly corner: CornerAt;
}

/**
 * The first thing that is wrong with polygons as GeoJSON writes them, in this order: a border that crosses
 * or touches itself, a corner that is there twice in a row, a hole outside its part or parts over each
 * other, a part or a hole below 10 m² and a hundredth of the whole, a spike. Null where nothing is.
 * O(n log n).
 */
export function shapeFaultOf(polygons: readonly (readonly (readonly LngLat[])[])[]): FoundFault | null {
	for (const [part, rings] of polygons.entries()) {
		const found = findRingFault(rings);
		if (!found) continue;
		const fault = found.crosses ? 'crosses-itself' : 'touches-itself';
		return { fault, at: found.at, corner: { part, ring: found.ring, corner: found.edge } };
	}
	const repeated = firstRepeated(polygons);
	if (repeated) return repeated;
	const shape = shapeOfParts(polygons as never);
	if (!isSound(shape.parts)) return astray(polygons);
	return tinyPart(polygons) ?? firstSpike(polygons);
}

function firstRepeated(polygons: readonly (readonly (readonly LngLat[])[])[]): FoundFault | null {
	for (const [part, rings] of polygons.entries()) {
		for (const [ring, line] of rings.entries()) {
			for (let corner = 1; corner < line.length; corner++) {
				const [a, b] = [line[corner - 1] as LngLat, line[corner] as LngLat];
				if (a[0] !== b[0] || a[1] !== b[1]) continue;
				return { fault: 'repeated-corner', at: b, corner: { part, ring, corner } };
			}
		}
	}
	return null;
}

/** A shape whose rings are sound each, and that is not: a hole lies outside, or parts over each other. */
function astray(polygons: readonly (readonly (readonly LngLat[])[])[]): FoundFault {
	for (const [part, rings] of polygons.entries()) {
		if (isSound(shapeOfParts([rings] as never).parts)) continue;
		return {
			fault: 'hole-astray',
			at: rings[1]?.[0] ?? (rings[0]?.[0] as LngLat),
			corner: { part, ring: 1, corner: 0 }
		};
	}
	const last = polygons.length - 1;
	return {
		fault: 'parts-overlap',
		at: polygons[last]?.[0]?.[0] as LngLat,
		corner: { part: last, ring: 0, corner: 0 }
	};
}

function tinyPart(polygons: readonly (readonly (readonly LngLat[])[])[]): FoundFault | null {
	const sizes = polygons.map((rings) => rings.map((ring) => areaM2(shapeOfParts([[ring]] as never).rings)));
	const wholeM2 = sizes.reduce((sum, [shell = 0]) => sum + shell, 0);
	const limitM2 = Math.min(TINY_M2, TINY_SHARE * wholeM2);
	for (const [part, rings] of sizes.entries()) {
		for (const [ring, sizeM2] of rings.entries()) {
			if (sizeM2 >= limitM2 || (ring === 0 && sizes.length === 1)) continue;
			const at = insidePlace([polygons[part]?.[ring] ?? []]);
			return { fault: ring === 0 ? 'tiny-part' : 'tiny-hole', at, corner: { part, ring, corner: 0 } };
		}
	}
	return null;
}

function firstSpike(polygons: readonly (readonly (readonly LngLat[])[])[]): FoundFault | null {
	for (const [part, rings] of polygons.entries()) {
		for (const [ring, line] of rings.entries()) {
			const corner = spikeOf(line);
			if (corner !== null)
				return { fault: 'spike', at: line[corner] as LngLat, corner: { part, ring, corner } };
		}
	}
	return null;
}
