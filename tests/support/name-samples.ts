import {
	NAME_KINDS,
	type NameKind,
	type NameTexts,
	type PlaceNames
} from '../../src/lib/domain/place-names.ts';

/** A name drawn by hand: kind, local name, place in degrees, and what else it is called. */
export type NameSample = readonly [NameKind, string, lng: number, lat: number, Partial<NameTexts>?];

/** Names of a region that never was. */
export function placeNames(samples: readonly NameSample[]): PlaceNames {
	return {
		kind: Uint8Array.from(samples, ([kind]) => NAME_KINDS.indexOf(kind)),
		at: Int32Array.from(samples.flatMap(([, , lng, lat]) => [lng * 1e7, lat * 1e7])),
		box: Int32Array.from(samples.flatMap(([, , lng, lat]) => [lng * 1e7, lat * 1e7, lng * 1e7, lat * 1e7])),
		texts: samples.map(([, local, , , more]) => ({
			local,
			en: '',
			zh: '',
			ru: '',
			ref: '',
			others: [],
			...more
		}))
	};
}
