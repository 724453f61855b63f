import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BuildError } from '../../../tiles/build/build-error.ts';
import { buildRegion } from '../../../tiles/build/build-region.ts';
import { ProgressPrinter } from '../../../tiles/build/progress.ts';
import { PACK_FILES, type RegionManifest } from '../../lib/domain/region.ts';
import type { Bbox } from '../../lib/geo/coordinates.ts';

const HELP = `cordon region build INPUT --name NAME [--bbox w,s,e,n] [--out DIR]
cordon region list [--out DIR]

build  makes the region pack DIR/NAME (DIR is tiles/ unless given) out of INPUT: an OpenStreetMap
       extract (.osm.pbf, .osm, .osm.bz2), GeoJSON roads, or a folder of OSM QA tiles. --bbox keeps
       what lies within west, south, east, north in degrees. An older pack of that name stays until
       the new one is whole.
list   names the packs there are.
`;

/**
 * `cordon region`: builds and lists region packs. Resolves to the exit code: 0 done, 2 refused, with one
 * line on standard error that says what was seen and what was wanted; 130 when interrupted.
 */
export async function regionCommand(args: string[]): Promise<number> {
	try {
		const [verb, ...rest] = args;
		if (verb === undefined || args.includes('--help') || verb === 'help') {
			process.stdout.write(HELP);
			return verb === undefined ? 2 : 0;
		}
		if (verb === 'build') return await build(rest);
		if (verb === 'list') return await list(rest);
		throw new BuildError(`"${verb}", wanted build or list`);
	} catch (error) {
		if (!(error instanceof BuildError)) throw error;
		process.stderr.write(`cordon region: ${error.message}\n`);
		return 2;
	}
}

async function build(args: string[]): Promise<number> {
	const { words, options } = parse(args, ['--name', '--bbox', '--out']);
	if (words.length !== 1)
		throw new BuildError(`${words.length} inputs, wanted one: region build INPUT --name NAME`);
	const name = options.get('--name');
	if (name === undefined) throw new BuildError('no --name, wanted the name of the pack');
	if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(name) || name === 'build') {
		throw new BuildError(`--name "${name}", wanted small letters, digits, - and _, and not "build"`);
	}
	const clip = parseBox(options.get('--bbox'));

	const interrupt = new AbortController();
	const stop = () => interrupt.abort();
	process.once('SIGINT', stop).once('SIGTERM', stop);
	const progress = new ProgressPrinter(
		(line) => process.stderr.write(`${line}\n`),
		interrupt.signal,
		() => performance.now()
	);
	try {
		const { counts } = await buildRegion(
			{ input: words[0], name, into: packsFolder(options), clip, built: new Date().toISOString() },
			progress
		);
		process.stderr.write(
			`${name}: ${counts.roads} roads, ${counts.nodes} junctions, ${counts.buildings} buildings, ${counts.tiles} tiles\n`
		);
		return 0;
	} catch (error) {
		if (!interrupt.signal.aborted) throw error;
		process.stderr.write('cordon region: interrupted, nothing was changed\n');
		return 130;
	} finally {
		process.off('SIGINT', stop).off('SIGTERM', stop);
	}
}

async function list(args: string[]): Promise<number> {
	const { words, options } = parse(args, ['--out']);
	if (words.length > 0) throw new BuildError(`"${words[0]}", wanted nothing after region list`);
	const folder = packsFolder(options);
	const names = await readdir(folder).catch(() => []);
	for (const name of names.filter((entry) => !entry.startsWith('.')).sort()) {
		const text = await readFile(join(folder, name, PACK_FILES.manifest), 'utf8').catch(() => null);
		if (text === null) continue;
		const { bbox, counts, built } = JSON.parse(text) as RegionManifest;
		process.stdout.write(
			`${name}\t${bbox.map((degree) => degree.toFixed(4)).join(',')}\t${counts.roads} roads\t${counts.tiles} tiles\t${built}\n`
		);
	}
	return 0;
}

function packsFolder(options: ReadonlyMap<string, string>): string {
	return resolve(options.get('--out') ?? join(import.meta.dirname, '../../../tiles'));
}

function parse(args: readonly string[], known: readonly string[]) {
	const words: string[] = [];
	const options = new Map<string, string>();
	for (let i = 0; i < args.length; i++) {
		const [, flag, inline] = /^(--[a-z-]+)(?:=(.*))?$/s.exec(args[i]) ?? [];
		if (flag === undefined) words.push(args[i]);
		else if (!known.includes(flag)) throw new BuildError(`${flag}, wanted one of ${known.join(', ')}`);
		else {
			const value = inline ?? args[++i];
			if (value === undefined) throw new BuildError(`${flag} without a value`);
			options.set(flag, value);
		}
	}
	return { words, options };
}

function parseBox(text: string | undefined): Bbox | null {
	if (text === undefined) return null;
	const [west, south, east, north, ...more] = text
		.split(',')
		.map((part) => (part.trim() === '' ? NaN : Number(part)));
	const isBox =
		more.length === 0 &&
		west >= -180 &&
		east <= 180 &&
		south >= -90 &&
		north <= 90 &&
		west < east &&
		south < north;
	if (!isBox)
		throw new BuildError(
			`--bbox ${text}, wanted west,south,east,north in degrees, west < east, south < north`
		);
	return [west, south, east, north];
}
