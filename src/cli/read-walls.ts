import { Walls } from '../lib/analysis/coverage/walls.ts';
import { itemsOfKind, type Plan } from '../lib/domain/plan.ts';
import { PACK_FILES } from '../lib/domain/region.ts';
import { decodeBuildings } from '../lib/formats/buildings-file.ts';
import type { Bbox } from '../lib/geo/coordinates.ts';
import { readManifest } from '../lib/server/region-packs.ts';
import { CommandError, type Language } from './command-error.ts';
import { packsFolder } from './packs-folder.ts';
import { readPackFile } from './read-pack-file.ts';

/**
 * The walls of the region pack that `--occlusion` names, null where it names none. Throws CommandError
 * for a pack that is not built, that has no buildings, or that lies where no camera of the plan stands.
 */
export async function readWalls(plan: Plan, region: string | undefined, file: string): Promise<Walls | null> {
	if (region === undefined) return null;
	const buildings = await readPackFile(region, PACK_FILES.buildings, decodeBuildings);
	if (buildings.ringHeightDm.length === 0) {
		throw new CommandError({
			en: `saw --occlusion ${region}, a region with no buildings, wanted one whose map data has them`,
			zh: `此处是 --occlusion ${region}，该底图包没有建筑，应为含建筑的底图包`
		});
	}
	const bbox = (await readManifest(packsFolder(), region))?.bbox;
	const cameras = itemsOfKind(plan, 'camera');
	if (bbox && cameras.length > 0 && !cameras.some(({ geometry }) => lies(geometry.coordinates, bbox))) {
		const box = bbox.map((degrees) => degrees.toFixed(3)).join(',');
		throw new CommandError({
			en: `${file}: saw --occlusion ${region} (${box}), where none of the plan's cameras stands, wanted the region they stand in`,
			zh: `${file}：--occlusion ${region}（${box}）范围内没有本方案的摄像机，应为摄像机所在的底图包`
		});
	}
	return new Walls(buildings);
}

/** A line that says how many cameras stand where no building is known; empty where none does. */
export async function outsideLine(
	plan: Plan,
	region: string | undefined,
	language: Language
): Promise<string> {
	const bbox = region === undefined ? undefined : (await readManifest(packsFolder(), region))?.bbox;
	if (!bbox) return '';
	const outside = itemsOfKind(plan, 'camera').filter(({ geometry }) => !lies(geometry.coordinates, bbox));
	if (outside.length === 0) return '';
	return language === 'zh'
		? `提醒：${outside.length} 台摄像机位于底图包 ${region} 之外，其视线按无遮挡计\n`
		: `warning: cameras outside ${region}, whose sight nothing is known to block: ${outside.length}\n`;
}

function lies([lng, lat]: readonly number[], [west, south, east, north]: Bbox): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}
