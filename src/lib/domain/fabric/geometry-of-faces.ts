import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Rings } from '../../geo/fabric/lay.ts';
import type { KnownPositions } from './known-positions.ts';

/**
 * The geometry of polygons of the grid: closed rings that begin, like the parts, with the corner the item
 * had first, so that what stayed is seen to have stayed. One polygon is a Polygon, several are a MultiPolygon.
 */
export function geometryOfFaces(faces: readonly Rings[], known: KnownPositions): Polygon | MultiPolygon {
	const parts = faces.map((rings) => {
		const turned = rings.map((ring) => fromFirstKnown(ring, known));
		const [shell, ...holes] = turned;
		holes.sort((a, b) => a.rank - b.rank);
		return { rank: shell.rank, rings: [shell.line, ...holes.map(({ line }) => line)] };
	});
	// ranks that are equal are those of new parts: the sort leaves them as they came
	parts.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
	return parts.length === 1
		? { type: 'Polygon', coordinates: parts[0].rings }
		: { type: 'MultiPolygon', coordinates: parts.map(({ rings }) => rings) };
}

function fromFirstKnown(ring: Int32Array, known: KnownPositions): { rank: number; line: Position[] } {
	let first = 0;
	let rank = Infinity;
	for (let i = 0; i < ring.length; i += 2) {
		const at = known.rankOf(ring[i], ring[i + 1]);
		if (at < rank) [rank, first] = [at, i];
	}
	const line: Position[] = [];
	for (let k = 0; k < ring.length; k += 2) {
		const i = (first + k) % ring.length;
		line.push(known.at(ring[i], ring[i + 1]));
	}
	line.push(line[0]);
	return { rank, line };
}
