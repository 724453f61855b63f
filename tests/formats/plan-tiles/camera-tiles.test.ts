import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import { EVERY_CAMERA, type CameraFilter } from '../../../src/lib/domain/camera-filter.ts';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { NEED } from '../../../src/lib/domain/needs.ts';
import type { CameraGround } from '../../../src/lib/formats/plan-tiles/sector-layer.ts';
import type { CameraMark } from '../../../src/lib/formats/plan-tiles/camera-rows.ts';
import { CameraTiles } from '../../../src/lib/formats/plan-tiles/camera-tiles.ts';
import { mercatorX, mercatorY } from '../../../src/lib/geo/mercator.ts';

const [LNG, LAT] = [71.43, 51.13];

function mark(id: string, lng = LNG, lat = LAT, more: Partial<CameraMark> = {}): CameraMark {
	return {
		id: id as ItemId,
		lngGrid: Math.round(lng * 1e7),
		latGrid: Math.round(lat * 1e7),
		health: 'working',
		integrated: true,
		counted: true,
		type: 'fixed',
		owner: '',
		reachDeg: 0.001,
		...more
	};
}

/** Tiles over cameras whose ground is a small triangle where they stand now. */
class Scene {
	readonly marks = new Map<ItemId, CameraMark>();
	needs: readonly number[] = [0];
	readonly tiles = new CameraTiles((id) => this.groundOf(id));

	constructor(marks: Iterable<CameraMark> = []) {
		for (const each of marks) this.marks.set(each.id, each);
		this.tiles.open(this.marks.values());
	}

	put(each: CameraMark) {
		this.marks.set(each.id, each);
		return this.tiles.put(each);
	}

	drop(id: string) {
		this.marks.delete(id as ItemId);
		return this.tiles.drop(id as ItemId);
	}

	read(z: number, lng = LNG, lat = LAT) {
		const x = Math.floor(mercatorX(lng) * 2 ** z);
		const y = Math.floor(mercatorY(lat) * 2 ** z);
		const layer = new VectorTile(new PbfReader(this.tiles.tile(z, x, y))).layers.cameras;
		return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
			const feature = layer?.feature(i);
			return { row: feature?.id, type: feature?.type, ...feature?.properties } as Record<string, unknown>;
		});
	}

	idsAt(z: number, lng = LNG, lat = LAT) {
		return this.read(z, lng, lat)
			.filter(({ type }) => type === 1)
			.map(({ id }) => id);
	}

	private groundOf(id: ItemId): CameraGround[] {
		const { lngGrid: x, latGrid: y } = this.marks.get(id) as CameraMark;
		const ring = Int32Array.of(x, y, x + 10_000, y - 5_000, x + 10_000, y + 5_000);
		return this.needs.map((needs) => ({ needs, rings: [ring] }));
	}
}

describe('CameraTiles close in', () => {
	test('a camera is a sector and a point, by its row', () => {
		const scene = new Scene([mark('c1', LNG, LAT, { counted: false, health: 'broken' })]);
		const shown = { row: 0, id: 'c1', state: 'broken', integrated: true, counted: false };
		expect(scene.read(15)).toEqual([
			{ ...shown, type: 3 },
			{ ...shown, type: 1 }
		]);
	});

	test.each([
		['what it sees for certain is one sector', [0, NEED.JOIN], [undefined]],
		['what it may see stands apart and below', [0, NEED.LIKELY], [true, undefined]],
		['a camera that only may see has no sector for certain', [NEED.POSSIBLE, NEED.PTZ], [true]],
		['one that sees nothing has none', [], []]
	])('%s', (_, needs, hoped) => {
		const scene = new Scene([mark('c1')]);
		scene.needs = needs;
		const sectors = scene.read(15).filter(({ type }) => type === 3);
		expect(sectors.map((sector) => sector.hoped)).toEqual(hoped);
	});

	test('a moved camera leaves its old place and keeps its row', () => {
		const scene = new Scene([mark('c0'), mark('c1')]);
		expect(scene.put(mark('c1', LNG + 0.5))).toEqual([
			expect.closeTo(LNG - 0.0016, 3),
			expect.closeTo(LAT - 0.001, 6),
			expect.closeTo(LNG + 0.5016, 3),
			expect.closeTo(LAT + 0.001, 6)
		]);
		expect(scene.idsAt(15)).toEqual(['c0']);
		expect(scene.read(15, LNG + 0.5).map(({ row }) => row)).toEqual([1, 1]);
		expect(scene.drop('c1')?.[0]).toBeCloseTo(LNG + 0.4984, 3);
		expect(scene.read(15, LNG + 0.5)).toEqual([]);
		expect(scene.drop('c1')).toBe(null);
	});

	test.each([
		['at the edge of the map', 179.9999, 0, 0.01],
		['far north', 25, 84.9, 0.5],
		['with a range beyond the earth', LNG, LAT, 1e6]
	])('a camera %s is drawn where it stands', (_, lng, lat, reachDeg) => {
		const scene = new Scene([mark('c0', lng, lat, { reachDeg }), mark('c1', 0, 0)]);
		expect(scene.idsAt(15, lng, lat)).toEqual(['c0']);
		expect(scene.idsAt(15, 0, 0)).toEqual(['c1']);
	});

	test('a removal that is undone brings the camera back to its row', () => {
		const scene = new Scene([mark('c0'), mark('c1')]);
		scene.drop('c0');
		scene.put(mark('c2'));
		scene.put(mark('c0'));
		expect(scene.read(15).map(({ id, row }) => [id, row])).toEqual(
			[0, 1, 2, 0, 1, 2].map((row) => [`c${row}`, row])
		);
	});

	test('a thousand edits give the tiles of a fresh start', () => {
		const marks = Array.from({ length: 1200 }, (_, i) =>
			mark(`c${i}`, LNG + (i % 40) * 1e-4, LAT + (i % 30) * 1e-4)
		);
		const edited = new Scene(marks.map(({ id }) => mark(id, LNG + 1)));
		for (const each of marks) edited.put(each);
		const fresh = new Scene(marks);
		expect(edited.read(15).length).toBeGreaterThan(1000);
		expect(edited.read(15)).toEqual(fresh.read(15));
		expect(edited.read(12)).toEqual(fresh.read(12));
	});
});

describe('CameraTiles far out', () => {
	test('counts cameras, each once, and those that do not count', () => {
		const scene = new Scene(
			Array.from({ length: 50 }, (_, i) =>
				mark(`c${i}`, LNG + (i % 7) * 1e-3, LAT + (i % 5) * 1e-3, { counted: i % 10 !== 0 })
			)
		);
		const sum = (name: string) => scene.read(10).reduce((all, cell) => all + Number(cell[name]), 0);
		expect(sum('n')).toBe(50);
		expect(sum('off')).toBe(5);
		expect(scene.read(10).some(({ id }) => id !== undefined)).toBe(false);
	});
});

describe('a filter', () => {
	const filters: [string, Partial<CameraFilter>, string[]][] = [
		['that asks for nothing shows all', {}, ['c0', 'c1', 'c2', 'c3']],
		['by owner', { owners: ['Metro'] }, ['c1', 'c3']],
		['by no owner', { owners: [''] }, ['c0', 'c2']],
		['by an owner that nobody is', { owners: ['Port'] }, []],
		['by health', { health: ['impaired', 'broken'] }, ['c2', 'c3']],
		['by type', { types: ['ptz'] }, ['c1']],
		['by integration', { integrated: false }, ['c3']],
		['by several at once', { owners: ['Metro'], integrated: true }, ['c1']],
		['with an empty list finds none', { types: [] }, []]
	];
	const marks = [
		mark('c0'),
		mark('c1', LNG, LAT, { owner: 'Metro', type: 'ptz' }),
		mark('c2', LNG, LAT, { health: 'impaired', type: 'dome' }),
		mark('c3', LNG, LAT, { owner: 'Metro', health: 'broken', integrated: false })
	];

	test.each(filters)('%s', (_, wanted, ids) => {
		const scene = new Scene(marks);
		scene.tiles.filter({ ...EVERY_CAMERA, ...wanted });
		expect(scene.idsAt(15)).toEqual(ids);
		expect(scene.read(10).map(({ n }) => n)).toEqual(ids.length ? [ids.length] : []);
	});

	test('stays for what comes later, and goes again', () => {
		const scene = new Scene(marks);
		scene.tiles.filter({ ...EVERY_CAMERA, owners: ['Port'] });
		scene.put(mark('c4', LNG, LAT, { owner: 'Port' }));
		scene.put(mark('c5', LNG, LAT, { owner: 'Metro' }));
		expect(scene.idsAt(15)).toEqual(['c4']);
		scene.tiles.open(scene.marks.values());
		expect(scene.idsAt(15)).toEqual(['c4']);
		scene.tiles.filter(EVERY_CAMERA);
		expect(scene.idsAt(15)).toHaveLength(6);
	});
});

describe('idsWithin', () => {
	const scene = new Scene(
		Array.from({ length: 100 }, (_, i) =>
			mark(`c${i}`, LNG + (i % 10) * 1e-3, LAT + Math.floor(i / 10) * 1e-3)
		)
	);

	test('finds those that stand in a box, its sides counted in, and not those that only look in', () => {
		const [west, south, east, north] = [LNG + 2e-3, LAT + 1e-3, LNG + 4.5e-3, LAT + 2.5e-3];
		expect(
			scene.tiles.idsWithin([
				[west, north],
				[east, north],
				[east, south],
				[west, south]
			])
		).toEqual(['c12', 'c13', 'c14', 'c22', 'c23', 'c24']);
	});

	test('leaves out what the filter hides', () => {
		scene.tiles.filter({ ...EVERY_CAMERA, health: ['broken'] });
		expect(scene.tiles.idsWithin(around(1))).toEqual([]);
		scene.tiles.filter(EVERY_CAMERA);
		expect(scene.tiles.idsWithin(around(1))).toHaveLength(100);
	});
});

function around(deg: number): [number, number][] {
	return [
		[LNG - deg, LAT - deg],
		[LNG + deg, LAT - deg],
		[LNG + deg, LAT + deg],
		[LNG - deg, LAT + deg]
	];
}

test('whatever the edits, tiles are those of the cameras that are left', () => {
	const place = fc.integer({ min: -40, max: 40 }).map((step) => step * 1e-3);
	const edit = fc.record({
		id: fc.integer({ min: 0, max: 15 }).map((i) => `c${i}`),
		at: fc.option(fc.tuple(place, place)),
		counted: fc.boolean(),
		owner: fc.constantFrom('', 'Metro', 'Port')
	});
	fc.assert(
		fc.property(fc.array(edit, { minLength: 1, maxLength: 60 }), fc.nat(60), (edits, filterAt) => {
			const edited = new Scene([mark('c0'), mark('c1')]);
			edits.forEach(({ id, at, counted, owner }, i) => {
				if (i === filterAt) edited.tiles.filter({ ...EVERY_CAMERA, owners: ['Metro', 'Port'] });
				if (at) edited.put(mark(id, LNG + at[0], LAT + at[1], { counted, owner }));
				else edited.drop(id);
			});
			const fresh = new Scene(edited.marks.values());
			if (filterAt < edits.length) fresh.tiles.filter({ ...EVERY_CAMERA, owners: ['Metro', 'Port'] });
			expect(edited.read(9)).toEqual(fresh.read(9));
			expect(edited.read(12)).toEqual(fresh.read(12));
			expect(edited.idsAt(14).sort()).toEqual(fresh.idsAt(14).sort());
			expect(edited.tiles.idsWithin(around(0.01)).sort()).toEqual(fresh.tiles.idsWithin(around(0.01)).sort());
		}),
		{ numRuns: 200 }
	);
});

describe('hidden cameras', () => {
	const four = () => new Scene(['c0', 'c1', 'c2', 'c3'].map((id, i) => mark(id, LNG + i * 1e-5)));
	const ids = (...names: string[]) => names as ItemId[];
	const around = [
		[LNG - 0.01, LAT - 0.01],
		[LNG + 0.01, LAT - 0.01],
		[LNG + 0.01, LAT + 0.01],
		[LNG - 0.01, LAT + 0.01]
	] as const;

	test('are not drawn, not counted and not picked, and others are', () => {
		const scene = four();
		expect(scene.tiles.hide(ids('c1', 'c3', 'no camera'))).toBe(true);
		expect(scene.idsAt(15)).toEqual(['c0', 'c2']);
		expect(scene.read(10).reduce((n, one) => n + Number(one.n), 0)).toBe(2);
		expect(scene.tiles.idsWithin(around)).toEqual(['c0', 'c2']);
	});

	test('stay so when they change, and come back when they are named no more', () => {
		const scene = four();
		scene.tiles.hide(ids('c1'));
		scene.put(mark('c1', LNG, LAT, { health: 'broken' }));
		expect(scene.idsAt(15)).toEqual(['c0', 'c2', 'c3']);
		scene.tiles.hide([]);
		expect(scene.idsAt(15).toSorted()).toEqual(['c0', 'c1', 'c2', 'c3']);
		expect(scene.read(10).reduce((n, one) => n + Number(one.n), 0)).toBe(4);
		expect(scene.tiles.hide([])).toBe(false);
	});

	test('the filter goes on beside them', () => {
		const scene = new Scene([
			mark('c0'),
			mark('c1', LNG, LAT, { type: 'ptz' }),
			mark('c2', LNG, LAT, { type: 'ptz' })
		]);
		scene.tiles.hide(ids('c1'));
		scene.tiles.filter({ ...EVERY_CAMERA, types: ['ptz'] });
		expect(scene.idsAt(15)).toEqual(['c2']);
	});
});
