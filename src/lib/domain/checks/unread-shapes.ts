import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../../geo/coordinates.ts';
import { geometryOfFaces } from '../fabric/geometry-of-faces.ts';
import { KnownPositions } from '../fabric/known-positions.ts';
import type { Item, ItemId } from '../items.ts';
import { repairedFaces } from '../operations/repair-item.ts';
import type { UnreadFeature } from '../plan.ts';
import { validateItem } from '../validate-item.ts';
import { validateGeometry } from '../validation/geometry.ts';
import { isPersonalKey } from '../validation/personal.ts';
import type { CheckFinding } from './check-finding.ts';
import { polygonsOf, type CheckedPlan } from './checked-plan.ts';
import { placeOfItem } from './item-place.ts';

const SHAPED: readonly unknown[] = ['area', 'control-ring', 'patrol-zone', 'key-site'];

/** Whether a feature that could not be used is of a kind that has ground; a file may hold very many others. */
export function isUnreadShape({ feature }: UnreadFeature): boolean {
	const properties = (feature as { properties?: { kind?: unknown } | null } | null)?.properties;
	return SHAPED.includes(properties?.kind);
}

/**
 * Features of the file that are not in the plan because their border crosses itself. Plain where a sound
 * shape of the same ground (nonzero winding) makes a thing of the plan: it takes the place of the feature
 * in the file, under its own id, or, where it has none or that is taken, one made of its place. What is
 * wrong with them beside their border they keep aside, as a file's things do.
 */
export function unreadShapes({ items, unread }: CheckedPlan): CheckFinding[] {
	const ranks = new Set<number>();
	if (unread.length > 0) for (const { rank } of items.values()) ranks.add(rank);
	return unread.flatMap((one): CheckFinding[] => {
		if (ranks.has(one.rank)) return [];
		const raw = one.feature as { id?: unknown; geometry?: unknown; properties?: unknown } | null;
		const properties = raw?.properties as Record<string, unknown> | null | undefined;
		if (!raw || !properties || !SHAPED.includes(properties.kind)) return [];
		const kind = properties.kind as Item['kind'];
		const [problem, ...others] = validateGeometry(kind, raw.geometry).filter(
			({ severity }) => severity === 'error'
		);
		if (problem?.code !== 'self-crossing' || others.some(({ code }) => code !== 'self-crossing')) return [];
		const id = idOf(raw.id, one.rank, items);
		const item = restored(raw as RawFeature, one, id);
		const named = typeof properties.name === 'string' && properties.name !== '' ? properties.name : id;
		const geometry = raw.geometry as Polygon | MultiPolygon;
		return [
			{
				key: `unread-shape ${one.rank}`,
				code: 'unread-shape',
				severity: 'error',
				about: [],
				...placeOfItem({ geometry }),
				at: problem.at ?? placeOfItem({ geometry }).at,
				fault: 'crosses-itself',
				named,
				fixes: item ? [{ how: 'restore', item }] : [],
				isPlain: item !== null
			}
		];
	});
}

interface RawFeature {
	readonly geometry: Polygon | MultiPolygon;
	readonly properties: Readonly<Record<string, unknown>>;
	readonly [member: string]: unknown;
}

function idOf(id: unknown, rank: number, items: CheckedPlan['items']): ItemId {
	const stated = (typeof id === 'string' || typeof id === 'number' ? String(id) : '') as ItemId;
	if (stated !== '' && !items.has(stated)) return stated;
	let made = `feature-${rank}` as ItemId;
	while (items.has(made)) made = `${made}x` as ItemId;
	return made;
}

/** The thing a feature would be with a sound shape; null where it would be none. */
function restored(raw: RawFeature, { rank }: UnreadFeature, id: ItemId): Item | null {
	const { type: _type, id: _id, geometry: _geometry, bbox: _bbox, properties: all, ...foreign } = raw;
	const faces = repairedFaces(polygonsOf(raw) as unknown as LngLat[][][]);
	if (faces.length === 0) return null;
	const geometry = geometryOfFaces(faces, new KnownPositions([]));
	const { kind, ...stated } = all;
	const properties = Object.fromEntries(
		Object.entries(stated).filter(([key, value]) => !isPersonalKey(key, value))
	);
	const made = { id, kind, rank, geometry, properties, ...(Object.keys(foreign).length > 0 && { foreign }) };
	const setAside: Record<string, unknown> = {};
	for (const { severity, path } of validateItem(made as unknown as Item)) {
		const key = /^properties\.([^.[]+)/.exec(path ?? '')?.[1];
		if (severity !== 'error' || key === undefined || !(key in properties)) continue;
		setAside[key] = properties[key];
		delete properties[key];
	}
	const item = { ...made, ...(Object.keys(setAside).length > 0 && { setAside }) } as unknown as Item;
	return validateItem(item).some(({ severity }) => severity === 'error') ? null : item;
}
