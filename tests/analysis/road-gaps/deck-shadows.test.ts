import { describe, expect, test } from 'vitest';
import { deckShadows } from '../../../src/lib/analysis/road-gaps/deck-shadows.ts';
import { deckWidthM } from '../../../src/lib/analysis/road-gaps/deck-width.ts';
import { unseenRoads } from '../../../src/lib/analysis/road-gaps/unseen-roads.ts';
import { lengthBetweenM, lngLatAt } from '../../../src/lib/network/edge-line.ts';
import { EDGE, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { boxRing } from '../../support/road-watch.ts';
import { seeded } from '../../support/random.ts';
import { spotOf, town, type Spot, type TownRoad } from '../../support/towns.ts';

const BRIDGE: TownRoad = { name: 'bridge', line: ['w', 'e'], bridge: true, class: 'primary' };
const NODES: Record<string, Spot> = {
	w: [-100, 0],
	e: [100, 0],
	s: [0, -100],
	n: [0, 100],
	sw: [-50, -50],
	ne: [50, 50],
	far: [200, 0],
	end: [0, -40]
};
/** A primary road both ways. */
const DECK_M = 16;

/** Metres under decks by name of road. */
function hiddenM(graph: RoadGraph): Record<string, number> {
	const hidden: Record<string, number> = {};
	for (const [edge, parts] of deckShadows(prepareRoads(graph))) {
		for (let k = 0; k < parts.length; k += 2) {
			const name = graph.names[graph.edgeName[edge]];
			hidden[name] = (hidden[name] ?? 0) + lengthBetweenM(graph, edge, parts[k], parts[k + 1]);
		}
	}
	return hidden;
}

describe('deckShadows', () => {
	test.each<[string, TownRoad, Record<string, number>]>([
		[
			'a road straight below is hidden over the width of the deck',
			{ name: 'below', line: ['s', 'n'] },
			{ below: DECK_M }
		],
		['one aslant over more', { name: 'aslant', line: ['sw', 'ne'] }, { aslant: DECK_M * Math.SQRT2 }],
		[
			'one on the same layer that crosses it and is no bridge is below',
			{ name: 'below', line: ['s', 'n'], layer: 1 },
			{ below: DECK_M }
		],
		[
			'of two bridges the lower is hidden',
			{ name: 'above', line: ['s', 'n'], bridge: true, layer: 2 },
			{ bridge: 9 }
		],
		['of two on one layer neither', { name: 'other', line: ['s', 'n'], bridge: true, class: 'primary' }, {}],
		['the road on beyond the bridge is not', { name: 'approach', line: ['e', 'far'] }, {}],
		['a ramp that turns back from its end is not', { name: 'ramp', line: ['e', [60, -5], 'end'] }, {}],
		[
			'a road that turns back from its end and passes below farther on is there',
			{ name: 'ramp', line: ['e', [110, -30], [0, -30], 'n'] },
			{ ramp: DECK_M }
		]
	])('%s', (_, road, expected) => {
		const found = hiddenM(town({ nodes: NODES, roads: [BRIDGE, road] }));
		expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
		for (const [name, metres] of Object.entries(expected)) expect(found[name]).toBeCloseTo(metres, 1);
	});

	test('a camera sees the road on the bridge, and that below it only beside the deck', () => {
		const graph = town({ nodes: NODES, roads: [BRIDGE, { name: 'below', line: ['s', 'n'] }] });
		const ring = boxRing([-200, -200, 200, 200]);
		const all = { ringStart: Uint32Array.of(0, 4), coords: ring };
		const seen = unseenRoads(prepareRoads(graph), all);
		expect(seen.stretches.map(({ road }) => road)).toEqual(['below']);
		expect(seen.summary.unseenM).toBeCloseTo(DECK_M, 1);
		expect(unseenRoads(prepareRoads(graph), all, null, { patrolled: all }).summary.unseenM).toBe(0);
	});

	test('agrees with looking every 20 cm on bridges with bends', () => {
		const random = seeded(3);
		const spot = (): Spot => [Math.round(random() * 200 - 100), Math.round(random() * 200 - 100)];
		let met = 0;
		for (let round = 0; round < 60; round++) {
			const [a, b, c, p, q] = [spot(), spot(), spot(), spot(), spot()];
			const graph = town({
				nodes: { a, b, c, p, q },
				roads: [
					{ name: 'bridge', line: ['a', b, 'c'], bridge: true, class: 'tertiary' },
					{ name: 'below', line: ['p', 'q'] }
				]
			});
			const halfM = deckWidthM(graph, 0) / 2;
			const lengthM = Math.hypot(q[0] - p[0], q[1] - p[1]);
			const steps = Math.max(1, Math.round(lengthM * 5));
			let sampled = 0;
			for (let k = 0; k < steps; k++) {
				const t = (k + 0.5) / steps;
				const at: Spot = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
				const isUnder = isInStrip(at, a, b, halfM) || isInStrip(at, b, c, halfM) || awayM(at, b) <= halfM;
				if (isUnder) sampled += lengthM / steps;
			}
			if (sampled > 0) met++;
			expect(Math.abs((hiddenM(graph).below ?? 0) - sampled)).toBeLessThan(1.3);
		}
		expect(met).toBeGreaterThan(20);
	});

	test.each([
		['the demo city', demoRoads],
		['Gothenburg', gothenburg]
	])('%s: what is hidden is lower than some bridge within reach, and little of the whole', (_, read) => {
		const graph = read();
		if (!graph) return;
		const shadows = deckShadows(prepareRoads(graph));
		const bridges = [...graph.edgeFlags.keys()].filter((e) => graph.edgeFlags[e] & EDGE.BRIDGE);
		let hidden = 0;
		for (const [edge, parts] of shadows) {
			for (let k = 0; k < parts.length; k += 2) {
				hidden += lengthBetweenM(graph, edge, parts[k], parts[k + 1]);
				const middle = spotOf(lngLatAt(graph, edge, (parts[k] + parts[k + 1]) / 2));
				const over = bridges.some(
					(bridge) =>
						bridge !== edge &&
						graph.edgeLayer[bridge] >= graph.edgeLayer[edge] &&
						isNear(graph, bridge, middle)
				);
				expect(over).toBe(true);
			}
		}
		const whole = graph.edgeLengthM.reduce((sum, metres) => sum + metres, 0);
		expect(hidden).toBeGreaterThan(100);
		expect(hidden / whole).toBeLessThan(0.01);
	});
});

const awayM = (p: Spot, q: Spot): number => Math.hypot(p[0] - q[0], p[1] - q[1]);

function isInStrip(at: Spot, a: Spot, b: Spot, halfM: number): boolean {
	const lengthM = awayM(a, b);
	const [ux, uy] = [(b[0] - a[0]) / lengthM, (b[1] - a[1]) / lengthM];
	const along = (at[0] - a[0]) * ux + (at[1] - a[1]) * uy;
	const across = (at[1] - a[1]) * ux - (at[0] - a[0]) * uy;
	return along >= 0 && along <= lengthM && Math.abs(across) <= halfM;
}

function isNear(graph: RoadGraph, edge: number, [x, y]: Spot): boolean {
	for (let i = graph.shapeStart[edge]; i + 1 < graph.shapeStart[edge + 1]; i++) {
		const [ax, ay] = spotOf([graph.shapeLng[i] / 1e7, graph.shapeLat[i] / 1e7]);
		const [bx, by] = spotOf([graph.shapeLng[i + 1] / 1e7, graph.shapeLat[i + 1] / 1e7]);
		const lengthSq = (bx - ax) ** 2 + (by - ay) ** 2;
		const t =
			lengthSq === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSq));
		if (Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y) < 15) return true;
	}
	return false;
}
