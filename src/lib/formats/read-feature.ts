import { KINDS, type Item, type ItemId, type Kind } from '../domain/items.ts';
import { quoteValue, type Problem } from '../domain/problem.ts';
import { validateGeometry } from '../domain/validation/geometry.ts';
import { isKnownProperty, validateProperties } from '../domain/validation/properties.ts';
import type { WithoutPersonal } from './drop-personal.ts';

/** What reading one feature needs to know of the others. */
export interface FeatureReader {
	readonly newId: (kind: Kind, featureIndex: number) => string;
	readonly parsesHours: (hours: string) => boolean;
	readonly dropPersonal: (value: unknown, path: string) => WithoutPersonal;
	/** Ids that the file gives, and those that items have taken so far. */
	readonly ids: { readonly given: ReadonlySet<string>; readonly used: Set<string> };
}

/** `item` is what can be used; where it is null, `kept` is the feature for the round trip. */
export interface ReadFeature {
	readonly item: Item | null;
	readonly kept: unknown;
	readonly problems: Problem[];
}

/** Reads feature number `rank` of a plan file; `reader.ids.used` learns its id. */
export function readFeature(raw: unknown, rank: number, reader: FeatureReader): ReadFeature {
	const { value: kept, dropped } = reader.dropPersonal(raw, '');
	const featureId =
		isRecord(kept) && (typeof kept.id === 'string' || typeof kept.id === 'number')
			? String(kept.id)
			: undefined;
	const problems: Problem[] = [];
	const report = (problem: Problem): void => {
		problems.push({ ...problem, featureIndex: rank, ...(featureId !== undefined && { featureId }) });
	};
	for (const path of dropped) report({ code: 'personal-property', severity: 'warning', path });

	if (!isRecord(kept) || kept.type !== 'Feature') {
		const seen = isRecord(kept) ? `type ${quoteValue(kept.type)}` : quoteValue(kept);
		report({ code: 'not-a-feature', severity: 'error', seen });
		return { item: null, kept, problems };
	}
	const { type: _type, id: givenId, geometry, properties: givenProperties, ...foreign } = kept;
	const { kind, ...properties } = isRecord(givenProperties) ? givenProperties : {};
	if (!isKind(kind)) {
		report({ code: 'unknown-kind', severity: 'error', path: 'properties.kind', seen: quoteValue(kind) });
		return { item: null, kept, problems };
	}

	const closed = closeRings(geometry);
	if (closed !== geometry) report({ code: 'not-closed', severity: 'warning', path: 'geometry', seen: '…' });
	const faults = [
		...validateGeometry(kind, closed),
		...validateProperties(kind, properties, reader.parsesHours)
	];
	for (const fault of faults) report(fault);
	const isUsable = faults.every(
		({ severity, path, code }) =>
			severity === 'warning' || (path?.startsWith('properties.') && code !== 'missing-property')
	);
	// a required property of the wrong value is as good as missing
	const setAside = new Set(faults.flatMap(({ path }) => /^properties\.(\w+)/.exec(path ?? '')?.[1] ?? []));
	// null says as much as nothing, but is printed again
	for (const key of Object.keys(properties)) {
		if (properties[key] === null && isKnownProperty(kind, key)) setAside.add(key);
	}
	if (!isUsable || hasLostRequired(kind, setAside)) return { item: null, kept, problems };

	const id = takeId(givenId, kind, rank, reader, report);
	const used = Object.fromEntries(Object.entries(properties).filter(([key]) => !setAside.has(key)));
	const unused = Object.fromEntries(Object.entries(properties).filter(([key]) => setAside.has(key)));
	const item = {
		id,
		kind,
		geometry: closed,
		properties: used,
		rank,
		...(Object.keys(foreign).length > 0 && { foreign }),
		...(setAside.size > 0 && { setAside: unused })
	} as unknown as Item;
	return { item, kept, problems };
}

function hasLostRequired(kind: Kind, setAside: ReadonlySet<string>): boolean {
	return (
		(kind === 'control-ring' && setAside.has('level')) ||
		(kind === 'key-site' && setAside.has('category')) ||
		(kind === 'area' && setAside.has('name'))
	);
}

/** The id of the file, or one made up where it is missing or taken; reports which. */
function takeId(
	given: unknown,
	kind: Kind,
	rank: number,
	reader: FeatureReader,
	report: (problem: Problem) => void
): ItemId {
	const { used, given: all } = reader.ids;
	const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
	if (typeof given === 'number') {
		report({ code: 'id-not-text', severity: 'warning', path: 'id', seen: quoteValue(given) });
	}
	if (text !== '' && !used.has(text)) {
		used.add(text);
		return text as ItemId;
	}
	let id = reader.newId(kind, rank);
	for (let n = 2; used.has(id) || all.has(id); n++) id = `${reader.newId(kind, rank)}-${n}`;
	used.add(id);
	if (text === '') report({ code: 'missing-id', severity: 'warning', path: 'id', seen: quoteValue(id) });
	else report({ code: 'duplicate-id', severity: 'error', path: 'id', seen: quoteValue(text) });
	return id as ItemId;
}

/** Polygon rings whose last point does not repeat the first get it repeated; else the same object. */
function closeRings(geometry: unknown): unknown {
	if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return geometry;
	const { coordinates } = geometry;
	if (geometry.type === 'Polygon') {
		const rings = closeEach(coordinates);
		return rings === coordinates ? geometry : { ...geometry, coordinates: rings };
	}
	if (geometry.type === 'MultiPolygon') {
		const parts = coordinates.map((part: unknown) => (Array.isArray(part) ? closeEach(part) : part));
		return parts.every((part, i) => part === coordinates[i]) ? geometry : { ...geometry, coordinates: parts };
	}
	return geometry;
}

function closeEach(rings: unknown[]): unknown[] {
	const closed = rings.map((ring) => {
		if (!Array.isArray(ring) || ring.length < 3) return ring;
		const first: unknown = ring[0];
		const last: unknown = ring[ring.length - 1];
		if (!Array.isArray(first) || !Array.isArray(last)) return ring;
		return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
	});
	return closed.every((ring, i) => ring === rings[i]) ? rings : closed;
}

function isKind(kind: unknown): kind is Kind {
	return (KINDS as readonly unknown[]).includes(kind);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
