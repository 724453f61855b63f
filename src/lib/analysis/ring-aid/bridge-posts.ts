import type { BridgePost, RingPart } from '../../domain/findings/ring-aid.ts';
import type { Crossing } from '../../domain/findings/sealing.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { RoadGraph } from '../../network/road-graph.ts';

/** Crossings this close together are carriageways of one bridge: names differ by a letter as often as not. */
const ONE_BRIDGE_M = 60;
/** A crossing is on the water where the ring follows it within this. */
const ON_WATER_M = 2;

/**
 * One checkpoint for each bridge (or dam, or whatever road crosses there) over the water that the ring follows, in the
 * order of the crossings; those that a checkpoint holds are left out. Carriageways side by side are one bridge.
 */
export function bridgePosts(
	graph: RoadGraph,
	crossings: readonly Crossing[],
	parts: readonly RingPart[]
): BridgePost[] {
	const banks = parts.filter(({ follows }) => follows === 'river');
	const groups: Crossing[][] = [];
	for (const crossing of crossings) {
		if (crossing.state === 'held' || !banks.some(({ line }) => isOn(line, crossing.at))) continue;
		const group = groups.find((members) => members.some((other) => isOneBridge(crossing, other)));
		if (group) group.push(crossing);
		else groups.push([crossing]);
	}
	return groups.map((members) => {
		const [first] = members;
		return {
			at: first.at,
			road: members.find(({ road }) => road !== null)?.road ?? null,
			isBridge: members.some(({ bridge }) => bridge),
			controls: members.map(({ edge, at }) => ({ way: graph.edgeWay[edge], at: [at[0], at[1]] as const }))
		};
	});
}

function isOneBridge(a: Crossing, b: Crossing): boolean {
	// the street along the bank under a bridge is none of it
	if (a.bridge !== b.bridge) return false;
	const { x, y } = toPlane(localPlane(a.at), b.at);
	return Math.hypot(x, y) <= ONE_BRIDGE_M;
}

function isOn(line: readonly LngLat[], at: LngLat): boolean {
	const plane = localPlane(at);
	for (let i = 0; i + 1 < line.length; i++) {
		const a = toPlane(plane, line[i]);
		const b = toPlane(plane, line[i + 1]);
		const [dx, dy] = [b.x - a.x, b.y - a.y];
		const lengthSq = dx * dx + dy * dy;
		const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / lengthSq));
		if (Math.hypot(a.x + t * dx, a.y + t * dy) <= ON_WATER_M) return true;
	}
	return false;
}
