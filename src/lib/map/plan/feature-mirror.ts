import type { Feature } from 'geojson';
import type { GeoJSONSourceDiff } from 'maplibre-gl';

/** One thing to be drawn: what it is known by, what its picture follows from, and the picture. */
export interface Drawable {
	readonly key: string;
	/** Compared one by one: where all are the same as before, `features` is not asked for. */
	readonly from: readonly unknown[];
	/** Features with a property `key` that no other feature of the source has. */
	readonly features: () => Feature[];
}

/** What a source shows, so that each change hands over only the features that differ. */
export class FeatureMirror {
	private shown = new Map<string, { from: readonly unknown[]; keys: string[] }>();

	/** The difference between what was shown and `drawables`, or null where there is none. */
	show(drawables: Iterable<Drawable>): GeoJSONSourceDiff | null {
		const next: typeof this.shown = new Map();
		const add: Feature[] = [];
		const remove = new Set<string>();

		for (const { key, from, features } of drawables) {
			const before = this.shown.get(key);
			if (before && isSame(before.from, from)) {
				next.set(key, before);
				continue;
			}
			for (const old of before?.keys ?? []) remove.add(old);
			const made = features();
			add.push(...made);
			next.set(key, { from, keys: made.map((feature) => String(feature.properties?.key)) });
		}
		for (const [key, { keys }] of this.shown) {
			if (!next.has(key)) for (const old of keys) remove.add(old);
		}
		this.shown = next;

		// a feature that is added anew takes the place of the one with its key
		for (const feature of add) remove.delete(String(feature.properties?.key));
		if (add.length === 0 && remove.size === 0) return null;
		return { add, remove: [...remove] };
	}
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
