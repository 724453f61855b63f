/** Licence of a pack and whom the map credits. */
export interface MapCredit {
	readonly licence: string;
	readonly attribution: string;
}

/** Of everything built from OpenStreetMap. */
export const OSM_CREDIT: MapCredit = { licence: 'ODbL-1.0', attribution: '© OpenStreetMap contributors' };
