import { areaM2 } from '../../geo/fabric/common-area.ts';
import { boxesMeet } from '../../geo/fabric/grid-box.ts';
import { groundShape, shapeOfParts, type GroundShape } from '../../geo/fabric/ground-shape.ts';
import { lay, type Rings } from '../../geo/fabric/lay.ts';
import { geometryOfFaces } from '../fabric/geometry-of-faces.ts';
import { KnownPositions } from '../fabric/known-positions.ts';
import type { PatrolZone } from '../items.ts';
import type { CheckFinding } from './check-finding.ts';
import { areaPolygons, boundariesOf, type CheckedPlan } from './checked-plan.ts';
import { placeOfGround } from './ground-place.ts';
import { remembered } from './remembered.ts';

/** Less ground outside than this is what rounding and drawing leave. */
const LEAST_OUTSIDE_M2 = 0.5;
/** A zone with no more than this share of its ground outside was drawn a little over the border. */
const LITTLE_SHARE = 0.05;

/**
 * Patrol zones that reach outside the area, by the area of `strayCameras`, from half a square metre up.
 * What lies outside can be cut off: plain where it is no more than a twentieth of the zone; a zone that
 * lies outside for the most part may be right, and the area wrong. Ground that lies in two zones is told
 * of the first.
 */
export const strayZones = remembered(
	({ items }: CheckedPlan) => [...items.ofKind('patrol-zone'), ...boundariesOf(items)],
	zonesOutside
);

function zonesOutside({ items }: CheckedPlan): CheckFinding[] {
	const areas = areaPolygons(items).map((polygon) => shapeOfParts([polygon as never]));
	if (areas.length === 0) return [];
	const zones = items.ofKind('patrol-zone').flatMap((zone) => {
		const shape = groundShape(zone.geometry);
		return shape ? [{ zone, shape }] : [];
	});
	const outside = groundsOutside(
		zones.map(({ shape }) => shape),
		areas
	);
	return zones.flatMap(({ zone, shape }, i) => {
		const faces = (outside.get(i) ?? []).filter((rings) => areaM2(rings) >= LEAST_OUTSIDE_M2);
		return faces.length === 0 ? [] : [findingOf(zone, shape, faces)];
	});
}

/** The ground of each zone, by its place in the list, that no area holds: all laid over each other at once. */
function groundsOutside(zones: readonly GroundShape[], areas: readonly GroundShape[]): Map<number, Rings[]> {
	const near = areas.filter(({ box }) => zones.some((zone) => boxesMeet(box, zone.box)));
	const laid = lay({ grounds: [...zones, ...near].map(({ rings }) => rings) });
	const outside = new Map<number, Rings[]>();
	const faces = laid.faces((present) => {
		const [first] = present;
		// labels are in order: where an area is present, the last is one
		const last = present[present.length - 1];
		return first === undefined || last === undefined || last >= zones.length ? -1 : first;
	});
	for (const { key, rings } of faces) outside.set(key, [...(outside.get(key) ?? []), rings]);
	return outside;
}

function findingOf(zone: PatrolZone, shape: GroundShape, faces: Rings[]): CheckFinding {
	const outsideM2 = faces.reduce((sum, rings) => sum + areaM2(rings), 0);
	const code = 'zone-outside-area';
	return {
		key: `${code} ${zone.id}`,
		code,
		severity: 'warning',
		about: [zone.id],
		areaM2: outsideM2,
		...placeOfGround(geometryOfFaces(faces, new KnownPositions([]))),
		fixes: [{ how: 'clip', id: zone.id }],
		isPlain: outsideM2 <= LITTLE_SHARE * areaM2(shape.rings)
	};
}
