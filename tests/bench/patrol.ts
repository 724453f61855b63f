import { existsSync, readFileSync } from 'node:fs';
import { answerTeams } from '../../src/lib/analysis/patrol/answer-teams.ts';
import { answerTour } from '../../src/lib/analysis/patrol/answer-tour.ts';
import { answerZones } from '../../src/lib/analysis/patrol/answer-zones.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { seededStream } from '../../src/lib/network/seeded-stream.ts';
import { travelNetwork } from '../../src/lib/network/travel/travel-network.ts';

const DEMO = 'tiles/astana/roads.bin';
const SIZES_KM = [1, 2, 4];

/** Prints tours, rounds of teams and balanced zones of squares of the demo city, with what is left to the bound. */
export async function benchPatrol(): Promise<void> {
	if (!existsSync(DEMO)) {
		process.stdout.write(`(no ${DEMO}: build the demo pack first)\n`);
		return;
	}
	const bytes = readFileSync(DEMO);
	const roads = prepareRoads(
		decodeRoadGraph(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
	);
	const travel = travelNetwork(roads);
	process.stdout.write(
		'| square | streets | tour km | over bound | ms | longest step ms | 3 teams, min | over bound | ms | 6 zones off by | ms |\n'
	);
	process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n');
	for (const km of SIZES_KM) {
		const items = [square(km)];
		const ask = { grounds: [items[0].id], speedKmh: 25, withService: false };
		const [tour, tourMs, longestMs] = timed(answerTour(roads, items, ask));
		const [teams, teamsMs] = timed(answerTeams(roads, items, { ...ask, teams: 3 }, seededStream(1)));
		const work = { speedKmh: 25, siteS: 0, cameraS: 0, areaSPerKm2: 0, withService: false };
		const [zones, zonesMs] = timed(
			answerZones(roads, travel, items, { grounds: ask.grounds, zones: 6, work, locked: [] }, seededStream(1))
		);
		const row = [
			`${km} km`,
			tour.streets,
			(tour.lengthM / 1000).toFixed(1),
			percent(tour.lengthM / tour.boundM - 1),
			tourMs.toFixed(0),
			longestMs.toFixed(0),
			(teams.intervalS / 60).toFixed(1),
			percent(teams.intervalS / teams.boundS - 1),
			teamsMs.toFixed(0),
			percent(zones.deviation),
			zonesMs.toFixed(0)
		];
		process.stdout.write(`| ${row.join(' | ')} |\n`);
	}
	await Promise.resolve();
}

function square(km: number): Item {
	const [lng, lat] = [71.43, 51.17];
	const [dx, dy] = [km / 2 / 69.9, km / 2 / 111.3];
	return {
		id: 'square' as ItemId,
		kind: 'area',
		rank: 0,
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[lng - dx, lat - dy],
					[lng + dx, lat - dy],
					[lng + dx, lat + dy],
					[lng - dx, lat + dy],
					[lng - dx, lat - dy]
				]
			]
		},
		properties: {}
	};
}

/** The answer of `steps`, processor milliseconds in all, and the longest step. */
function timed<T>(steps: Generator<unknown, T, undefined>): [answer: T, ms: number, longestMs: number] {
	const begun = process.cpuUsage();
	let longestMs = 0;
	for (;;) {
		const before = performance.now();
		const step = steps.next();
		longestMs = Math.max(longestMs, performance.now() - before);
		if (!step.done) continue;
		const { user, system } = process.cpuUsage(begun);
		return [step.value, (user + system) / 1000, longestMs];
	}
}

function percent(part: number): string {
	return `${(100 * part).toFixed(2)} %`;
}
