import type { EscapeRoute, RingEscape } from '../../domain/findings/escape.ts';
import type { ControlRing } from '../../domain/items.ts';
import { lengthBetweenM } from '../../network/edge-line.ts';
import { lexicographicPaths } from '../../network/lexicographic-paths.ts';
import { maxFlow } from '../../network/max-flow.ts';
import { wayTo } from '../../network/shortest-paths.ts';
import type { Closures } from '../sealing/closures.ts';
import { INSIDE, OUTSIDE, ringNetwork } from '../sealing/ring-network.ts';
import type { SealMemory } from '../sealing/seal-memory.ts';
import { describeRoute } from './describe-route.ts';
import { escapeNetwork } from './escape-network.ts';
import { lengthUnits, seenUnits } from './exposure-units.ts';
import { heldBetweenM } from './held-parts.ts';
import { durationS } from './pace.ts';
import type { RoadMemory } from './road-memory.ts';
import type { RoadWatch } from './watch-roads.ts';

/** By what rules one gets out of a ring. */
export interface RingEscapeOptions {
	readonly closures: Closures;
	/** Cars keep to one-way signs; otherwise these hold no one back. */
	readonly lawful: boolean;
	/** Outside begins so far beyond the ring. */
	readonly bandM?: number | undefined;
}

const INSIDE_M = 25;
const BAND_M = 120;
/** Stretches weighed between two steps. */
const STRETCHES_A_STEP = 512;

/**
 * How one gets out of `ring` by car without meeting a checkpoint: from any road deeper than 25 m within it
 * to any road more than the band beyond it that leads on, as sealing has them. The way least seen, the
 * shortest, and how many ways without a common road nobody sees (a maximum flow over unseen stretches,
 * Menger 1927). Lengths and metres seen are those between inside and outside.
 */
export function* ringEscape(
	memory: RoadMemory,
	sealing: SealMemory,
	watch: RoadWatch,
	ring: ControlRing,
	{ closures, lawful, bandM = BAND_M }: RingEscapeOptions
): Generator<void, RingEscape> {
	const { roads } = memory;
	const { name, level } = ring.properties;
	const answer = { ring: ring.id, name: name ?? null, level };
	const { ground } = sealing.ring(ring, 'drive', { insideM: INSIDE_M, outsideM: bandM });
	yield;
	if (!ground) return { ...answer, leastExposed: null, shortest: null, unseenWays: 0 };
	const net = ringNetwork(roads, ground, closures, lawful ? 'out' : 'no');
	const { network, pieces, open } = escapeNetwork(roads, ground, net, closures, lawful);
	yield;

	const seen = new Float64Array(pieces.length);
	const length = new Float64Array(pieces.length);
	const unseen = new Float64Array(open.length);
	for (const [e, { edge, from, to }] of pieces.entries()) {
		if (e % STRETCHES_A_STEP === STRETCHES_A_STEP - 1) yield;
		seen[e] = seenUnits(heldBetweenM(roads.graph, watch.held, edge, from, to));
		length[e] = lengthUnits(lengthBetweenM(roads.graph, edge, from, to));
		unseen[2 * e] = seen[e] === 0 ? open[2 * e] : 0;
		unseen[2 * e + 1] = seen[e] === 0 ? open[2 * e + 1] : 0;
	}
	const start = [{ node: INSIDE, first: 0, second: 0 }];
	const bestBy = function* (first: Float64Array, second: Float64Array): Generator<void, EscapeRoute | null> {
		const paths = yield* lexicographicPaths(network, { first, second, open }, start);
		const way = wayTo(network, paths, OUTSIDE);
		if (!way) return null;
		const route = way.map((direction) => {
			const { edge, from, to } = pieces[direction >>> 1];
			return direction & 1 ? { edge, from: to, to: from } : { edge, from, to };
		});
		return describeRoute(roads.graph, watch, {
			pieces: route,
			durationS: durationS(memory.travel, route),
			checkpoints: []
		});
	};
	return {
		...answer,
		leastExposed: yield* bestBy(seen, length),
		shortest: yield* bestBy(length, seen),
		unseenWays: maxFlow(network, unseen, INSIDE, OUTSIDE).value
	};
}
