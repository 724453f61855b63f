import type { LngLat } from '../geo/coordinates.ts';

/** Everything that can be wrong with a plan, a feature or a wish to change one; stable. */
export type ProblemCode =
	// the file
	| 'not-json'
	| 'not-a-feature-collection'
	| 'newer-format'
	| 'no-header'
	| 'bad-header'
	| 'region-not-built'
	// a feature as such
	| 'not-a-feature'
	| 'unknown-kind'
	| 'missing-id'
	| 'duplicate-id'
	| 'id-not-text'
	| 'personal-property'
	| 'dangling-ring'
	// its place
	| 'no-geometry'
	| 'wrong-geometry'
	| 'bad-position'
	| 'outside-the-world'
	| 'swapped'
	| 'outside-the-region'
	| 'too-few-points'
	| 'not-closed'
	| 'self-crossing'
	| 'self-touching'
	// its properties
	| 'missing-property'
	| 'bad-value'
	| 'bad-hours'
	| 'near-beyond-range'
	// a wish to change the plan
	| 'locked'
	| 'no-such-item'
	| 'no-such-head'
	| 'last-head'
	| 'several-heads'
	| 'heads-differ'
	| 'not-one-pole'
	| 'no-lens'
	| 'nothing-to-remove'
	| 'nothing-to-add'
	// a wish to change ground
	| 'not-ground'
	| 'no-such-corner'
	| 'no-such-part'
	| 'corner-is-junction'
	| 'overlaps'
	| 'falls-apart'
	| 'outside-shape'
	| 'misses-border'
	| 'unlike-kinds'
	| 'nothing-left'
	| 'nothing-split'
	| 'nothing-merged'
	| 'nothing-cut'
	| 'nothing-filled'
	| 'not-beside'
	| 'nothing-simplified'
	| 'nothing-to-repair'
	| 'edges-restless';

/** What would have been right, as data; the table of texts words it. */
export type Wanted =
	| { what: 'number'; from?: number; to?: number; above?: number; whole?: true }
	| { what: 'one-of'; values: readonly (string | number)[] }
	| { what: 'text' }
	/** Text that JSON allows at this place. */
	| { what: 'json'; token: string }
	| { what: 'yes-no' }
	| { what: 'geometry'; types: readonly string[] }
	| { what: 'heads' }
	| { what: 'controls' }
	| { what: 'needs' }
	| { what: 'resolution' };

/** One thing that is wrong, where, what was seen and what was wanted. Plain data. */
export interface Problem {
	readonly code: ProblemCode;
	/** An error keeps a feature or a value out of use; a warning does not. */
	readonly severity: 'error' | 'warning';
	/** Id of the feature, as far as it has one. */
	readonly featureId?: string;
	/** Place among the `features` of the file, from 0. */
	readonly featureIndex?: number;
	/** Place in the text of the file, from 1; where the JSON itself is broken. */
	readonly line?: number;
	readonly column?: number;
	/** Member within the feature: `properties.azimuthDeg`, `geometry.coordinates[0][3]`. */
	readonly path?: string;
	/** Place on the map. */
	readonly at?: LngLat;
	/** What was found, shortened. */
	readonly seen?: string;
	readonly wanted?: Wanted;
}

/** A value as a message quotes it: JSON, cut after 60 characters; `NaN` stays `NaN`. */
export function quoteValue(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
