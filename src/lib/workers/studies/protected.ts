import { protectedGroundOf } from '../../analysis/sealing/protected-ground.ts';
import { SealMemory } from '../../analysis/sealing/seal-memory.ts';
import { judgeRings } from '../../analysis/sealing/seal.ts';
import type { ProtectedGround } from '../../domain/findings/protected.ts';
import type { Study } from './study.ts';

/** The ground that every ring really protects, one ring after another. */
export const protectedStudy: Study<'protected'> = async ({ items, options, roads }, _, run) => {
	const graph = await roads();
	await run.breathe();
	const view = { ...options.seal, assumptions: options.assumptions };
	const judged = judgeRings(graph, items, view, new SealMemory(graph));
	const found: ProtectedGround[] = [];
	for (const [i, result] of judged.results.entries()) {
		run.progress(i, judged.results.length);
		await run.breathe();
		const ground = protectedGroundOf(judged, result);
		if (ground) found.push(ground);
	}
	return found;
};
