import type { Feature, Position } from 'geojson';
import { OsmReadError } from './osm-read-error.ts';
import type { OsmSink, Tags } from './osm-sink.ts';
import { PointIds } from './point-ids.ts';

/** What a source says of its own licence and whom to credit; null where it is silent. */
export interface SourceCredit {
	readonly licence: string | null;
	readonly attribution: string | null;
}

interface Line {
	readonly id: number;
	readonly tags: Tags;
	readonly path: number[];
}

/**
 * Reads GeoJSON roads (`LineString` with `highway`, `oneway`, `maxspeed`, `name`, `bridge`, `tunnel`,
 * `layer`) as ways. Polygons are closed ways, points tagged nodes; other members are passed over.
 *
 * Lines join where one of them ends on a vertex of another, to 1e-7 degree. A vertex inside two lines
 * is a junction only where both lie on the same level (`layer`, `bridge` and `tunnel` alike), so that a
 * bridge drawn with a vertex over the road below is not joined to it. Ids come from `@id` or `id`
 * (`way/123` or `123`), else from the order. Returns what the file says of its licence and credit
 * (members `licence` or `license`, `attribution` or `copyright`). Throws an `OsmReadError` for text that is
 * no such file.
 */
export function readGeoJsonRoads(text: string, sink: OsmSink): SourceCredit {
	const collection = collectionOf(text);
	const features = collection.features.filter(
		(feature): feature is Feature => typeof feature === 'object' && feature !== null
	);
	const points = new PointIds();
	const lines: Line[] = [];
	const pointTags = new Map<number, Tags>();
	const ends = new Set<number>();

	features.forEach((feature, index) => {
		const tags = tagsOf(feature);
		const id = idOf(feature) ?? index + 1;
		const { geometry } = feature;
		const toPath = (positions: unknown) => pathOf(positions, points, `feature ${index + 1}`);
		if (geometry?.type === 'Point') {
			const [at] = toPath([geometry.coordinates]);
			pointTags.set(at, { ...pointTags.get(at), ...tags });
		}
		const paths =
			geometry?.type === 'LineString'
				? [geometry.coordinates]
				: geometry?.type === 'MultiLineString' || geometry?.type === 'Polygon'
					? geometry.coordinates
					: [];
		for (const positions of paths) {
			const path = toPath(positions);
			if (path.length < 2) continue;
			lines.push({ id, tags, path });
			ends.add(path[0]).add(path[path.length - 1]);
		}
	});
	if (!lines.some(({ tags }) => 'highway' in tags)) {
		const seen = `${features.length} features, none a line with "highway"`;
		throw new OsmReadError('features', seen, 'LineStrings with a property "highway"');
	}

	// a vertex no line ends at is a node of its own on every level
	const levels = new Map<string, number>();
	const nodes = new PointIds();
	for (const { id, tags, path } of lines) {
		const level = levelOf(tags, levels);
		const refs = Float64Array.from(path, (at) => nodes.idOf(at, ends.has(at) ? 0 : level));
		sink.way(id, refs, refs.length, tags);
	}
	for (const at of pointTags.keys()) nodes.idOf(at, ends.has(at) ? 0 : 1);
	for (let node = 0; node < nodes.count; node++) {
		const at = nodes.x(node);
		sink.node(node, points.x(at), points.y(at), pointTags.get(at) ?? null);
	}
	return {
		licence: textOf(collection.licence, collection.license),
		attribution: textOf(collection.attribution, collection.copyright)
	};
}

function collectionOf(text: string): Record<string, unknown> & { features: unknown[] } {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (cause) {
		throw new OsmReadError('text', (cause as Error).message, 'GeoJSON', { cause });
	}
	const collection = (content ?? {}) as Record<string, unknown>;
	if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
		const seen = `JSON of type ${JSON.stringify(collection.type ?? null)}`;
		throw new OsmReadError('text', seen, 'a FeatureCollection');
	}
	return { ...collection, features: collection.features };
}

function textOf(...values: unknown[]): string | null {
	return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}

function tagsOf(feature: Feature): Tags {
	const tags: Record<string, string> = {};
	for (const [key, value] of Object.entries(feature.properties ?? {})) {
		if (key.startsWith('@') || value === null || typeof value === 'object') continue;
		tags[key] = value === true ? 'yes' : value === false ? 'no' : String(value);
	}
	return tags;
}

function idOf(feature: Feature): number | null {
	const digits = /^(?:way\/)?(\d{1,15})$/.exec(
		String(feature.properties?.['@id'] ?? feature.id ?? feature.properties?.id ?? '')
	);
	return digits ? Number(digits[1]) : null;
}

function pathOf(positions: unknown, points: PointIds, place: string): number[] {
	const path: number[] = [];
	for (const position of Array.isArray(positions) ? (positions as Position[]) : []) {
		const [lng, lat] = Array.isArray(position) ? position : [NaN, NaN];
		if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
			const seen = `coordinates ${JSON.stringify(position)}`;
			throw new OsmReadError(place, seen, 'longitude and latitude in degrees');
		}
		const at = points.idOf(Math.round(lng * 1e7), Math.round(lat * 1e7));
		if (path[path.length - 1] !== at) path.push(at);
	}
	return path;
}

/** A number from 1 for each combination of layer, bridge and tunnel. */
function levelOf(tags: Tags, levels: Map<string, number>): number {
	const isSet = (value: string | undefined) => value !== undefined && value !== 'no';
	const key = `${tags.layer ?? '0'} ${isSet(tags.bridge)} ${isSet(tags.tunnel)}`;
	let level = levels.get(key);
	if (level === undefined) {
		level = levels.size + 1;
		levels.set(key, level);
	}
	return level;
}
