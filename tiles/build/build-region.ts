import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PACK_FILES, type RegionManifest } from '../../src/lib/domain/region.ts';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { encodeBorders } from '../../src/lib/formats/borders-file.ts';
import { encodeNames } from '../../src/lib/formats/names-file.ts';
import { encodeBuildings } from '../../src/lib/formats/buildings-file.ts';
import { encodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import { BuildError } from './build-error.ts';
import { collectBorders } from './collect-borders.ts';
import { collectBuildings } from './collect-buildings.ts';
import { collectFeatures } from './collect-features.ts';
import { collectNames } from './collect-names.ts';
import { packBox } from './pack-box.ts';
import { clearDeadBuilds, makeBuildFolder, replacePack } from './pack-folders.ts';
import type { Progress } from './progress.ts';
import { readSource } from './read-source.ts';
import { roadWaysOf } from './road-ways.ts';
import { SourceStore } from './source-store.ts';
import { writeBasemap } from './write-basemap.ts';

export interface BuildRequest {
	readonly input: string;
	/** Name of the pack and of its folder. */
	readonly name: string;
	/** Folder the pack's folder is made in. */
	readonly into: string;
	readonly clip: Bbox | null;
	/** When it is built, as ISO time. */
	readonly built: string;
}

/**
 * Builds a region pack and puts it in place in one step: whatever stops the build, a pack of that name
 * that was there before stays as it was. Throws a `BuildError` for input that makes no pack.
 */
export async function buildRegion(request: BuildRequest, progress: Progress): Promise<RegionManifest> {
	const { input, name, into, clip } = request;
	const folder = await buildFolder(into, name);
	try {
		const store = new SourceStore();
		progress.stage(`reading ${basename(input)}`);
		const credit = await readSource(input, store, progress);
		store.nodes.finish();
		if (store.nodes.count === 0 || store.wayIds.length === 0) {
			throw new BuildError(
				`${input}: ${store.nodes.count} nodes and ${store.wayIds.length} ways, wanted a map with roads`
			);
		}
		const bbox = packBox(store, clip, input);

		progress.stage('joining roads');
		await progress.share(0);
		const graph = buildJunctionGraph(roadWaysOf(store, clip));
		if (graph.edgeCount === 0) {
			throw new BuildError(
				`${input}: no road${clip ? ` within ${clip.join(',')}` : ''} among ${store.wayIds.length} ways, wanted ways with "highway"`
			);
		}
		await writeFile(join(folder, PACK_FILES.roads), encodeRoadGraph(graph));

		progress.stage('collecting what the map shows');
		await progress.share(0);
		const features = collectFeatures(store, bbox);
		const buildings = collectBuildings(features);
		await writeFile(join(folder, PACK_FILES.buildings), encodeBuildings(buildings));
		const borders = collectBorders(features);
		await writeFile(join(folder, PACK_FILES.borders), encodeBorders(borders));
		const names = collectNames(store, bbox);
		await writeFile(join(folder, PACK_FILES.names), encodeNames(names));

		progress.stage('cutting tiles');
		const tiles = await writeBasemap(
			join(folder, PACK_FILES.basemap),
			features,
			{ bbox, attribution: credit.attribution },
			progress
		);

		const manifest: RegionManifest = {
			format: 1,
			name,
			bbox,
			source: basename(input),
			...credit,
			built: request.built,
			counts: {
				roads: new Set(graph.edgeWay).size,
				nodes: graph.nodeCount,
				edges: graph.edgeCount,
				buildings: features.kinds.filter((kind) => kind.properties.kind === 'building').length,
				places: features.kinds.filter((kind) => kind.layer === 'places').length,
				tiles,
				borders: borders.lineKind.length,
				names: names.kind.length
			}
		};
		await writeFile(join(folder, PACK_FILES.manifest), JSON.stringify(manifest, null, '\t') + '\n');
		await progress.share(1);
		await replacePack(folder, join(into, name));
		return manifest;
	} catch (cause) {
		await rm(folder, { recursive: true, force: true });
		throw asBuildError(cause, join(into, name));
	}
}

async function buildFolder(into: string, name: string): Promise<string> {
	try {
		await clearDeadBuilds(into);
		return await makeBuildFolder(into, name);
	} catch (cause) {
		throw asBuildError(cause, into);
	}
}

const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']);

function asBuildError(cause: unknown, place: string): unknown {
	const { code } = cause as NodeJS.ErrnoException;
	if (code === 'ENOSPC') return new BuildError(`${place}: the disk is full, wanted room for the pack`, { cause });
	if (code === undefined || !REFUSALS.has(code)) return cause;
	return new BuildError(`${place}: cannot be written (${code}), wanted a writable folder`, { cause });
}
