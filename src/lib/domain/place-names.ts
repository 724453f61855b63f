/**
 * What a name of the map names. `district` is an administrative area below the city; `office` a public one; `building` any
 * other named building or landmark.
 */
export const NAME_KINDS = [
	'city',
	'district',
	'town',
	'suburb',
	'village',
	'road',
	'street',
	'path',
	'bridge',
	'square',
	'river',
	'water',
	'railway',
	'station',
	'hospital',
	'school',
	'office',
	'emergency',
	'power',
	'fuel',
	'bus-stop',
	'park',
	'landmark',
	'building'
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Which kinds are ways, listed apart from places: `road` is a main road, `street` any other for cars. */
export const WAY_KINDS: ReadonlySet<NameKind> = new Set(['road', 'street', 'path', 'bridge']);

/** Every way to name one thing; '' where the map has none. `others` are alternative and old names. */
export interface NameTexts {
	readonly local: string;
	readonly en: string;
	readonly zh: string;
	readonly ru: string;
	readonly ref: string;
	readonly others: readonly string[];
}

/**
 * The names of a region: what stands where. Name n is of `NAME_KINDS[kind[n]]`, lies at `at[2 n]`, `at[2 n + 1]` (longitude
 * and latitude in 1e-7 degrees, a point on it) and within `box[4 n]` to `box[4 n + 3]` (west, south, east, north). A road is
 * one name for all its pieces in one neighbourhood.
 */
export interface PlaceNames {
	readonly kind: Uint8Array;
	readonly at: Int32Array;
	readonly box: Int32Array;
	readonly texts: readonly NameTexts[];
}
