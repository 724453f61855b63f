import type { CaughtLeak, CatchCount } from '../../domain/findings/ring-system.ts';
import { buildIncidence } from '../../network/incidence.ts';
import { lngLatAt } from '../../network/edge-line.ts';
import { headOf, tailOf, type Network } from '../../network/network.ts';
import { reach } from '../../network/reach.ts';
import type { Roads } from '../../network/roads.ts';
import { ringCut } from '../sealing/ring-cut.ts';
import type { Pace } from '../pace.ts';
import { ringsAbout, type RingResults } from './ring-results.ts';
import { INSIDE, isReal, OUTSIDE, systemRoads, type RealResult, type SystemRoads } from './system-roads.ts';
import { SystemWays } from './system-way.ts';

/** Ways on are drawn for no more leaks than this: each costs a search. */
const MOST_WAYS = 40;

/**
 * What each ring catches of the others' leaks. A ring farther out catches a leak where no open way leads
 * on from it, on the outer side, to the outside of that ring; a ring within, where no open way leads from
 * its inside to the leak.
 */
export async function caughtLeaks(
	roads: Roads,
	{ results, closures }: RingResults,
	pace: Pace
): Promise<{ leaks: CaughtLeak[]; catches: CatchCount[] }> {
	const real = results.filter(isReal);
	const leaks: CaughtLeak[] = [];
	const catches: CatchCount[] = [];
	for (const own of real) {
		const cuts = ownCut(roads, own);
		const about = ringsAbout(own, real);
		const within = real.filter((other) => other !== own && ringsAbout(other, [own]).length > 0);
		const caught: CaughtLeak[] = own.leaks.map(({ ring, number, at, road, roadClass }) => ({
			ring,
			number,
			at,
			road,
			roadClass,
			caughtBy: [],
			missedBy: [],
			route: [],
			lengthM: 0
		}));
		for (const other of [...within, ...about]) {
			const isFarther = other.verdict.level > own.verdict.level;
			if (own.leaks.length > 0) {
				const system = isFarther
					? systemRoads(roads, own, other, closures)
					: systemRoads(roads, other, own, closures);
				const isLast = other === about.at(-1);
				markCaught({ roads, own, other, cuts, system, isFarther, caught, isLast });
			}
			const count = caught.filter(({ caughtBy }) => caughtBy.includes(other.verdict.ring)).length;
			catches.push({ ring: own.verdict.ring, by: other.verdict.ring, leaks: caught.length, caught: count });
			await pace.breathe();
		}
		leaks.push(...caught);
	}
	return { leaks, catches };
}

interface OwnCut {
	/** Stretch of each leak, by the leak's place in the list, and whether it is passed from its `from`. */
	readonly stretch: readonly number[];
	readonly isForward: readonly boolean[];
	/** 1 for places of the ground on the outer side of the cut. */
	readonly isOuter: Uint8Array;
}

function ownCut(roads: Roads, { ground, net, leaks }: RealResult): OwnCut {
	const cut = ringCut(net, ground);
	const isOuter = Uint8Array.from(net.nodeOf, (node) => cut.isOuter[node]);
	const stretches = cut.directions.map((direction) => net.stretchOf[direction >>> 1]);
	const found = leaks.map(({ edge, at }) =>
		stretches.findIndex((s) => {
			const stretch = ground.stretches[s];
			if (stretch.edge !== edge) return false;
			const place = lngLatAt(roads.graph, edge, stretch.at);
			return place[0] === at[0] && place[1] === at[1];
		})
	);
	return {
		stretch: found.map((i) => stretches[i]),
		isForward: found.map((i) => (cut.directions[i] & 1) === 0),
		isOuter
	};
}

interface Marking {
	readonly roads: Roads;
	readonly own: RealResult;
	readonly other: RealResult;
	readonly cuts: OwnCut;
	readonly system: SystemRoads;
	readonly isFarther: boolean;
	readonly caught: readonly CaughtLeak[];
	readonly isLast: boolean;
}

function markCaught({ roads, own, other, cuts, system, isFarther, caught, isLast }: Marking): void {
	const network = networkOf(system);
	const shut = sideNodes(own, system, cuts, !isFarther);
	const pieceOf = isFarther ? system.pieceOfInner : system.pieceOfOuter;
	const open = new Uint8Array(2 * system.posts.length);
	for (let p = 0; p < system.posts.length; p++) {
		if (system.posts[p].length > 0) continue;
		if (!shut[system.to[p]]) open[2 * p] = 1;
		if (!shut[system.from[p]]) open[2 * p + 1] = 1;
	}
	const start = isFarther ? OUTSIDE : INSIDE;
	const seen = reach(network, open, [start], isFarther);
	const ways = isFarther && isLast ? new SystemWays(roads, system) : null;
	let drawn = 0;
	for (const [i, leak] of caught.entries()) {
		const direction = (pieceOf[cuts.stretch[i]] << 1) | (cuts.isForward[i] ? 0 : 1);
		const node = isFarther ? headOf(network, direction) : tailOf(network, direction);
		if (!seen[node]) leak.caughtBy.push(other.verdict.ring);
		else if (isFarther) leak.missedBy.push(other.verdict.ring);
		if (!ways || !seen[node] || drawn++ >= MOST_WAYS) continue;
		const way = ways.out(node, [], shut);
		if (way) Object.assign(leak, { route: way.route, lengthM: way.lengthM });
	}
}

/** 1 for the nodes of the system that lie on one side of a ring's cut: the outer, or else the inner. */
function sideNodes(own: RealResult, system: SystemRoads, cuts: OwnCut, isOuterSide: boolean): Uint8Array {
	const side = new Uint8Array(system.nodeCount);
	const isOnSide = (place: number): boolean => (cuts.isOuter[place] === 1) === isOuterSide;
	const pieceOf = isOuterSide ? system.pieceOfOuter : system.pieceOfInner;
	own.ground.stretches.forEach(({ from, to }, s) => {
		const piece = pieceOf[s];
		if (piece < 0) return;
		if (isOnSide(from)) side[system.from[piece]] = 1;
		if (isOnSide(to)) side[system.to[piece]] = 1;
	});
	side[isOuterSide ? OUTSIDE : INSIDE] = 1;
	return side;
}

function networkOf({ nodeCount, from, to }: SystemRoads): Network {
	const edgeFrom = Uint32Array.from(from);
	const edgeTo = Uint32Array.from(to);
	return { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) };
}
