import { performance } from 'node:perf_hooks';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { applyEdit, type Edit } from '../../src/lib/domain/edit.ts';
import { overlapsBetween, gapsBetween } from '../../src/lib/domain/fabric/fabric-faults.ts';
import { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Camera, Item, ItemId } from '../../src/lib/domain/items.ts';
import { drawOver } from '../../src/lib/domain/operations/draw-over.ts';
import { insertCorner } from '../../src/lib/domain/operations/insert-corner.ts';
import { mergeItems } from '../../src/lib/domain/operations/merge-items.ts';
import { moveCorner, moveSide } from '../../src/lib/domain/operations/move-corner.ts';
import { removeCorner } from '../../src/lib/domain/operations/remove-corner.ts';
import { simplifyItems } from '../../src/lib/domain/operations/simplify-items.ts';
import { splitItem } from '../../src/lib/domain/operations/split-item.ts';
import { subtractGround } from '../../src/lib/domain/operations/subtract-ground.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../src/lib/domain/refusal.ts';
import { jstsGeometry, jstsInteriorsMeet } from '../support/jsts-oracle.ts';
import { randomFabric } from '../support/random-fabric.ts';
import { seeded } from '../support/random.ts';

const COLUMNS = 50;
const ROWS = 40;
/** A zone about 900 m wide, 60 corners round. */
const CELL = 130_000;
const BETWEEN = 14;
const CAMERAS = 220_000;
const ROUNDS = 200;
const WARM = 40;

type Verb = (plan: Plan, item: Item, random: () => number, round: number) => Edit | Refusal;

/** Prints what each verb costs on 2,000 zones that share their borders among 220,000 cameras, its edit applied, and JSTS doing as much. */
export async function benchFabric(): Promise<void> {
	const plan = largeFabric();
	process.stdout.write(
		'| verb | median ms | p95 ms | granted | JSTS median ms |\n| --- | --- | --- | --- | --- |\n'
	);
	for (const [name, verb] of Object.entries(VERBS)) {
		const { times, granted, edits } = timed(plan, verb);
		const peer = peerTimes(plan, name, edits);
		process.stdout.write(
			`| ${name} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${granted} of ${ROUNDS} | ${peer.length ? at(peer, 0.5) : '-'} |\n`
		);
	}
	const zones = [...plan.items.values()].filter(({ kind }) => kind === 'patrol-zone');
	const begun = performance.now();
	const overlaps = overlapsBetween(zones).length;
	const between = performance.now();
	const gaps = gapsBetween(zones).length;
	process.stdout.write(
		`\nAll ${zones.length} zones: ${overlaps} overlaps in ${(between - begun).toFixed(0)} ms, ${gaps} gaps in ${(performance.now() - between).toFixed(0)} ms\n`
	);
	await Promise.resolve();
}

const VERBS: Record<string, Verb> = {
	moveCorner: (plan, item, random) => {
		const { corner, place } = cornerOf(item, random);
		return moveCorner(plan, item.id, { part: 0, ring: 0, corner }, near(place, random, 0.01));
	},
	moveSide: (plan, item, random) =>
		moveSide(plan, item.id, { part: 0, ring: 0, corner: cornerOf(item, random).corner }, [
			(random() - 0.5) * 2e-5,
			(random() - 0.5) * 2e-5
		]),
	insertCorner: (plan, item, random) => {
		const { corner, place, next } = cornerOf(item, random);
		const middle: Position = [(place[0] + next[0]) / 2, (place[1] + next[1]) / 2];
		return insertCorner(plan, item.id, { part: 0, ring: 0, corner }, near(middle, random, 0.005));
	},
	removeCorner: (plan, item, random) =>
		removeCorner(plan, item.id, { part: 0, ring: 0, corner: cornerOf(item, random).corner }),
	splitItem: (plan, item, random, round) => {
		const ring = (item.geometry as Polygon).coordinates[0];
		const k = Math.floor(random() * 15);
		const [a, b] = [ring[k], ring[k + 30]];
		const over = (p: Position, q: Position): [number, number] => [
			p[0] + 0.2 * (p[0] - q[0]),
			p[1] + 0.2 * (p[1] - q[1])
		];
		return splitItem(plan, item.id, [[over(a, b), over(b, a)]], (count) =>
			Array.from({ length: count }, (_, i) => `new-${round}-${i}` as ItemId)
		);
	},
	mergeItems: (plan, item) => {
		const [column, row] = item.id.slice(1).split('-').map(Number);
		return mergeItems(plan, [
			item.id,
			`z${column === COLUMNS - 1 ? column - 1 : column + 1}-${row}` as ItemId
		]);
	},
	subtractGround: (plan, item, random) => {
		const { place } = cornerOf(item, random);
		const ring = [near(place, random, 0.5), near(place, random, 0.5), near(place, random, 0.5)];
		return subtractGround(plan, [item.id], [[[...ring, ring[0]]]]);
	},
	drawOver: (plan, item, random) => {
		const ring = (item.geometry as Polygon).coordinates[0];
		const k = Math.floor(random() * 40);
		return drawOver(plan, item.id, [ring[k], near(ring[k + 4], random, 0.2), ring[k + 8]] as [
			number,
			number
		][]);
	},
	simplifyItems: (plan, item) => simplifyItems(plan, [item.id], 10)
};

function timed(plan: Plan, verb: Verb): { times: number[]; granted: number; edits: Edit[] } {
	const random = seeded(7);
	const zones = ItemMap.of(plan.items).ofKind('patrol-zone');
	const times: number[] = [];
	const edits: Edit[] = [];
	let granted = 0;
	for (let round = -WARM; round < ROUNDS; round++) {
		const item = zones[Math.floor(random() * zones.length)];
		const begun = performance.now();
		const edit = verb(plan, item, random, round);
		if (!isRefusal(edit)) applyEdit(plan, edit);
		const ms = performance.now() - begun;
		if (round < 0 || isRefusal(edit)) continue;
		granted++;
		times.push(ms);
		edits.push(edit);
	}
	return { times, granted, edits };
}

/** What JSTS takes for the same answer: the changed shapes made (where it has the verb), each valid, none over a neighbour. */
function peerTimes(plan: Plan, name: string, edits: readonly Edit[]): number[] {
	const zones = ItemMap.of(plan.items).ofKind('patrol-zone');
	return edits.slice(0, 40).map((edit) => {
		const changed = edit.put.map((item) => item.geometry as Polygon | MultiPolygon);
		const near = zones.filter(
			({ id, geometry }) =>
				!edit.put.some((one) => one.id === id) && changed.some((one) => meets(one, geometry))
		);
		const begun = performance.now();
		if (name === 'mergeItems') {
			const before = [edit.put[0].id, ...edit.drop].map((id) => plan.items.get(id)?.geometry as Polygon);
			OverlayOp.union(jstsGeometry(before[0]), jstsGeometry(before[1]));
		}
		for (const [i, shape] of changed.entries()) {
			new IsValidOp(jstsGeometry(shape)).isValid();
			for (const other of [...changed.slice(i + 1), ...near.map(({ geometry }) => geometry)]) {
				if (meets(shape, other)) jstsInteriorsMeet(shape, other);
			}
		}
		return performance.now() - begun;
	});
}

function meets(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): boolean {
	const [p, q] = [boxOf(a), boxOf(b)];
	return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

function boxOf(geometry: Polygon | MultiPolygon): [number, number, number, number] {
	const flat = (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat();
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of flat) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	}
	return box;
}

function largeFabric(): Plan {
	const random = seeded(1);
	const [west, south] = [712_000_000, 510_000_000];
	const fabric = randomFabric(random, {
		columns: COLUMNS,
		rows: ROWS,
		between: BETWEEN,
		cell: CELL,
		west,
		south
	});
	const cameras = Array.from({ length: CAMERAS }, (_, i): Camera => {
		const coordinates = [(west + random() * COLUMNS * CELL) / 1e7, (south + random() * ROWS * CELL) / 1e7];
		return {
			id: `camera-${i}` as ItemId,
			kind: 'camera',
			rank: 10_000 + i,
			geometry: { type: 'Point', coordinates },
			properties: { azimuthDeg: 90, hfovDeg: 60, rangeM: 80 }
		};
	});
	return { ...fabric, items: ItemMap.from([...fabric.items.values(), ...cameras]) };
}

function cornerOf(item: Item, random: () => number): { corner: number; place: Position; next: Position } {
	const ring = (item.geometry as Polygon).coordinates[0];
	const corner = Math.floor(random() * (ring.length - 1));
	return { corner, place: ring[corner], next: ring[corner + 1] };
}

function near([lng, lat]: Position, random: () => number, cells: number): [number, number] {
	const reach = (2 * cells * CELL) / 1e7;
	return [lng + (random() - 0.5) * reach, lat + (random() - 0.5) * reach];
}

function at(times: readonly number[], share: number): string {
	const sorted = [...times].sort((a, b) => a - b);
	return (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(2);
}
