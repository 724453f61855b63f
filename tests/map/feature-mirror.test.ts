import type { Feature } from 'geojson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeatureMirror, type Drawable } from '../../src/lib/map/plan/feature-mirror.ts';

const feature = (key: string, version: number): Feature => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates: [version, 0] },
	properties: { key }
});
const drawable = (key: string, version: number, parts = 1): Drawable => ({
	key,
	from: [version, parts],
	features: () => Array.from({ length: parts }, (_, i) => feature(`${key}@${i}`, version))
});

/** A source as the map keeps it: removed first, then added, by key. */
class Source {
	readonly features = new Map<string, Feature>();
	take(diff: ReturnType<FeatureMirror['show']>): void {
		for (const key of diff?.remove ?? []) this.features.delete(String(key));
		for (const added of diff?.add ?? []) this.features.set(String(added.properties?.key), added);
	}
}

describe('FeatureMirror', () => {
	test('hands over everything at first, and nothing when nothing changed', () => {
		const mirror = new FeatureMirror();
		expect(mirror.show([drawable('a', 1)])).toEqual({ add: [feature('a@0', 1)], remove: [] });
		expect(mirror.show([drawable('a', 1)])).toBe(null);
	});

	test('does not draw what did not change', () => {
		const mirror = new FeatureMirror();
		mirror.show([drawable('a', 1), drawable('b', 1)]);
		const still = { ...drawable('a', 1), features: () => expect.unreachable('drawn anew') };
		expect(mirror.show([still, drawable('b', 2)])).toEqual({ add: [feature('b@0', 2)], remove: [] });
	});

	test('takes away what is gone, and parts that a thing no longer has', () => {
		const mirror = new FeatureMirror();
		mirror.show([drawable('a', 1, 2), drawable('b', 1)]);
		expect(mirror.show([drawable('a', 1, 1)])).toEqual({
			add: [feature('a@0', 1)],
			remove: ['a@1', 'b@0']
		});
	});

	test('whatever comes and goes, the source holds what was shown last', () => {
		const state = fc.uniqueArray(
			fc.tuple(fc.constantFrom(...'abcdef'), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
			{ selector: ([key]) => key }
		);
		fc.assert(
			fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
				const mirror = new FeatureMirror();
				const source = new Source();
				for (const things of states) source.take(mirror.show(things.map((thing) => drawable(...thing))));
				const wanted = (states.at(-1) ?? []).flatMap((thing) => drawable(...thing).features());
				const byKey = (a: Feature, b: Feature) =>
					String(a.properties?.key) < String(b.properties?.key) ? -1 : 1;
				expect([...source.features.values()].sort(byKey)).toEqual(wanted.sort(byKey));
			}),
			{ seed: 11, numRuns: 300 }
		);
	});
});
