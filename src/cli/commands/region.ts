import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BuildError } from '../../../tiles/build/build-error.ts';
import { buildRegion } from '../../../tiles/build/build-region.ts';
import { clearDeadBuilds } from '../../../tiles/build/pack-folders.ts';
import { ProgressPrinter } from '../../../tiles/build/progress.ts';
import { PACK_FILES, type RegionManifest } from '../../lib/domain/region.ts';
import type { Bbox } from '../../lib/geo/coordinates.ts';
import { CommandError } from '../command-error.ts';
import { helpText, readCommandLine, type CommandLine, type CommandSpec } from '../command-line.ts';
import { languageOf } from '../language.ts';

const OUT_OPTION: CommandSpec['options'] = {
	out: {
		value: 'DIR',
		words: { en: 'folder of the packs (default tiles/)', zh: '底图包所在文件夹（默认 tiles/）' }
	}
};

const BUILD: CommandSpec = {
	usage: 'region build INPUT',
	purpose: {
		en: 'Makes a region pack of an OpenStreetMap extract (.osm.pbf, .osm, .osm.bz2), GeoJSON roads or a folder of OSM QA tiles.\nAn older pack of that name stays until the new one is whole.',
		zh: '由 OpenStreetMap 数据（.osm.pbf、.osm、.osm.bz2）、GeoJSON 道路或 OSM QA 瓦片文件夹生成底图包。\n新包完成之前，同名旧包保持不变。'
	},
	operands: 1,
	options: {
		name: { value: 'NAME', words: { en: 'name of the pack', zh: '底图包名称' } },
		bbox: {
			value: 'W,S,E,N',
			words: { en: 'keep what lies within this box, in degrees', zh: '只保留此范围（度）' }
		},
		...OUT_OPTION
	}
};

const LIST: CommandSpec = {
	usage: 'region list',
	purpose: { en: 'Names the region packs there are.', zh: '列出已有的底图包。' },
	operands: 0,
	options: OUT_OPTION
};

/** Exit code of a command that was interrupted, as shells have it: 128 + SIGINT. */
const INTERRUPTED = 130;

/**
 * `cordon region`: builds and lists region packs. Resolves to 0 when done and 130 when interrupted; throws a
 * `CommandError` for bad usage and for input that makes no pack.
 */
export async function regionCommand(args: string[]): Promise<number> {
	const [verb, ...rest] = args;
	if (verb === 'build') return build(rest);
	if (verb === 'list') return list(rest);
	if (verb === '--help' || verb === '-h') {
		const language = languageOf(process.env);
		process.stdout.write(`${helpText(BUILD, language)}\n${helpText(LIST, language)}`);
		return 0;
	}
	const seen = verb === undefined ? 'nothing' : `"${verb}"`;
	throw new CommandError({
		en: `saw ${seen}, wanted region build or region list; see: cordon region --help`,
		zh: `应为 region build 或 region list；参见：cordon region --help`
	});
}

async function build(args: string[]): Promise<number> {
	const line = readCommandLine(BUILD, args);
	if (line.wantsHelp) return showHelp(BUILD);
	const input = line.operands[0];
	const name = nameOf(line.values.name);
	const clip = boxOf(line.values.bbox);
	const interrupt = new AbortController();
	const stop = () => interrupt.abort();
	process.once('SIGINT', stop).once('SIGTERM', stop);
	const progress = new ProgressPrinter(
		(text) => process.stderr.write(`${text}\n`),
		interrupt.signal,
		() => performance.now()
	);
	try {
		const built = new Date().toISOString();
		const { counts } = await buildRegion({ input, name, into: folderOf(line), clip, built }, progress);
		process.stderr.write(
			`${name}: ${counts.roads} roads, ${counts.nodes} junctions, ${counts.buildings} buildings, ${counts.tiles} tiles\n`
		);
		return 0;
	} catch (error) {
		if (interrupt.signal.aborted) {
			process.stderr.write('cordon: interrupted, nothing was changed\n');
			return INTERRUPTED;
		}
		if (!(error instanceof BuildError)) throw error;
		throw new CommandError({ en: error.message, zh: `未能生成底图包：${error.message}` });
	} finally {
		process.off('SIGINT', stop).off('SIGTERM', stop);
	}
}

async function list(args: string[]): Promise<number> {
	const line = readCommandLine(LIST, args);
	if (line.wantsHelp) return showHelp(LIST);
	const folder = folderOf(line);
	await clearDeadBuilds(folder).catch(() => undefined);
	const names = await readdir(folder).catch(() => []);
	let packs = 0;
	for (const name of names.filter((entry) => !entry.startsWith('.')).sort()) {
		const text = await readFile(join(folder, name, PACK_FILES.manifest), 'utf8').catch(() => null);
		if (text === null) continue;
		const { bbox, counts, built } = JSON.parse(text) as RegionManifest;
		const box = bbox.map((degrees) => degrees.toFixed(4)).join(',');
		process.stdout.write(`${name}\t${box}\t${counts.roads} roads\t${counts.tiles} tiles\t${built}\n`);
		packs++;
	}
	if (packs === 0) process.stderr.write(`no region packs in ${folder}; see: cordon region build --help\n`);
	return 0;
}

function showHelp(spec: CommandSpec): number {
	process.stdout.write(helpText(spec, languageOf(process.env)));
	return 0;
}

function folderOf(line: CommandLine): string {
	return resolve(line.values.out ?? join(import.meta.dirname, '../../../tiles'));
}

function nameOf(name: string | undefined): string {
	if (name !== undefined && /^[a-z0-9][a-z0-9_-]{0,62}$/.test(name) && name !== 'build') return name;
	const seen = name === undefined ? 'no --name' : `--name ${name}`;
	throw new CommandError({
		en: `saw ${seen}, wanted --name and small letters, digits, - and _ (not "build")`,
		zh: `此处是 ${seen}，应为 --name 加小写字母、数字、- 或 _（不可为 build）`
	});
}

function boxOf(text: string | undefined): Bbox | null {
	if (text === undefined) return null;
	const [west, south, east, north, ...more] = text
		.split(',')
		.map((part) => (part.trim() === '' ? NaN : Number(part)));
	const isOnGlobe = west >= -180 && east <= 180 && south >= -90 && north <= 90;
	if (isOnGlobe && west < east && south < north && more.length === 0) return [west, south, east, north];
	throw new CommandError({
		en: `saw --bbox ${text}, wanted west,south,east,north in degrees with west < east and south < north`,
		zh: `此处是 --bbox ${text}，应为 西,南,东,北（度），且西小于东、南小于北`
	});
}
