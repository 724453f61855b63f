import type { ProposedZone, ZonesAnswer, ZonesAsk } from '../../domain/findings/patrol.ts';
import type { Item } from '../../domain/items.ts';
import { balancedParts, evenParts, type WorkPieces } from '../../network/balanced-parts.ts';
import { gridPointAt } from '../../network/edge-line.ts';
import { middleMeasure } from '../../network/edge-middle.ts';
import { ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { groundRings } from './ground-rings.ts';
import { isPatrolRoad, streetsWithin } from './streets-within.ts';
import { groundGrid, type GroundGrid } from './zones/ground-grid.ts';
import { cellAt, streetCells } from './zones/street-cells.ts';
import { zonesOn } from './zones/zones-on.ts';
import { streetPieces } from './zones/street-pieces.ts';
import { wholeParts } from './zones/whole-parts.ts';
import { workPlaces, workWithin, zoneFigures, type WorkPlace } from './zones/zone-figures.ts';
import { zonePolygons, type ZoneGround } from './zones/zone-polygons.ts';

/**
 * Divides some ground into zones of equal work that hang together, less the ground of locked zones.
 *
 * Every square of the ground goes to its nearest street, and streets that meet are divided
 * (`balancedParts`); the zones cover the ground without overlap. Figures are counted on the zones as
 * they come out, so `deviation` holds for them. Yields the part done. Throws a `RangeError` where
 * the ground has fewer streets than zones, or as `groundRings` and `zonePolygons` do.
 */
export function* answerZones(
	roads: Roads,
	travel: TravelNetwork,
	items: readonly Item[],
	ask: ZonesAsk,
	random: () => number
): Generator<number, ZonesAnswer, undefined> {
	const rings = groundRings(items, ask.grounds);
	const locked = ask.locked.map((id) => ({ id, rings: groundRings(items, [id]) }));
	const without = locked.flatMap((zone) => zone.rings);
	const grid = groundGrid(rings, without);
	const lockedStreets = new Set(streetsWithin(roads, without, true));
	const streets = streetsWithin(roads, rings, true).filter((edge) => !lockedStreets.has(edge));
	if (streets.length < ask.zones) {
		throw new RangeError(`${ask.zones} zones of ground with ${streets.length} streets, wanted no more zones`);
	}
	yield 0.02;
	const streetOf = streetCells(roads.graph, streets, grid);
	const places = workPlaces(items);
	const work = streetWork(roads, streets, grid, streetOf, places, ask);
	yield 0.1;
	const pieces = streetPieces(roads.graph, streets, work, grid, streetOf);
	const parts = yield* scaled(balancedParts(pieces, ask.zones, random), 0.1, 0.4);
	const grounds = yield* evenGrounds(
		{ roads, ask, places, grid, streetOf, pieces, rings, without, random },
		parts
	);

	const zones: ProposedZone[] = [];
	const total = grounds.length + locked.length;
	for (const [z, ground] of grounds.entries()) {
		const figures = yield* scaled(
			zoneFigures(roads, travel, ground.rings, places, ask.work),
			0.7 + (0.3 * z) / total
		);
		zones.push({ ...figures, geometry: ground.geometry });
	}
	const lockedFigures: ZonesAnswer['locked'][number][] = [];
	for (const [z, { id, rings: own }] of locked.entries()) {
		const figures = yield* scaled(
			zoneFigures(roads, travel, own, places, ask.work),
			0.7 + (0.3 * (grounds.length + z)) / total
		);
		lockedFigures.push({ ...figures, id });
	}

	const workS = zones.reduce((sum, zone) => sum + zone.workS, 0);
	const meanS = workS / zones.length;
	return {
		zones: zones
			.map((zone) => ({ ...zone, share: workS > 0 ? zone.workS / workS : null }))
			.sort((a, b) => northThenWest(a) - northThenWest(b)),
		locked: lockedFigures,
		standsOn: zonesOn(items, rings, new Set(ask.locked)),
		deviation: meanS > 0 ? Math.max(...zones.map((zone) => Math.abs(zone.workS / meanS - 1))) : 0,
		areaM2: zones.reduce((sum, zone) => sum + zone.areaM2, 0)
	};
}

/** What zones are cut from. */
interface Scene {
	readonly roads: Roads;
	readonly ask: ZonesAsk;
	readonly places: readonly WorkPlace[];
	readonly grid: GroundGrid;
	readonly streetOf: Int32Array;
	readonly pieces: WorkPieces;
	readonly rings: readonly Int32Array[];
	readonly without: readonly Int32Array[];
	readonly random: () => number;
}

/** Borders that were thinned move work from one zone to another; so often that is put right again. */
const ROUNDS = 10;
/** Good enough, as part of the mean. */
const EVEN = 1e-3;

/** The ground of the zones of `parts`, put right until the zones as they are drawn are even. */
function* evenGrounds(scene: Scene, parts: Int32Array): Generator<number, ZoneGround[], undefined> {
	const { roads, ask, places, grid, streetOf, pieces, rings, without, random } = scene;
	let best: ZoneGround[] = [];
	let bestOff = Infinity;
	let from = { parts, besides: new Float64Array(ask.zones) };
	for (let round = 0; round < ROUNDS; round++) {
		yield 0.5 + (0.2 * round) / ROUNDS;
		const partOfCell = wholeParts(
			grid,
			streetOf.map((street) => parts[street]),
			ask.zones
		);
		const grounds = zonePolygons(grid, partOfCell, ask.zones, rings, without);
		const drawn = grounds.map((ground) => workWithin(roads, ground.rings, places, ask.work).workS);
		const meanS = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
		const off = Math.max(...drawn.map((one) => Math.abs(one - meanS)));
		const asDrawn = partOfStreets(scene, partOfCell, parts);
		const besides = Float64Array.from(drawn);
		asDrawn.forEach((part, s) => (besides[part] -= pieces.work[s]));
		if (off < bestOff) {
			best = grounds;
			bestOff = off;
			from = { parts: asDrawn, besides };
		}
		if (off <= EVEN * meanS) break;
		// a walk that led away is begun anew from the best so far now and then
		const { parts: start, besides: more } = round % 3 === 2 ? from : { parts: asDrawn, besides };
		parts = yield* scaled(evenParts(pieces, start, ask.zones, random, more), 0.5);
	}
	return best;
}

/** The part that the squares of each street are in; a street without squares keeps its own. */
function partOfStreets({ streetOf }: Scene, partOfCell: Int32Array, parts: Int32Array): Int32Array {
	const found = parts.slice();
	for (let cell = 0; cell < streetOf.length; cell++) found[streetOf[cell]] = partOfCell[cell];
	return found;
}

/** Seconds of work that each street brings: its own drive, and what lies on its squares. */
function streetWork(
	roads: Roads,
	streets: Uint32Array,
	grid: GroundGrid,
	streetOf: Int32Array,
	places: readonly WorkPlace[],
	{ work }: ZonesAsk
): Float64Array {
	const { graph } = roads;
	const seconds = new Float64Array(streets.length);
	// a street counts where its middle lies, be that on squares of another
	for (const edge of streets) {
		if (!isWanted(graph.edgeFlags[edge], graph.edgeClass[edge], work.withService)) continue;
		const cell = cellAt(grid, ...gridPointAt(graph, edge, middleMeasure(graph, edge)));
		seconds[streetOf[cell]] += graph.edgeLengthM[edge] / (work.speedKmh / 3.6);
	}
	for (const { kind, x, y } of places) {
		const cell = cellAt(grid, x, y);
		if (cell >= 0 && grid.isWithin[cell]) {
			seconds[streetOf[cell]] += kind === 'camera' ? work.cameraS : work.siteS;
		}
	}
	if (work.areaSPerKm2 > 0) {
		const cellKm2 = cellAreaKm2(grid);
		for (let cell = 0; cell < streetOf.length; cell++) {
			if (grid.isWithin[cell]) seconds[streetOf[cell]] += cellKm2 * work.areaSPerKm2;
		}
	}
	return seconds;
}

function isWanted(flags: number, roadClass: number, withService: boolean): boolean {
	const name = ROAD_CLASSES[roadClass];
	return isPatrolRoad(flags) && (withService || (name !== 'service' && name !== 'track'));
}

function cellAreaKm2({ south, rows, stepX, stepY }: GroundGrid): number {
	const middle = ((south + (rows / 2) * stepY) / 1e7) * (Math.PI / 180);
	return ((stepX * Math.cos(middle) * 0.0111319) / 1000) * ((stepY * 0.0111319) / 1000);
}

/** Passes the answer of `steps` on; what they say of the part done becomes `from` plus that times `part`. */
function* scaled<T>(
	steps: Generator<unknown, T, undefined>,
	from: number,
	part = 0
): Generator<number, T, undefined> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield from + part * (typeof step.value === 'number' ? step.value : 0);
	}
}

/** Zones are numbered from the north down, and from the west where they lie abreast. */
function northThenWest({ post, geometry }: ProposedZone): number {
	const [lng, lat] = post ?? (geometry.coordinates.flat(2)[0] as unknown as [number, number]) ?? [0, 0];
	return -Math.round(lat * 100) * 1000 + lng;
}
