import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import type { Box } from './road-watch.ts';
import { town, type Spot } from './towns.ts';

/** A small town of straight streets between random junctions, some of them one-way. */
export function anyTown(random: () => number, junctions = 6, streets = 9): RoadGraph {
	const names = Array.from({ length: junctions }, (_, i) => `n${i}`);
	const nodes: Record<string, Spot> = {};
	for (const name of names)
		nodes[name] = [Math.round(random() * 400 - 200), Math.round(random() * 400 - 200)];
	const pick = (): string => names[Math.floor(random() * names.length)];
	const roads = Array.from({ length: streets }, (_, i) => {
		const from = pick();
		let to = pick();
		while (to === from) to = pick();
		return { name: `s${i}`, line: [from, to], ...(random() < 0.3 && { oneway: 1 as const }) };
	});
	return town({ nodes, roads });
}

/** Boxes of ground that cameras see, `count` of them about the middle. */
export function anyBoxes(random: () => number, count: number): Box[] {
	return Array.from({ length: count }, (): Box => {
		const [x, y] = [Math.floor(random() * 360 - 200), Math.floor(random() * 360 - 200)];
		return [x, y, x + 10 + Math.floor(random() * 80), y + 10 + Math.floor(random() * 80)];
	});
}
