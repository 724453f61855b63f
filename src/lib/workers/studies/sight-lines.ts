import { sightLine } from '../../analysis/coverage/sight-line.ts';
import type { Study } from './study.ts';

/** Whether buildings stand in the way from each camera to the place it is aimed at. */
export const sightLines: Study<'sight-lines'> = async (ground, asks, run) => {
	const walls = await ground.walls();
	if (walls === null) return null;
	const lines = [];
	for (const [i, ask] of asks.entries()) {
		lines.push(sightLine(walls, ask));
		if (i % 200 === 199) await run.breathe();
	}
	return lines;
};
