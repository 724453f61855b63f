import type { RingOfSystem, RingSystem, SystemDepth } from '../../domain/findings/ring-system.ts';
import type { Item } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import { NO_PACE, type Pace } from '../pace.ts';
import { bridgeLosses, namedGraph } from './bridge-losses.ts';
import { caughtLeaks } from './caught-leaks.ts';
import { fewestMet } from './fewest-met.ts';
import { pocketExits } from './pocket-exits.ts';
import { postGraph } from './post-graph.ts';
import { postLosses, type NamedGraph } from './post-losses.ts';
import {
	ringResults,
	ringsAbout,
	systemSpans,
	type RingResults,
	type RingSystemOptions,
	type SystemSpan
} from './ring-results.ts';
import { INSIDE, isReal, systemRoads, type SystemRoads } from './system-roads.ts';
import { SystemWays } from './system-way.ts';

/**
 * The rings of a plan as one system: how they nest, how many checkpoints any way out meets and by which
 * way fewest, what each ring catches of the others' leaks, and whose loss opens what. One-way signs hold
 * no one back.
 */
export async function ringSystem(
	roads: Roads,
	items: Iterable<Item>,
	options: RingSystemOptions = {},
	pace: Pace = NO_PACE
): Promise<RingSystem> {
	const known = ringResults(roads, items, options);
	await pace.breathe();
	const spans = systemSpans(known.results);
	const systems = spans.map(({ inner, outer }) => systemRoads(roads, inner, outer, known.closures));
	const cores: NamedGraph[] = systems.map((system) => ({
		graph: postGraph(system),
		checkpoints: system.checkpoints
	}));
	await pace.breathe();
	const depth = systemDepth(roads, spans, systems, cores);
	await pace.breathe();
	const { leaks, catches } = await caughtLeaks(roads, known, pace);
	const sealed = known.results.filter(isReal).filter(({ verdict }) => verdict.sealed);
	const rings = sealed.map((result) => ({
		ring: result.verdict.ring,
		...namedGraph(roads, result, result, known.closures)
	}));
	await pace.breathe();
	const { losses, pairs } = postLosses(rings, cores);
	const bridges = await bridgeLosses(roads, known, spans, rings, cores, pace);
	return {
		rings: nesting(known),
		depth,
		leaks,
		catches,
		losses,
		pairs,
		bridges,
		onDuty: known.onDuty
	};
}

function systemDepth(
	roads: Roads,
	spans: readonly SystemSpan[],
	systems: readonly SystemRoads[],
	cores: readonly NamedGraph[]
): SystemDepth | null {
	let weakest: { i: number; count: number; passed: readonly number[] } | null = null;
	for (const [i, { graph }] of cores.entries()) {
		const found = fewestMet(graph);
		if (found && (!weakest || found.count < weakest.count)) weakest = { i, ...found };
	}
	if (!weakest) return null;
	const { i, count, passed } = weakest;
	const { graph, checkpoints } = cores[i];
	const past = [...new Set(passed.flatMap((direction) => graph.posts[direction >>> 1]))];
	const exits = pocketExits(systems[i]).filter(({ posts }) => posts.every((post) => past.includes(post)));
	const way = new SystemWays(roads, systems[i], exits).out(INSIDE, past);
	return {
		core: spans[i].inner.verdict.ring,
		outermost: spans[i].outer.verdict.ring,
		count,
		met: past.map((post) => checkpoints[post]),
		route: way?.route ?? [],
		lengthM: way?.lengthM ?? 0,
		roads: way?.roads ?? []
	};
}

function nesting({ results }: RingResults): RingOfSystem[] {
	const real = results.filter(isReal);
	return results.map((result) => {
		const { ring, name, level, leaks, sealed } = result.verdict;
		const about = isReal(result) ? ringsAbout(result, real) : [];
		const farther = results.filter(({ verdict }) => verdict.level > level).map(({ verdict }) => verdict.ring);
		const holding = about.map(({ verdict }) => verdict.ring);
		return {
			ring,
			name,
			level,
			within: holding[0] ?? null,
			notWithin: farther.filter((other) => !holding.includes(other)),
			leaks,
			sealed
		};
	});
}
