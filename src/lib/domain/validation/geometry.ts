import { findRingFault } from '../../geo/ring-fault.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Kind } from '../items.ts';
import { quoteValue, type Problem } from '../problem.ts';

/** Geometry types that each kind may have. */
export const GEOMETRY_TYPES: Record<Kind, readonly string[]> = {
	area: ['Polygon', 'MultiPolygon'],
	'control-ring': ['Polygon'],
	checkpoint: ['Point'],
	'patrol-zone': ['Polygon', 'MultiPolygon'],
	'patrol-route': ['LineString'],
	station: ['Point'],
	camera: ['Point'],
	'key-site': ['Point', 'Polygon']
};

/**
 * What is wrong with the geometry of a feature of `kind`: a type the kind may not have, positions
 * that are no numbers or not of this world, rings of fewer than three distinct points, not closed,
 * or crossing themselves (exact; each says where). A ring that only touches itself is a warning.
 */
export function validateGeometry(kind: Kind, geometry: unknown): Problem[] {
	const types = GEOMETRY_TYPES[kind];
	if (typeof geometry !== 'object' || geometry === null) {
		return [
			error('no-geometry', 'geometry', { seen: quoteValue(geometry), wanted: { what: 'geometry', types } })
		];
	}
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	if (typeof type !== 'string' || !types.includes(type)) {
		return [
			error('wrong-geometry', 'geometry.type', {
				seen: quoteValue(type),
				wanted: { what: 'geometry', types }
			})
		];
	}
	const path = 'geometry.coordinates';
	switch (type) {
		case 'Point':
			return checkPosition(coordinates, path);
		case 'LineString':
			return checkLine(coordinates, path);
		case 'Polygon':
			return checkPolygon(coordinates, path);
		default:
			return eachOf(coordinates, path, checkPolygon);
	}
}

function checkPolygon(rings: unknown, path: string): Problem[] {
	const problems = eachOf(rings, path, checkRing);
	if (problems.some((problem) => problem.severity === 'error')) return problems;
	const fault = findRingFault(rings as LngLat[][]);
	if (!fault) return problems;
	return [
		...problems,
		{
			code: fault.crosses ? 'self-crossing' : 'self-touching',
			severity: fault.crosses ? 'error' : 'warning',
			path: `${path}[${fault.ring}][${fault.edge}]`,
			at: fault.at
		}
	];
}

function checkRing(ring: unknown, path: string): Problem[] {
	const problems = eachOf(ring, path, checkPosition);
	if (problems.length > 0) return problems;
	const positions = ring as LngLat[];
	const distinct = new Set(positions.map((position) => `${position[0]} ${position[1]}`));
	const first = positions[0] as LngLat;
	const last = positions[positions.length - 1] as LngLat;
	if (distinct.size < 3) return [error('too-few-points', path, { seen: String(distinct.size), at: first })];
	if (first[0] !== last[0] || first[1] !== last[1]) {
		return [error('not-closed', path, { seen: `${quoteValue(first)} … ${quoteValue(last)}`, at: last })];
	}
	return [];
}

function checkLine(line: unknown, path: string): Problem[] {
	const problems = eachOf(line, path, checkPosition);
	if (problems.length > 0) return problems;
	const positions = line as LngLat[];
	const first = positions[0] as LngLat;
	const isPoint = positions.every((position) => position[0] === first[0] && position[1] === first[1]);
	return isPoint ? [error('too-few-points', path, { seen: '1', at: first })] : [];
}

function checkPosition(position: unknown, path: string): Problem[] {
	if (
		!Array.isArray(position) ||
		position.length < 2 ||
		!position.every((number) => typeof number === 'number' && Number.isFinite(number))
	) {
		return [error('bad-position', path, { seen: quoteValue(position) })];
	}
	const [lng, lat] = position as [number, number];
	if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return [];
	const isSwapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
	return [error(isSwapped ? 'swapped' : 'outside-the-world', path, { seen: quoteValue(position) })];
}

/** Applies `check` to each member of a list; a list that is none or empty is itself the problem. */
function eachOf(list: unknown, path: string, check: (member: unknown, path: string) => Problem[]): Problem[] {
	if (!Array.isArray(list)) return [error('bad-position', path, { seen: quoteValue(list) })];
	if (list.length === 0) return [error('too-few-points', path, { seen: '0' })];
	const problems: Problem[] = [];
	for (let i = 0; i < list.length; i++) {
		for (const problem of check(list[i], `${path}[${i}]`)) problems.push(problem);
		// a wholly swapped boundary says so once, not a thousand times
		if (problems.length > 3) break;
	}
	return problems;
}

function error(code: Problem['code'], path: string, more: Partial<Problem>): Problem {
	return { code, severity: 'error', path, ...more };
}
