import Mgrs, { LatLon, Utm } from 'geodesy/mgrs.js';
import type { LngLat } from '../coordinates.ts';
import { noCoordinates, type CoordinateReading, type NoCoordinates } from './coordinate-reading.ts';

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const SLACK_DEG = 1;

const UTM =
	/^(?:UTM\s*)?(?:ZONE\s*)?(\d{1,2})\s*(NORTH|SOUTH|[A-Z])\s*[,;]?\s+(?:E\s*=?\s*)?(\d+(?:\.\d+)?)\s*(?:M?E)?\s*[,;]?\s+(?:N\s*=?\s*)?(\d+(?:\.\d+)?)\s*(?:M?N)?$/;
const MGRS = /^(?:MGRS\s*)?(\d{1,2})\s*([A-Z])\s*([A-Z])\s*([A-Z])\s*(\d{0,5})\s*(\d{0,5})$/;
const POLAR = /^(?:MGRS\s*|UPS\s*)?[ABYZ]\s*[A-Z]\s*[A-Z]\s*\d{0,5}\s*\d{0,5}$/;

/**
 * The readings of a text in the grids UTM (`42 N 456789 5678901`, zone and band or hemisphere) or MGRS (`42UVB 56789 78901`),
 * after Karney 2011; null if it is neither. An `S` may be a band of the north or the southern hemisphere: then both.
 */
export function readGrid(text: string): readonly CoordinateReading[] | NoCoordinates | null {
	const upper = text.toUpperCase();
	const utm = UTM.exec(upper);
	if (utm)
		return readUtm(upper, Number(utm[1]), utm[2][0] + (utm[2].length > 1 ? '!' : ''), +utm[3], +utm[4]);
	const mgrs = MGRS.exec(upper);
	if (mgrs) return readMgrs(upper, mgrs);
	// a bare word may look like a polar square: only with figures is it one
	return POLAR.test(upper) && /\d/.test(upper) ? noCoordinates('polar', text) : null;
}

function readUtm(text: string, zone: number, letter: string, e: number, n: number) {
	if ('ABYZ'.includes(letter)) return noCoordinates('polar', text);
	const halves: readonly ('N' | 'S')[] =
		letter === 'S' ? ['S', 'N'] : [letter === 'S!' || (letter < 'N' && !letter.endsWith('!')) ? 'S' : 'N'];
	const out: CoordinateReading[] = [];
	for (const half of halves) {
		const at = attempt(() => new Utm(zone, half, e, n));
		if (at === null) continue;
		const asBand = halves.length === 2 && half === 'N';
		const isBand = BANDS.includes(letter) && letter !== 'N' && (letter !== 'S' || asBand);
		if (isBand && !isInBand(at, letter)) continue;
		// a northing that neither hemisphere has room for is no place
		if (Math.abs(at[1]) <= 84) out.push({ at, notation: 'utm' });
	}
	return out.length > 0 ? out : noCoordinates('grid', text);
}

function readMgrs(text: string, [, zone, band, e100k, n100k, first, second]: RegExpExecArray) {
	const digits = first + second;
	if ('ABYZ'.includes(band)) return noCoordinates('polar', text);
	if (digits.length % 2 === 1 || (second !== '' && first.length !== second.length && /\d\s\d/.test(text))) {
		return noCoordinates('grid', text);
	}
	const half = digits.length / 2;
	const sizeM = 10 ** (5 - half);
	const middle = (part: string): number => Number(part || '0') * sizeM + sizeM / 2;
	const at = attempt(() =>
		new Mgrs(
			Number(zone),
			band,
			e100k,
			n100k,
			middle(digits.slice(0, half)),
			middle(digits.slice(half))
		).toUtm()
	);
	if (at === null || !isInBand(at, band)) return noCoordinates('grid', text);
	return [{ at, notation: 'mgrs', sizeM }] as const;
}

/** The package throws on what does not exist; its error texts are for programmers. */
function attempt(make: () => Utm): LngLat | null {
	try {
		const { lat, lon } = make().toLatLon();
		return Number.isFinite(lat) && Number.isFinite(lon) ? [lon, lat] : null;
	} catch {
		return null;
	}
}

function isInBand([, lat]: LngLat, band: string): boolean {
	const south = (BANDS.indexOf(band) - 10) * 8;
	const north = band === 'X' ? 84 : south + 8;
	return lat >= south - SLACK_DEG && lat <= north + SLACK_DEG;
}

/** A place in UTM, to a millimetre; null within 2 km of 80° S and 84° N, and beyond them. */
export function printUtm(at: LngLat): string | null {
	const utm = utmOf(at);
	return utm && `${utm.zone} ${utm.hemisphere} ${utm.easting.toFixed(3)} ${utm.northing.toFixed(3)}`;
}

/** The square metre of MGRS that holds a place; null where there is no UTM. */
export function printMgrs(at: LngLat): string | null {
	return utmOf(at)?.toMgrs().toString() ?? null;
}

function utmOf([lng, lat]: LngLat) {
	// at the edge of a zone a northing is some 900 m more than at its middle, and the package knows none beyond 84° there
	if (lat < -79.98 || lat > 83.98) return null;
	// the antimeridian belongs to zone 1; the package would say 61
	return new LatLon(lat, lng >= 180 ? lng - 360 : lng).toUtm();
}
