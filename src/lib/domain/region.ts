import type { Bbox } from '../geo/coordinates.ts';

/** `region.json` of a region pack: `tiles/<name>/` (basemap.pmtiles, roads.bin, buildings.bin, borders.bin, names.bin beside it). */
export interface RegionManifest {
	readonly format: 1;
	readonly name: string;
	/** Title for people, per language where the source gives it. */
	readonly title?: { readonly en?: string; readonly zh?: string; readonly local?: string };
	readonly bbox: Bbox;
	/** What it was built from: a file's name, never a path. */
	readonly source: string;
	readonly licence: string;
	readonly attribution: string;
	readonly built: string;
	readonly counts: {
		readonly roads: number;
		readonly nodes: number;
		readonly edges: number;
		readonly buildings: number;
		readonly places: number;
		readonly tiles: number;
		/** Railways, rivers and outlines of water; packs built before there were any have none to offer. */
		readonly borders?: number;
		/** Names that can be searched for; packs built before there were any have none. */
		readonly names?: number;
	};
}

/** The files of a pack, by what they hold. */
export const PACK_FILES = {
	manifest: 'region.json',
	basemap: 'basemap.pmtiles',
	roads: 'roads.bin',
	buildings: 'buildings.bin',
	borders: 'borders.bin',
	names: 'names.bin'
} as const;
