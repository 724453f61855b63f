import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OsmSink } from '../../src/lib/formats/osm/osm-sink.ts';
import { readPbfBytes } from '../support/read-pbf-bytes.ts';
import {
	dataBlob,
	headerBlob,
	type WrittenNode,
	type WrittenRelation,
	type WrittenWay
} from '../support/write-pbf.ts';

const root = resolve(import.meta.dirname, '../..');
const LIECHTENSTEIN = resolve(root, '../shared/data/liechtenstein-2021.osm.pbf');
const TILEMAKER_EXAMPLES = '/usr/share/doc/tilemaker/examples';
const GNU_TIME = '/usr/bin/time';
/** Loaded first into a Node process, prints its CPU seconds and peak memory in kilobytes as it ends. */
const TELL_USAGE = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('TOOK '+u.userCPUTime/1e6+' '+u.systemCPUTime/1e6+' '+u.maxRSS)})`;
/** Copies stand in rows of this many, each moved by a little more than the country's size. */
const COPIES = 20;
const COPIES_A_ROW = 5;
const STEP = { lng7: 0.4e7, lat7: 0.4e7 };

/**
 * Builds the pack of Liechtenstein, then of twenty copies of it side by side (5.9 million nodes), each in
 * a process of its own, and prints CPU seconds and peak memory beside tilemaker's where that is installed.
 */
export async function benchRegion(): Promise<void> {
	if (!existsSync(LIECHTENSTEIN)) return print(`skipped: no ${LIECHTENSTEIN}`);
	const folder = await mkdtemp(join(tmpdir(), 'cordon-bench-region-'));
	try {
		const many = join(folder, 'twenty.osm.pbf');
		const nodes = await writeCopies(await readFile(LIECHTENSTEIN), many);
		print(
			`twenty copies: ${(nodes / 1e6).toFixed(1)} million nodes, ${((await stat(many)).size / 1e6).toFixed(0)} MB`
		);
		for (const [name, input] of [
			['liechtenstein', LIECHTENSTEIN],
			['twenty', many]
		]) {
			await report(`cordon ${name}`, [
				process.execPath,
				...['--import', TELL_USAGE, join(root, 'src/cli/cordon.mjs')],
				...['region', 'build', input, '--name', name, '--out', folder]
			]);
			if (!existsSync('/usr/bin/tilemaker')) print('tilemaker is not installed');
			else if (!existsSync(GNU_TIME)) print('tilemaker is not measured: GNU time is not installed');
			else {
				const command = await tilemaker(input, folder, name);
				await report(`tilemaker ${name}`, [GNU_TIME, '-f', 'TOOK %U %S %M', ...command]);
			}
		}
		const pack = join(folder, 'twenty', 'basemap.pmtiles');
		print(`twenty: basemap of ${((await stat(pack)).size / 1e6).toFixed(0)} MB`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function tilemaker(input: string, folder: string, name: string): Promise<string[]> {
	const output = join(folder, `${name}.mbtiles`);
	const [config, script] = ['config-openmaptiles.json', 'process-openmaptiles.lua'].map((file) =>
		join(folder, file)
	);
	await copyFile(join(TILEMAKER_EXAMPLES, 'config-openmaptiles.json'), config);
	await copyFile(join(TILEMAKER_EXAMPLES, 'process-openmaptiles.lua'), script);
	const from = ['--input', input, '--output', output];
	return ['/usr/bin/tilemaker', ...from, '--config', config, '--process', script];
}

/** Runs a command that says in the end what it took, and prints that. */
async function report(label: string, [program, ...args]: string[]): Promise<void> {
	const start = performance.now();
	const child = spawn(program, args, { cwd: root });
	let text = '';
	child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
	child.stderr.on('data', (bytes: Buffer) => (text += bytes.toString()));
	const code = await new Promise<number | null>((done) => child.on('close', done));
	const took = /TOOK ([\d.]+) ([\d.]+) (\d+)/.exec(text);
	if (code !== 0 || !took) {
		return print(`${label}: failed (${code}): ${text.trim().split('\n').slice(-3).join(' | ')}`);
	}
	const [user, system, kilobytes] = took.slice(1).map(Number);
	const columns = [
		`${(user + system).toFixed(1).padStart(6)} s CPU`,
		`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`,
		`${(kilobytes / 1024).toFixed(0).padStart(6)} MB`
	];
	print(`${label.padEnd(26)} ${columns.join('  ')}`);
}

/**
 * Writes the copies as one sorted extract; resolves to its number of nodes. Nodes are numbered anew without
 * gaps, since tilemaker's memory grows with the greatest id.
 */
async function writeCopies(bytes: Uint8Array, path: string): Promise<number> {
	const nodes: WrittenNode[] = [];
	const ways: WrittenWay[] = [];
	const relations: WrittenRelation[] = [];
	let box = [0, 0, 0, 0];
	const sink: OsmSink = {
		node: (id, lng7, lat7, tags) => nodes.push({ id, lng7, lat7, tags }),
		way: (id, refs, count, tags) => ways.push({ id, refs: refs.slice(0, count), tags }),
		relation: (id, members, tags) => relations.push({ id, members, tags }),
		bounds: (...edges) => (box = edges)
	};
	readPbfBytes(bytes, sink);

	const rankOf = new Map(nodes.map(({ id }, rank) => [id, rank + 1]));
	const beyond = nodes.length * COPIES + 1;
	const maxWay = Math.max(...ways.map(({ id }) => id));
	const nodeId = (id: number, copy: number) => {
		const rank = rankOf.get(id);
		return rank === undefined ? beyond : rank + copy * nodes.length;
	};
	const rows = COPIES / COPIES_A_ROW;
	const file = await open(path, 'w');
	await file.write(
		headerBlob([
			box[0],
			box[1],
			box[2] + ((COPIES_A_ROW - 1) * STEP.lng7) / 1e7,
			box[3] + ((rows - 1) * STEP.lat7) / 1e7
		])
	);
	for (let copy = 0; copy < COPIES; copy++) {
		const lng7 = (copy % COPIES_A_ROW) * STEP.lng7;
		const lat7 = Math.floor(copy / COPIES_A_ROW) * STEP.lat7;
		const moved = nodes.map((node) => ({
			...node,
			id: nodeId(node.id, copy),
			lng7: node.lng7 + lng7,
			lat7: node.lat7 + lat7
		}));
		for (let i = 0; i < moved.length; i += 8000)
			await file.write(dataBlob({ nodes: moved.slice(i, i + 8000) }));
	}
	for (let copy = 0; copy < COPIES; copy++) {
		const moved = ways.map((way) => ({
			...way,
			id: way.id + copy * maxWay,
			refs: Float64Array.from(way.refs, (ref) => nodeId(ref, copy))
		}));
		for (let i = 0; i < moved.length; i += 8000)
			await file.write(dataBlob({ ways: moved.slice(i, i + 8000) }));
	}
	for (let copy = 0; copy < COPIES; copy++) {
		const moved = relations.map((relation) => ({
			...relation,
			id: relation.id + copy * maxWay,
			members: relation.members.map((member) => ({
				...member,
				ref: member.type === 'node' ? nodeId(member.ref, copy) : member.ref + copy * maxWay
			}))
		}));
		await file.write(dataBlob({ relations: moved }));
	}
	await file.close();
	return nodes.length * COPIES;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
