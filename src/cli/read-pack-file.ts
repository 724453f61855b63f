import { readFile } from 'node:fs/promises';
import { problemText } from '../lib/domain/problem-texts.ts';
import { packFile } from '../lib/server/region-packs.ts';
import { CommandError } from './command-error.ts';
import { packsFolder } from './packs-folder.ts';

/** What `decode` makes of a file of the pack `region`; throws CommandError where it is not there or not sound. */
export async function readPackFile<T>(
	region: string,
	file: string,
	decode: (bytes: ArrayBuffer) => T
): Promise<T> {
	const path = packFile(packsFolder(), region, file);
	if (path === null) {
		const problem = { code: 'region-not-built', severity: 'error', seen: `"${region}"` } as const;
		throw new CommandError({ en: problemText(problem, 'en'), zh: problemText(problem, 'zh') });
	}
	try {
		return decode(new Uint8Array(await readFile(path)).buffer);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new CommandError({
			en: `${path}: ${reason}; build the region anew: cordon region build INPUT --name ${region}`,
			zh: `${path}：${reason}；请重新生成底图包：cordon region build INPUT --name ${region}`
		});
	}
}
