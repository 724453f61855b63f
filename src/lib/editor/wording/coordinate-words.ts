import type {
	CoordinateFault,
	CoordinateNotation,
	CoordinateReading,
	NoCoordinates
} from '../../geo/notations/coordinate-reading.ts';
import { m } from '../../paraglide/messages.js';
import { lengthText } from './quantity.ts';

/** A notation as people call it. */
export function notationText(notation: CoordinateNotation): string {
	return NOTATIONS[notation]();
}

/** What was wrong with a text that is no coordinates, and what was wanted. */
export function coordinateFaultText({ reason, seen }: NoCoordinates): string {
	return FAULTS[reason]({ seen });
}

/** How a text was understood: notation, which number came first where it does not say, and how wide a square it names. */
export function readingText({ notation, order, sizeM }: CoordinateReading): string {
	const parts = [notationText(notation)];
	if (order) parts.push(order === 'latitude-first' ? m.coords_lat_first() : m.coords_lng_first());
	if (sizeM !== undefined && sizeM > 1) parts.push(m.coords_square({ size: lengthText(sizeM) }));
	return parts.join(' · ');
}

const NOTATIONS: Record<CoordinateNotation, () => string> = {
	decimal: m.coords_decimal,
	dm: m.coords_dm,
	dms: m.coords_dms,
	utm: m.coords_utm,
	mgrs: m.coords_mgrs,
	'geo-uri': m.coords_geo_uri,
	geojson: m.coords_geojson,
	'map-link': m.coords_map_link
};

const FAULTS: Record<CoordinateFault, (seen: { seen: string }) => string> = {
	empty: m.coords_fault_empty,
	'too-long': m.coords_fault_long,
	'not-coordinates': m.coords_fault_other,
	count: m.coords_fault_count,
	part: m.coords_fault_part,
	range: m.coords_fault_range,
	hemisphere: m.coords_fault_hemisphere,
	grid: m.coords_fault_grid,
	polar: m.coords_fault_polar
};
