import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PACK_FILES } from '../../lib/domain/region.ts';
import { DEMO_PLAN_FILE, packFile } from '../../lib/server/region-packs.ts';
import { DEMO_EDITION, writeDemoPlan } from '../../../tiles/build/demo-plan.ts';
import { CommandError } from '../command-error.ts';
import { regionCommand } from '../commands/region.ts';

export const DEMO_REGION = 'astana';

/**
 * Makes what is missing of the demo city in `folder`: its region pack, from the map data that came
 * with the installation, and the plan over it, which is also made anew where it is of an older
 * edition. Nothing is fetched.
 */
export async function makeDemoCity(folder: string, tell: (en: string, zh: string) => void): Promise<void> {
	const files = Object.values(PACK_FILES);
	if (files.some((file) => packFile(folder, DEMO_REGION, file) === null)) {
		tell('building the demo city …', '正在生成演示城市……');
		const status = await regionCommand(['build', demoSource(), '--name', DEMO_REGION, '--out', folder]);
		if (status !== 0) {
			throw new CommandError({ en: 'the demo city could not be built', zh: '演示城市生成失败' });
		}
	}
	if (!(await isOfThisEdition(packFile(folder, DEMO_REGION, DEMO_PLAN_FILE)))) {
		tell('making up the demo plan …', '正在生成演示方案……');
		await writeDemoPlan(join(folder, DEMO_REGION), demoSource());
	}
}

/** Whether there is a demo plan and its header, at the start of the file, names this edition. */
async function isOfThisEdition(path: string | null): Promise<boolean> {
	if (path === null) return false;
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
		return buffer.toString('utf8', 0, bytesRead).includes(`"edition":${DEMO_EDITION}}`);
	} finally {
		await file.close();
	}
}

/** The folder of OSM QA tiles of the demo city; throws CommandError where it is not installed. */
export function demoSource(): string {
	const packageFile = createRequire(import.meta.url).resolve('@mapbox/mvt-fixtures/package.json');
	const folder = join(dirname(packageFile), 'real-world', 'osm-qa-astana');
	if (existsSync(folder)) return folder;
	throw new CommandError({
		en: `${folder}: there is no such folder, wanted the demo's map data; run npm install`,
		zh: `${folder}：文件夹不存在，缺少演示地图数据；请运行 npm install`
	});
}
