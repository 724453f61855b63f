import { join } from 'node:path';
import { tilesFolder } from '../lib/server/region-packs.ts';
import { REPOSITORY } from './repository.ts';

/** The folder of region packs: where `CORDON_TILES` says, or `tiles` of this checkout. */
export function packsFolder(): string {
	return process.env.CORDON_TILES ? tilesFolder() : join(REPOSITORY, 'tiles');
}
