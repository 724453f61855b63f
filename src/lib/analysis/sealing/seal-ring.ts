import type { Crossing, Leak, RingVerdict } from '../../domain/findings/sealing.ts';
import type { ControlRing } from '../../domain/items.ts';
import { lngLatAt } from '../../network/edge-line.ts';
import { EDGE, ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { LawfulView } from '../../network/travel-mode.ts';
import { Clockwise } from './clockwise.ts';
import { gatherClosures, isSameSet, type Closure, type Closures } from './closures.ts';
import { crossingState, openCrossings } from './crossing-states.ts';
import { ringCut, type RingCut } from './ring-cut.ts';
import { keyOfStretch, type RingGround } from './ring-ground.ts';
import { ringLeaks } from './ring-leaks.ts';
import { ringNetwork, type RingNetwork } from './ring-network.ts';
import { ringNumbers, type RingNumbers, type SteadyNumbers } from './steady-numbers.ts';

/** One ring, answered. */
export interface RingResult {
	readonly verdict: RingVerdict;
	readonly crossings: Crossing[];
	readonly leaks: Leak[];
	readonly ground: RingGround | null;
	readonly net: RingNetwork | null;
	readonly closures: Closures;
	readonly lawful: LawfulView;
	/** What the ring would be with no checkpoint at all. */
	readonly bare: BareRing | null;
}

/** What does not depend on checkpoints. */
export interface BareRing {
	readonly minimumCut: number;
	readonly isOpen: Uint8Array;
	readonly clockwise: Clockwise;
	/** Stretches that are crossings and still there, clockwise from north. */
	readonly crossings: readonly number[];
	readonly removed: ReadonlySet<number>;
	readonly lawful: LawfulView;
}

/**
 * Answers one ring: its crossings with their states, its leaks with their ways out, its verdict.
 *
 * `ground` is null where the ring has no inside; it is then sealed and empty.  `before` may be the last result for the same ground: what
 * cannot have changed is taken from it, and the whole result where no closed road that matters changed. Of
 * earlier shapes of the ring `numbers` keeps which crossing and which leak has which number.
 */
export function sealRing(
	roads: Roads,
	ring: ControlRing,
	ground: RingGround | null,
	closures: Closures,
	lawful: LawfulView,
	before: RingResult | null = null,
	numbers: RingNumbers = ringNumbers()
): RingResult {
	if (!ground) return emptyResult(ring, closures, lawful);
	if (before && isStillTrue(before, closures, lawful)) return before;
	const open =
		before?.bare && isBareOf(before.bare, closures, lawful)
			? null
			: openRing(roads, ground, closures, lawful);
	const bare = open?.bare ?? (before?.bare as BareRing);
	// where no checkpoint matters, the ring is as it is with none at all
	const isBare = open !== null && isUntouched(ground, open.net, closures);
	const net = isBare ? open.net : ringNetwork(roads, ground, closures, lawful);
	const cut = isBare ? open.cut : ringCut(net, ground);
	const leaks = ringLeaks(roads, ground, net, cut, bare.clockwise, lawful === 'in', numbers.leaks);
	const crossings = ringCrossings(roads, ground, net, bare, numbers.crossings);

	const tally = { held: 0, covered: 0, pocket: 0, open: 0 };
	for (const { state } of crossings) tally[state]++;
	return {
		verdict: {
			ring: ring.id,
			name: ring.properties.name ?? null,
			level: ring.properties.level,
			crossings: crossings.length,
			held: tally.held,
			covered: tally.covered,
			pockets: tally.pocket,
			open: tally.open,
			leaks: cut.count,
			sealed: cut.count === 0,
			minimumCut: bare.minimumCut
		},
		crossings,
		leaks,
		ground,
		net,
		closures,
		lawful,
		bare
	};
}

function isBareOf(bare: BareRing, closures: Closures, lawful: LawfulView): boolean {
	return bare.lawful === lawful && isSameSet(bare.removed, closures.removed);
}

/** The ring with no checkpoint at all. */
function openRing(
	roads: Roads,
	ground: RingGround,
	{ removed }: Closures,
	lawful: LawfulView
): { bare: BareRing; net: RingNetwork; cut: RingCut } {
	const net = ringNetwork(roads, ground, gatherClosures([], removed), lawful);
	const cut = ringCut(net, ground);
	const clockwise = new Clockwise(ground.line);
	const bare = {
		minimumCut: cut.count,
		isOpen: openCrossings(net, ground),
		clockwise,
		crossings: crossingsInOrder(roads, ground, removed, clockwise),
		removed,
		lawful
	};
	return { bare, net, cut };
}

/** Whether `closures` close no road that `net`, made with no checkpoint, was made from. */
function isUntouched(ground: RingGround, net: RingNetwork, closures: Closures): boolean {
	for (const edge of closures.byEdge.keys()) {
		if (ground.stretchesOfEdge.has(edge) || net.outside.consulted.has(edge)) return false;
	}
	return true;
}

function crossingsInOrder(
	roads: Roads,
	ground: RingGround,
	removed: ReadonlySet<number>,
	clockwise: Clockwise
): number[] {
	const found: { s: number; edge: number; roundM: number }[] = [];
	for (let s = 0; s < ground.stretches.length; s++) {
		const { edge, isCrossing, at } = ground.stretches[s];
		if (!isCrossing || removed.has(edge)) continue;
		found.push({ s, edge, roundM: clockwise.roundM(lngLatAt(roads.graph, edge, at)) });
	}
	found.sort((a, b) => a.roundM - b.roundM || a.edge - b.edge || a.s - b.s);
	return found.map(({ s }) => s);
}

function ringCrossings(
	roads: Roads,
	ground: RingGround,
	net: RingNetwork,
	bare: BareRing,
	numbers: SteadyNumbers
): Crossing[] {
	const { graph } = roads;
	const numberOf = numbers.number(bare.crossings.map((s) => keyOfStretch(ground, s)));
	const isOpen = openCrossings(net, ground);
	return bare.crossings.map((s, i) => {
		const { edge, at } = ground.stretches[s];
		return {
			ring: ground.ring.id,
			number: numberOf[i],
			at: lngLatAt(graph, edge, at),
			edge,
			road: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[edge]],
			bridge: (graph.edgeFlags[edge] & EDGE.BRIDGE) !== 0,
			tunnel: (graph.edgeFlags[edge] & EDGE.TUNNEL) !== 0,
			state: crossingState(net.holder[s], isOpen[s] === 1, bare.isOpen[s] === 1),
			checkpoint: net.holder[s]
		};
	});
}

function emptyResult(ring: ControlRing, closures: Closures, lawful: LawfulView): RingResult {
	return {
		verdict: {
			ring: ring.id,
			name: ring.properties.name ?? null,
			level: ring.properties.level,
			crossings: 0,
			held: 0,
			covered: 0,
			pockets: 0,
			open: 0,
			leaks: 0,
			sealed: true,
			minimumCut: 0
		},
		crossings: [],
		leaks: [],
		ground: null,
		net: null,
		closures,
		lawful,
		bare: null
	};
}

/** Whether no road that matters to `before` has been closed, opened, or changed hands since. */
function isStillTrue(before: RingResult, closures: Closures, lawful: LawfulView): boolean {
	const { ground, net } = before;
	if (!ground || !net || before.lawful !== lawful) return false;
	if (before.closures === closures) return true;
	if (!isSameSet(before.closures.removed, closures.removed)) return false;
	const was = before.closures.byEdge;
	const is = closures.byEdge;
	const matters = (edge: number) => ground.stretchesOfEdge.has(edge) || net.outside.consulted.has(edge);
	for (const [edge, list] of was) if (!isSameClosing(list, is.get(edge)) && matters(edge)) return false;
	for (const edge of is.keys()) if (!was.has(edge) && matters(edge)) return false;
	return true;
}

function isSameClosing(a: readonly Closure[] | undefined, b: readonly Closure[] | undefined): boolean {
	if (a === b) return true;
	if (!a || !b || a.length !== b.length) return false;
	return a.every(({ checkpoint, control: { x, y } }, i) => {
		return b[i].checkpoint === checkpoint && b[i].control.x === x && b[i].control.y === y;
	});
}
