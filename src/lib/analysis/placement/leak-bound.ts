import { maxFlow } from '../../network/max-flow.ts';
import type { Closure, Closures } from '../sealing/closures.ts';
import { INSIDE, OUTSIDE, ringNetwork, type RingNetwork } from '../sealing/ring-network.ts';
import type { Draft } from '../sealing/suggestions.ts';
import type { LeakScene } from './leak-scene.ts';

/**
 * How many leaks posts can close at most.
 *
 * Ways out that share no road are as many as there are leaks (Menger 1927). A post stops no more of them than
 * can use its roads: one for each road, but for roads that meet where all that is open is closed with them only one for
 * two, since a way in needs a way out. Ground outside may turn into a pocket when roads are closed; only ways
 * to ground that stays outside with every road about the rings closed are sure to count on.
 */
export class LeakBound {
	private readonly nets: RingNetwork[] = [];
	/** Leaks whose ways may end in what becomes a pocket: one post may close any of them. */
	private soft = 0;

	constructor(private readonly scene: LeakScene) {
		const { roads, closures, grounds } = scene;
		const shut = everyStretchShut(scene);
		for (const ground of grounds) {
			const net = ringNetwork(roads, ground, closures, 'no');
			const holder = ground.stretches.map(() => ground.ring.id);
			const firm = ringNetwork(roads, ground, closures, 'no', { holder, closures: shut });
			this.soft += flowOf(net) - flowOf(firm);
			this.nets.push(net);
		}
	}

	/** Leaks that a post by itself can close at most, of those it finds `left`. */
	alone(most: number, left: number): number {
		return Math.min(left, this.soft + most);
	}

	/** Leaks whose ways a post can stop at most with its own roads, stretches of the rings, whatever else is closed. */
	most({ controls }: Draft): number {
		const edges = new Set(controls.map(({ edge }) => edge));
		let most = 0;
		this.scene.grounds.forEach((ground, g) => {
			const { network, open, edgeOf } = this.nets[g];
			const closed = new Set<number>();
			for (const edge of edges) {
				const range = ground.stretchesOfEdge.get(edge);
				if (!range) continue;
				for (let s = range[0]; s < range[1]; s++) if (edgeOf[s] >= 0) closed.add(edgeOf[s]);
			}
			const paired = new Set<number>();
			for (const e of closed) {
				for (const node of [network.edgeFrom[e], network.edgeTo[e]]) {
					if (node === INSIDE || node === OUTSIDE) continue;
					let isShut = true;
					for (let i = network.adjacentStart[node]; i < network.adjacentStart[node + 1]; i++) {
						const direction = network.adjacent[i];
						if (open[direction] || open[direction ^ 1]) isShut &&= closed.has(direction >>> 1);
					}
					if (isShut) paired.add(e);
				}
			}
			most += closed.size - paired.size + Math.floor(paired.size / 2);
		});
		return most;
	}

	/** The most leaks that `count` posts close, each of which stops at most what `most` says. */
	ofMany(most: readonly number[], count: number, leaks: number): number {
		const largest = [...most].sort((a, b) => b - a).slice(0, count);
		return Math.min(leaks, this.soft + largest.reduce((a, b) => a + b, 0));
	}
}

/** What is closed, and every road about any of the rings. */
function everyStretchShut({ closures, grounds }: LeakScene): Closures {
	const byEdge = new Map<number, readonly Closure[]>(closures.byEdge);
	for (const { stretchesOfEdge } of grounds) {
		for (const edge of stretchesOfEdge.keys()) if (!byEdge.has(edge)) byEdge.set(edge, []);
	}
	return { byEdge, removed: closures.removed };
}

function flowOf({ network, open }: RingNetwork): number {
	return maxFlow(network, Float64Array.from(open), INSIDE, OUTSIDE).value;
}
