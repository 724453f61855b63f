import type { Feature } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FreshThings, type FreshMap } from '../../src/lib/map/fresh-things.ts';
import { FeatureMirror, type Drawable } from '../../src/lib/map/plan/feature-mirror.ts';
import type { FeatureSource } from '../../src/lib/map/plan/sources.ts';

type Name = 'zones' | 'rings' | 'fresh';
const NAMES: readonly Name[] = ['zones', 'rings', 'fresh'];

/** A source that draws what it was told only when the thread that cuts its tiles gets to it. */
class SlowSource {
	readonly drawn = new Map<string, Feature>();
	readonly leftOut = new Set<string>();
	told: GeoJSONSourceDiff[] = [];

	draw(): void {
		for (const { add = [], remove = [] } of this.told.splice(0)) {
			for (const key of remove) this.drawn.delete(String(key));
			for (const feature of add) this.drawn.set(String(feature.properties?.key), feature);
		}
	}

	/** Versions of each thing on screen. */
	seen(): [string, number][] {
		return [...this.drawn]
			.filter(([key]) => !this.leftOut.has(key))
			.map(([key, { properties }]) => [key, Number(properties?.version)]);
	}
}

class SlowMap {
	readonly sources = new Map<string, SlowSource>(NAMES.map((name) => [name, new SlowSource()]));
	private listener: (event: { sourceId: string }) => void = () => undefined;

	readonly on = (_: 'sourcedata', listener: (event: { sourceId: string }) => void) =>
		(this.listener = listener);
	readonly isSourceLoaded = (id: string) => this.of(id).told.length === 0;
	readonly getSource = (id: string) => ({
		updateData: (diff: GeoJSONSourceDiff) => {
			this.of(id).told.push(diff);
			return new Promise(() => undefined);
		}
	});
	readonly setFeatureState = ({ source, id }: { source: string; id?: string | number }) =>
		this.of(source).leftOut.add(String(id));
	readonly removeFeatureState = ({ source, id }: { source: string; id?: string | number }) =>
		this.of(source).leftOut.delete(String(id));

	of(id: string): SlowSource {
		return this.sources.get(id) as SlowSource;
	}

	/** The source draws all it was told; the map says so. */
	draw(id: Name): void {
		this.of(id).draw();
		this.listener({ sourceId: id });
	}

	rest(): void {
		for (let i = 0; i < 20; i++) for (const name of NAMES) this.draw(name);
	}

	seen(): [string, number][] {
		return [...this.sources.values()].flatMap((source) => source.seen()).sort(([a], [b]) => (a < b ? -1 : 1));
	}
}

const thing = (key: string, version: number): Drawable => ({
	key,
	from: [key, version],
	features: () => [
		{ type: 'Feature', geometry: { type: 'Point', coordinates: [version, 0] }, properties: { key, version } }
	]
});

type Plan = Record<string, number>;

function shown() {
	const map = new SlowMap();
	const mirrors = new Map(NAMES.map((name): [FeatureSource, FeatureMirror] => [name, new FeatureMirror()]));
	const things = new FreshThings(map as unknown as FreshMap, mirrors);
	const drawables = (plan: Plan, source: Name) =>
		Object.entries(plan)
			.filter(([key]) => key.startsWith(source[0]))
			.map(([key, version]) => thing(key, version));
	const told = new Map<Name, string>();
	return {
		map,
		/** The plan as it is, and what a drag moves of it; sources that are to show what they showed are not named. */
		show: (plan: Plan, moved: Plan = {}) => {
			const still = Object.fromEntries(Object.entries(plan).filter(([key]) => !(key in moved)));
			const changed = (['zones', 'rings'] as const).filter((source) => {
				const now = JSON.stringify(drawables(still, source).map(({ from }) => from));
				const isNew = told.get(source) !== now;
				told.set(source, now);
				return isNew;
			});
			things.show(
				new Map(changed.map((source) => [source, drawables(still, source)])),
				new Map((['zones', 'rings'] as const).map((source) => [source, drawables(moved, source)]))
			);
		}
	};
}

const entries = (plan: Plan) => Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1));

describe('what an edit changed', () => {
	test('is drawn once the small source has drawn it, and the old is gone in the same moment', () => {
		const { map, show } = shown();
		show({ z1: 1, z2: 1, r1: 1 });
		map.rest();
		show({ z1: 2, z2: 1, r1: 1 });
		expect(map.seen()).toEqual(entries({ z1: 1, z2: 1, r1: 1 }));
		map.draw('fresh');
		expect(map.seen()).toEqual(entries({ z1: 2, z2: 1, r1: 1 }));
		map.draw('zones');
		expect(map.seen()).toEqual(entries({ z1: 2, z2: 1, r1: 1 }));
		map.rest();
		expect(map.seen()).toEqual(entries({ z1: 2, z2: 1, r1: 1 }));
		expect(map.of('fresh').drawn.size).toBe(0);
	});

	test('every step of a drag takes the small source alone, and its own is told once', () => {
		const { map, show } = shown();
		const plan = { z1: 1, z2: 1 };
		show(plan);
		map.rest();
		for (let version = 2; version < 9; version++) {
			show(plan, { z1: version });
			map.draw('fresh');
			expect(map.seen()).toEqual(entries({ z1: version, z2: 1 }));
			expect(map.of('zones').told).toHaveLength(version === 2 ? 1 : 0);
			map.draw('zones');
		}
		show({ ...plan, z1: 8 });
		expect(map.seen()).toEqual(entries({ z1: 8, z2: 1 }));
		map.rest();
		expect(map.seen()).toEqual(entries({ z1: 8, z2: 1 }));
	});

	test('that is gone before its source has drawn it does not come back with the next change', () => {
		const { map, show } = shown();
		show({ z1: 1, r1: 1 });
		map.rest();
		for (const plan of [{ z1: 2, r1: 1 }, { r1: 1 }, { r1: 2 }] as Plan[]) {
			show(plan);
			map.draw('fresh');
			expect(map.seen()).toEqual(entries(plan));
		}
	});

	test('a great change is told to its source at once', () => {
		const { map, show } = shown();
		show(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`z${i}`, 1])));
		expect(map.of('zones').told).toHaveLength(1);
		expect(map.of('fresh').told).toHaveLength(0);
	});

	test('whatever is edited, dragged and given up, and whoever draws first: nothing is seen twice or lost', () => {
		const key = fc.constantFrom('z1', 'z2', 'z3', 'r1', 'r2');
		/** A thing as it is from now on; 0: gone. */
		const change = fc.tuple(key, fc.integer({ min: 0, max: 4 }));
		const step = fc.oneof(
			fc.record({ what: fc.constant('edit' as const), change }),
			fc.record({ what: fc.constant('drag' as const), moved: fc.array(change, { maxLength: 3 }) }),
			fc.record({ what: fc.constant('draw' as const), name: fc.constantFrom(...NAMES) })
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const { map, show } = shown();
				let plan: Plan = {};
				let wanted: Plan = {};
				for (const one of steps) {
					if (one.what === 'draw') map.draw(one.name);
					else if (one.what === 'edit') {
						const [thing, version] = one.change;
						const { [thing]: _, ...rest } = plan;
						plan = version === 0 ? rest : { ...rest, [thing]: version };
						wanted = plan;
						show(plan);
					} else {
						const moved = Object.fromEntries(
							one.moved.filter(([thing, version]) => thing in plan && version > 0)
						);
						wanted = { ...plan, ...moved };
						show(plan, moved);
					}
					const keys = map.seen().map(([thing]) => thing);
					expect(new Set(keys).size).toBe(keys.length);
					// all that changed is on screen as soon as the small source has drawn
					if (map.of('fresh').told.length === 0) expect(map.seen()).toEqual(entries(wanted));
				}
				map.rest();
				expect(map.seen()).toEqual(entries(wanted));
				for (const name of NAMES) expect(map.of(name).leftOut.size).toBe(0);
			}),
			{ numRuns: 6000 }
		);
	});
});
