import type { Plan } from '../lib/domain/plan.ts';
import { PACK_FILES } from '../lib/domain/region.ts';
import { decodeRoadGraph } from '../lib/network/graph-file.ts';
import type { RoadGraph } from '../lib/network/road-graph.ts';
import { CommandError } from './command-error.ts';
import type { OptionSpec } from './command-line.ts';
import { readPackFile } from './read-pack-file.ts';

export const REGION_OPTION: Record<string, OptionSpec> = {
	region: {
		value: 'NAME',
		words: {
			en: "region pack with the roads; without it, the one that the plan's header names",
			zh: '道路所在的底图包；不给则取方案头中的 region'
		}
	}
};

/** The road graph of the region pack `named`, or else of the plan's; throws CommandError where there is none. */
export async function readRoads(plan: Plan, named: string | undefined, file: string): Promise<RoadGraph> {
	const region = named ?? plan.header.region;
	if (region === undefined) {
		throw new CommandError({
			en: `${file}: cordon.region is missing, wanted it there or --region NAME; see: cordon region list`,
			zh: `${file}：缺少 cordon.region，应在方案中写明或用 --region 指定；参见：cordon region list`
		});
	}
	return readPackFile(region, PACK_FILES.roads, decodeRoadGraph);
}
