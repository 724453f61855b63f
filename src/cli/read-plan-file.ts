import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { Assumptions } from '../lib/domain/assumptions.ts';
import type { ItemId } from '../lib/domain/items.ts';
import { problemText } from '../lib/domain/problem-texts.ts';
import type { Plan } from '../lib/domain/plan.ts';
import { isUnreadable, parsePlan, type ParsedPlan } from '../lib/formats/plan-geojson.ts';
import { listRegions } from '../lib/server/region-packs.ts';
import { CommandError } from './command-error.ts';
import { packsFolder } from './packs-folder.ts';

/**
 * Reads a plan file (`-` is standard input) with every problem in it; throws CommandError where it
 * gives no plan at all. Coordinates are held against the region that the plan names, if it is built.
 */
export async function readPlanFile(file: string): Promise<ParsedPlan> {
	const text = await readText(file);
	const newId = (kind: string, index: number) => `${kind}-${index + 1}`;
	const regions = await listRegions(packsFolder());
	const regionBbox = (name: string) => regions.find((region) => region.name === name)?.bbox;
	const parsed = parsePlan(text, { newId, regionBbox });
	if (isUnreadable(parsed.problems)) throw problemError(file, parsed);
	return parsed;
}

/** Reads a plan that a question is asked of: any error in it is an answer refused. */
export async function readSoundPlan(file: string, assumptions: Assumptions): Promise<Plan> {
	const parsed = await readPlanFile(file);
	if (parsed.problems.some(({ severity }) => severity === 'error')) throw problemError(file, parsed);
	const unknown = assumptions.without.find(
		(id) => !parsed.plan.items.has(id as ItemId) && !/^way\/-?\d+$/.test(id)
	);
	if (unknown !== undefined) {
		throw new CommandError({
			en: `saw --without ${unknown}, wanted ids of ${nameOf(file)}, or ways as way/123`,
			zh: `此处是 --without ${unknown}，应为 ${nameOf(file)} 中的 id，或道路 way/123`
		});
	}
	return parsed.plan;
}

/** How messages name a file. */
export function nameOf(file: string): string {
	return file === '-' ? '<stdin>' : file;
}

function problemError(file: string, { problems }: ParsedPlan): CommandError {
	const errors = problems.filter(({ severity }) => severity === 'error');
	const [first] = errors;
	if (!first) throw new RangeError('no error to tell');
	const more = errors.length - 1;
	const see = `cordon validate ${basename(nameOf(file))}`;
	return new CommandError({
		en: `${nameOf(file)}: ${problemText(first, 'en')}${more > 0 ? ` (and ${more} more: ${see})` : ''}`,
		zh: `${nameOf(file)}：${problemText(first, 'zh')}${more > 0 ? `（另有 ${more} 处错误：${see}）` : ''}`
	});
}

async function readText(file: string): Promise<string> {
	if (file === '-') return textOf(process.stdin);
	let bytes: Buffer;
	try {
		bytes = await readFile(file);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		const [en, zh] = READ_FAULTS[code ?? ''] ?? [`it cannot be read (${code})`, `无法读取（${code}）`];
		throw new CommandError({
			en: `${file}: ${en}, wanted a plan file (GeoJSON)`,
			zh: `${file}：${zh}，应为方案文件（GeoJSON）`
		});
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new CommandError({
			en: `${file}: its bytes are not UTF-8 text, wanted a plan file (GeoJSON, UTF-8)`,
			zh: `${file}：不是 UTF-8 文本，应为方案文件（GeoJSON，UTF-8 编码）`
		});
	}
}

const READ_FAULTS: Record<string, [en: string, zh: string]> = {
	ENOENT: ['there is no such file', '文件不存在'],
	EISDIR: ['it is a folder', '这是文件夹'],
	EACCES: ['reading it is not permitted', '没有读取权限']
};
