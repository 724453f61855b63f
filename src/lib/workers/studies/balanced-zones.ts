import { answerZones } from '../../analysis/patrol/answer-zones.ts';
import { seededStream } from '../../network/seeded-stream.ts';
import { travelNetwork } from '../../network/travel/travel-network.ts';
import type { Study } from './study.ts';
import { toldInBreaths } from './told-in-breaths.ts';

/** Some ground divided into zones of equal work. */
export const balancedZones: Study<'balanced-zones'> = async ({ items, roads }, ask, run) => {
	const graph = await roads();
	return toldInBreaths(answerZones(graph, travelNetwork(graph), items, ask, seededStream(1)), run);
};
