import { open, readFile, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { readGeoJsonRoads } from '../../src/lib/formats/osm/geojson-roads.ts';
import { OsmReadError } from '../../src/lib/formats/osm/osm-read-error.ts';
import type { OsmSink } from '../../src/lib/formats/osm/osm-sink.ts';
import { OsmXmlReader } from '../../src/lib/formats/osm/osm-xml.ts';
import { readQaTiles, type QaTile } from '../../src/lib/formats/osm/qa-tiles.ts';
import { BuildError } from './build-error.ts';
import { OSM_CREDIT, type MapCredit } from './map-credit.ts';
import type { Progress } from './progress.ts';
import { readBz2File } from './read-bz2.ts';
import { readPbfFile } from './read-pbf.ts';

const WANTED =
	'an OpenStreetMap extract (.osm.pbf, .osm, .osm.bz2), GeoJSON roads, or a folder of OSM QA tiles (z-x-y.mvt)';
const CHUNK_BYTES = 1 << 20;

/**
 * Reads whatever map source `input` is into `sink`, known by its content and not by its name. Resolves to its
 * licence and credit.
 *
 * Throws a `BuildError` that names the file and the place for what cannot be read.
 */
export async function readSource(input: string, sink: OsmSink, progress: Progress): Promise<MapCredit> {
	try {
		const found = await stat(input);
		if (found.isDirectory()) {
			await readTileFolder(input, sink, progress);
			return OSM_CREDIT;
		}
		const file = await open(input);
		try {
			return await readFileOfAnyKind(file, found.size, sink, progress);
		} finally {
			await file.close();
		}
	} catch (cause) {
		throw asBuildError(cause, input);
	}
}

async function readFileOfAnyKind(
	file: FileHandle,
	size: number,
	sink: OsmSink,
	progress: Progress
): Promise<MapCredit> {
	const first = new Uint8Array(64);
	await file.read(first, 0, first.length, 0);
	const advance = (bytes: number) => progress.share(bytes / size);
	const text = new TextDecoder('latin1').decode(first).replace(/^\u00ef\u00bb\u00bf/, '');
	if (size === 0) throw new OsmReadError('byte 0', 'an empty file', WANTED);
	if (text.startsWith('OSMHeader', 6)) {
		await readPbfFile(file, size, sink, advance);
		return OSM_CREDIT;
	}
	if (text.startsWith('BZh')) {
		const xml = textInto(sink);
		await readBz2File(file.fd, size, xml.write, advance);
		xml.close();
		return OSM_CREDIT;
	}
	if (/^\s*</.test(text)) {
		const xml = textInto(sink);
		const chunk = new Uint8Array(CHUNK_BYTES);
		for (let at = 0; at < size; ) {
			const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
			if (bytesRead === 0) break;
			xml.write(chunk.subarray(0, bytesRead));
			await advance((at += bytesRead));
		}
		xml.close();
		return OSM_CREDIT;
	}
	if (/^\s*[{[]/.test(text)) {
		const content = (await file.readFile('utf8')).replace(/^\ufeff/, '');
		const { licence, attribution } = readGeoJsonRoads(content, sink);
		return { licence: licence ?? 'as the source', attribution: attribution ?? '' };
	}
	const seen = text
		.slice(0, 8)
		.replace(/[^\x20-\x7e]/g, '.')
		.trim();
	throw new OsmReadError('byte 0', `a file that starts with "${seen}"`, WANTED);
}

function textInto(sink: OsmSink): { write: (bytes: Uint8Array) => void; close: () => void } {
	const reader = new OsmXmlReader(sink);
	const decoder = new TextDecoder();
	return {
		write: (bytes) => reader.write(decoder.decode(bytes, { stream: true })),
		close: () => {
			reader.write(decoder.decode());
			reader.close();
		}
	};
}

async function readTileFolder(folder: string, sink: OsmSink, progress: Progress): Promise<void> {
	const tiles: QaTile[] = [];
	for (const name of (await readdir(folder)).sort()) {
		const place = /^(\d+)-(\d+)-(\d+)\.mvt$/.exec(name);
		if (!place) continue;
		const [z, x, y] = place.slice(1).map(Number);
		tiles.push({ name, z, x, y, bytes: await readFile(join(folder, name)) });
	}
	if (tiles.length === 0) throw new OsmReadError('folder', 'no file named like 12-2859-1366.mvt', WANTED);
	await progress.share(0.1);
	readQaTiles(tiles, sink);
}

function asBuildError(cause: unknown, input: string): unknown {
	if (cause instanceof OsmReadError) return new BuildError(`${input}: ${cause.message}`, { cause });
	const { code } = cause as NodeJS.ErrnoException;
	if (code === 'ENOENT') return new BuildError(`${input}: no such file or folder, wanted ${WANTED}`, { cause });
	if (code === 'EACCES' || code === 'EPERM') {
		return new BuildError(`${input}: may not be read, wanted a readable file`, { cause });
	}
	return cause;
}
