import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Suggestion } from '../../../src/lib/domain/findings/sealing.ts';
import type { Checkpoint, CheckpointStatus, ControlRing, ItemId } from '../../../src/lib/domain/items.ts';
import { nearEdges } from '../../../src/lib/network/near-edges.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { EDGE, type RoadClass, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import type { Random } from './random.ts';

/** What a ring's posts are called, and how many places on it are left without a post on duty. */
export interface RingPosts {
	readonly ring: ControlRing;
	readonly code: string;
	readonly bridgesLeft: number;
	readonly sideStreetsLeft: number;
	readonly mainRoadsLeft: number;
}

const MAIN: readonly RoadClass[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
/** Sealing by suggestions settles at once; more rounds would mean it never does. */
const ROUNDS = 6;
const NEAR_BRIDGE_M = 150;

/**
 * Posts where they would seal each ring, less those that the city has not come round to: a bridge,
 * a side street, a main road. The first of them is planned already, the second stands but is broken.
 */
export function makeCheckpoints(
	graph: RoadGraph,
	rings: readonly RingPosts[],
	random: Random
): Omit<Checkpoint, 'rank'>[] {
	const roads = prepareRoads(graph);
	const posts: Omit<Checkpoint, 'rank'>[] = [];
	for (const { ring, code, ...left } of rings) {
		const sites = sealingSites(roads, ring);
		const open = leaveOut(roads, sites, left, random);
		for (const [i, site] of sites.entries()) {
			const gap = open.indexOf(site);
			if (gap > 1) continue;
			const status = gap === -1 ? statusOf(site, random) : gap === 0 ? 'planned' : 'broken';
			posts.push(postOf(ring, code, i + 1, site, status));
		}
	}
	return posts;
}

/** The suggestions that seal a ring that has no post yet, clockwise from north. */
function sealingSites(roads: Roads, ring: ControlRing): Suggestion[] {
	const sites: Suggestion[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const posts = sites.map(
			(site, i): Checkpoint => ({
				id: `site-${i}` as ItemId,
				kind: 'checkpoint',
				rank: i + 1,
				geometry: { type: 'Point', coordinates: rounded(site.at) },
				properties: {}
			})
		);
		const { suggestions } = seal(roads, [ring, ...posts], { suggest: true });
		if (suggestions.length === 0) break;
		sites.push(...suggestions);
	}
	const middle = middleOf(ring);
	const angle = ({ at }: Suggestion) =>
		(Math.atan2((at[0] - middle[0]) * 0.63, at[1] - middle[1]) + 2 * Math.PI) % (2 * Math.PI);
	return sites.sort((a, b) => angle(a) - angle(b));
}

function leaveOut(
	roads: Roads,
	sites: readonly Suggestion[],
	left: Pick<RingPosts, 'bridgesLeft' | 'sideStreetsLeft' | 'mainRoadsLeft'>,
	random: Random
): Suggestion[] {
	const shuffled = sites
		.map((site): [number, Suggestion] => [random.next(), site])
		.sort((a, b) => a[0] - b[0])
		.map(([, site]) => site);
	const take = (count: number, suits: (site: Suggestion) => boolean): Suggestion[] =>
		shuffled.filter(suits).slice(0, count);
	const isMain = ({ roadClass }: Suggestion): boolean => MAIN.includes(roadClass);
	const bridges = take(left.bridgesLeft, (site) => isMain(site) && isNearBridge(roads, site));
	const main = take(left.mainRoadsLeft, (site) => isMain(site) && !bridges.includes(site));
	const side = take(left.sideStreetsLeft, (site) => !isMain(site));
	return [...main, ...bridges, ...side];
}

function isNearBridge(roads: Roads, { at }: Suggestion): boolean {
	return nearEdges(roads, at[0] * 1e7, at[1] * 1e7, NEAR_BRIDGE_M).some(
		({ edge }) => (roads.graph.edgeFlags[edge] & EDGE.BRIDGE) !== 0
	);
}

function postOf(
	ring: ControlRing,
	code: string,
	number: number,
	{ at, road, roadClass }: Suggestion,
	status: CheckpointStatus
): Omit<Checkpoint, 'rank'> {
	const street = road ?? (MAIN.includes(roadClass) ? 'main road 干道' : 'side street 支路');
	const isNightly = roadClass === 'residential' || roadClass === 'service' || roadClass === 'track';
	const padded = String(number).padStart(2, '0');
	return {
		id: `post-${code.toLowerCase()}${padded}` as ItemId,
		kind: 'checkpoint',
		geometry: { type: 'Point', coordinates: rounded(at) },
		properties: {
			name: `${code}${padded} ${street}`,
			ring: ring.id,
			team: `Team ${code}${Math.ceil(number / 6)} 巡组`,
			status,
			...(isNightly && { hours: 'Mo-Su 06:00-23:00' })
		}
	};
}

function statusOf({ roadClass }: Suggestion, random: Random): CheckpointStatus {
	return MAIN.includes(roadClass) || random.next() < 0.7 ? 'staffed' : 'built';
}

function middleOf(ring: ControlRing): LngLat {
	const points = ring.geometry.coordinates[0];
	const sum = points.reduce<[number, number]>((total, p) => [total[0] + p[0], total[1] + p[1]], [0, 0]);
	return [sum[0] / points.length, sum[1] / points.length];
}

function rounded([lng, lat]: LngLat): [number, number] {
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}
