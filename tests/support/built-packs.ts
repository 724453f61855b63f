import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRegion } from '../../tiles/build/build-region.ts';
import type { Progress } from '../../tiles/build/progress.ts';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';

/** Progress nobody watches. */
export const SILENT: Progress = { stage: () => undefined, share: async () => undefined };

export const BUILT = '2026-01-01T00:00:00.000Z';

/** Builds `input` as `name` into a new temporary folder; resolves to the pack's folder. */
export async function buildPack(input: string, name: string, clip: Bbox | null = null): Promise<string> {
	const into = await mkdtemp(join(tmpdir(), 'cordon-pack-'));
	await buildRegion({ input, name, into, clip, built: BUILT }, SILENT);
	return join(into, name);
}
