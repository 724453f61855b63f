import { rename, rm, writeFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import { printFeatures } from '../lib/formats/print-features.ts';
import { CommandError } from './command-error.ts';

/** Writes an answer as GeoJSON; see `writeText`. */
export async function writeAnswer(
	answer: FeatureCollection & { summary?: unknown },
	file: string | undefined
): Promise<void> {
	await writeText(printFeatures(answer), file);
}

/**
 * Writes `text` to `file`, or to standard output where none is given. A file is written beside and
 * moved into place, so that it is never half there; throws CommandError where it cannot be.
 */
export async function writeText(text: string, file: string | undefined): Promise<void> {
	if (file === undefined || file === '-') {
		await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
		return;
	}
	const draft = `${file}.${process.pid}.part`;
	try {
		await writeFile(draft, text);
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		const { code } = error as NodeJS.ErrnoException;
		throw new CommandError({
			en: `${file}: cannot be written (${code}), wanted a file in a folder that exists`,
			zh: `${file}：无法写入（${code}），应为已有文件夹中的文件`
		});
	}
}
