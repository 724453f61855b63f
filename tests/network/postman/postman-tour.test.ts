import { describe, expect, test } from 'vitest';
import { headOf, tailOf } from '../../../src/lib/network/network.ts';
import { eulerCircuit } from '../../../src/lib/network/postman/euler-circuit.ts';
import { postmanTour, type PostmanTour } from '../../../src/lib/network/postman/postman-tour.ts';
import { WayTable } from '../../../src/lib/network/postman/way-table.ts';
import { cheapestPairing } from '../../support/cheapest-pairing.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { finished, randomWeb, streetWeb, type StreetWeb } from '../../support/street-web.ts';

function tourOf(web: StreetWeb, streets: readonly number[]): PostmanTour {
	const tour = finished(postmanTour(new WayTable(web.network, web.lengthM), streets));
	const { directions, isDeadhead } = tour;
	const driven = new Set<number>();
	let cost = 0;
	let served = 0;
	directions.forEach((direction, i) => {
		const next = directions[(i + 1) % directions.length];
		expect(tailOf(web.network, next)).toBe(headOf(web.network, direction));
		cost += web.lengthM[direction >> 1];
		if (!isDeadhead[i]) {
			expect(driven.has(direction >> 1)).toBe(false);
			served += web.lengthM[direction >> 1];
		}
		driven.add(direction >> 1);
	});
	for (const street of streets) expect(driven.has(street)).toBe(true);
	expect(served).toBeCloseTo(tour.streetCost, 6);
	expect(cost).toBeCloseTo(tour.cost, 6);
	expect(tour.bound).toBeLessThanOrEqual(tour.cost);
	return tour;
}

/** Lengths of the shortest ways between all nodes (Floyd 1962, Warshall 1962). */
function allWays({ network, lengthM }: StreetWeb): number[][] {
	const n = network.nodeCount;
	const far = Array.from({ length: n }, (_, i) =>
		Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity))
	);
	lengthM.forEach((length, e) => {
		const [a, b] = [network.edgeFrom[e], network.edgeTo[e]];
		far[a][b] = far[b][a] = Math.min(far[a][b], length);
	});
	for (let k = 0; k < n; k++) {
		for (let i = 0; i < n; i++) {
			for (let j = 0; j < n; j++) far[i][j] = Math.min(far[i][j], far[i][k] + far[k][j]);
		}
	}
	return far;
}

/** Length of the shortest closed walk over all edges, every pairing of the odd nodes tried. */
function shortestTour(web: StreetWeb): number {
	const far = allWays(web);
	const degree = new Int32Array(web.network.nodeCount);
	let sum = 0;
	web.lengthM.forEach((length, e) => {
		degree[web.network.edgeFrom[e]]++;
		degree[web.network.edgeTo[e]]++;
		sum += length;
	});
	const odd = [...degree.keys()].filter((v) => degree[v] % 2 === 1);
	const cost = odd.flatMap((a) => odd.map((b) => far[a][b]));
	return sum + (odd.length === 0 ? 0 : cheapestPairing(odd.length, cost));
}

describe('a tour of all streets', () => {
	test('drives a square round, and a star out and back', () => {
		const square = streetWeb([
			[0, 1, 100],
			[1, 2, 100],
			[2, 3, 100],
			[3, 0, 100]
		]);
		expect(tourOf(square, [0, 1, 2, 3])).toMatchObject({ cost: 400, streetCost: 400, bound: 400 });
		const star = streetWeb([
			[0, 1, 100],
			[0, 2, 30],
			[0, 3, 7]
		]);
		expect(tourOf(star, [0, 1, 2])).toMatchObject({ cost: 274, streetCost: 137, bound: 274 });
	});

	test('is as short as the best of all pairings makes it', () => {
		const random = seeded(11);
		let withOdd = 0;
		for (let run = 0; run < 150; run++) {
			const web = randomWeb(2 + Math.floor(random() * 10), Math.floor(random() * 8), random);
			const tour = tourOf(web, shuffled([...web.lengthM.keys()], random));
			expect(tour.cost).toBe(shortestTour(web));
			expect(tour.bound).toBe(tour.cost);
			if (tour.cost > tour.streetCost) withOdd++;
		}
		expect(withOdd).toBeGreaterThan(100);
	});

	test('takes streets that are not wanted as ways to get on', () => {
		// the bottom of the square is not wanted, but shorter than driving back
		const web = streetWeb([
			[0, 1, 100],
			[1, 2, 100],
			[2, 3, 100],
			[3, 0, 40]
		]);
		expect(tourOf(web, [0, 1, 2])).toMatchObject({ cost: 340, streetCost: 300, bound: 340 });
	});

	test('links streets that lie apart, and says what it could be at best', () => {
		const web = streetWeb([
			[0, 1, 100],
			[1, 2, 50],
			[2, 3, 100],
			[0, 3, 500]
		]);
		const tour = tourOf(web, [0, 2]);
		expect(tour).toMatchObject({ cost: 500, streetCost: 200, bound: 400 });
		const random = seeded(12);
		let apart = 0;
		for (let run = 0; run < 100; run++) {
			const town = randomWeb(14, 8, random);
			const streets = [...town.lengthM.keys()].filter(() => random() < 0.4);
			const some = tourOf(town, streets);
			if (some.bound < some.cost) apart++;
			expect(some.cost).toBeLessThanOrEqual(2 * shortestTour(town));
		}
		expect(apart).toBeGreaterThan(10);
	});

	test('is empty where nothing is wanted, and refuses what cannot be reached', () => {
		expect(tourOf(streetWeb([[0, 1, 5]]), [])).toMatchObject({ cost: 0, bound: 0 });
		const islands = streetWeb([
			[0, 1, 5],
			[2, 3, 5]
		]);
		expect(() => tourOf(islands, [0, 1])).toThrow('no way leads to the streets at node');
		expect(() => tourOf(islands, [0, 0])).toThrow('street 0 is wanted twice');
	});
});

describe('eulerCircuit', () => {
	test('does not turn back while another street is left', () => {
		const eight = streetWeb([
			[0, 1, 1],
			[1, 0, 1],
			[0, 2, 1],
			[2, 0, 1]
		]);
		const circuit = eulerCircuit(eight.network, [1, 1, 1, 1], 0);
		circuit.forEach((direction, i) => expect(direction >> 1).not.toBe(circuit[(i + 1) % 4] >> 1));
	});

	test('refuses odd nodes and parts that lie apart', () => {
		const { network } = streetWeb([
			[0, 1, 1],
			[2, 3, 1]
		]);
		expect(() => eulerCircuit(network, [1, 0], 0)).toThrow('node 0 has 1 edges, wanted an even number');
		expect(() => eulerCircuit(network, [2, 2], 0)).toThrow('2 of 4 edges hang together with node 0');
	});
});
