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

/** What a source shows otherwise than it should. */
export interface Behind {
	/** Drawables that it does not show, or shows as they were. */
	readonly late: readonly Drawable[];
	/** Keys of the features that it shows and that are otherwise by now, or gone. */
	readonly stale: readonly string[];
}

/** What a source shows, so that each change hands over only the features that differ. */
export class FeatureMirror {
	private shown = new Map<string, { from: readonly unknown[]; keys: readonly string[] }>();

	/** The difference between what was shown and `drawables`, or null where there is none. */
	show(drawables: Iterable<Drawable>): GeoJSONSourceDiff | null {
		const list = [...drawables];
		const { late, stale } = this.behind(list);
		const add: Feature[] = [];
		const remove = new Set(stale);
		const fresh = new Map(late.map((drawable) => [drawable, drawable.features()]));
		const next: typeof this.shown = new Map();
		for (const drawable of list) {
			const { key, from } = drawable;
			const made = fresh.get(drawable);
			if (made) add.push(...made);
			const keys = made ? made.map(keyOf) : this.keysOf(key);
			next.set(key, { from, keys });
		}
		this.shown = next;

		// a feature that is added anew takes the place of the one with its key
		for (const feature of add) remove.delete(keyOf(feature));
		if (add.length === 0 && remove.size === 0) return null;
		return { add, remove: [...remove] };
	}

	/** What `show` would have to hand over. */
	behind(drawables: Iterable<Drawable>): Behind {
		const late: Drawable[] = [];
		const stale: string[] = [];
		const wanted = new Set<string>();
		for (const drawable of drawables) {
			wanted.add(drawable.key);
			const before = this.shown.get(drawable.key);
			if (before && isSame(before.from, drawable.from)) continue;
			late.push(drawable);
			stale.push(...(before?.keys ?? []));
		}
		for (const [key, { keys }] of this.shown) if (!wanted.has(key)) stale.push(...keys);
		return { late, stale };
	}

	/** Keys of the features that are shown of a drawable. */
	keysOf(drawable: string): readonly string[] {
		return this.shown.get(drawable)?.keys ?? [];
	}
}

function keyOf({ properties }: Feature): string {
	return String(properties?.key);
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
