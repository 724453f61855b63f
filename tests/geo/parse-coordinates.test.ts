import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import type { CoordinateNotation } from '../../src/lib/geo/notations/coordinate-reading.ts';
import { parseCoordinates } from '../../src/lib/geo/parse-coordinates.ts';
import { printCoordinates } from '../../src/lib/geo/print-coordinates.ts';

const ASTANA: LngLat = [71.43, 51.16];
const EXACT: LngLat = [71.4266667, 51.16];

describe('parseCoordinates reads', () => {
	test.each<[string, LngLat, CoordinateNotation]>([
		['51.16, 71.43', ASTANA, 'decimal'],
		['71.43 51.16', ASTANA, 'decimal'],
		['51.16;71.43', ASTANA, 'decimal'],
		['51.16 / 71.43', ASTANA, 'decimal'],
		['(51.16, 71.43)', ASTANA, 'decimal'],
		['51,16 71,43', ASTANA, 'decimal'],
		['51,16; 71,43', ASTANA, 'decimal'],
		['51,16, 71,43', ASTANA, 'decimal'],
		['51.16,71.43', ASTANA, 'decimal'],
		['51.16 71,43', ASTANA, 'decimal'],
		['５１．１６，７１．４３', ASTANA, 'decimal'],
		['51.16、71.43', ASTANA, 'decimal'],
		['51.16°, 71.43°', ASTANA, 'decimal'],
		['51.16° 71.43°', ASTANA, 'decimal'],
		['N51.16 E71.43', ASTANA, 'decimal'],
		['E 71.43, N 51.16', ASTANA, 'decimal'],
		['51.16N 71.43E', ASTANA, 'decimal'],
		['51.16 n, 71.43 e', ASTANA, 'decimal'],
		['71.43°E 51.16°N', ASTANA, 'decimal'],
		['51.16 North, 71.43 East', ASTANA, 'decimal'],
		['lat 51.16 lng 71.43', ASTANA, 'decimal'],
		['lng: 71.43, lat: 51.16', ASTANA, 'decimal'],
		['longitude=-71.43 latitude=-51.16', [-71.43, -51.16], 'decimal'],
		['北纬51.16度，东经71.43度', ASTANA, 'decimal'],
		['东经 71.43°、北纬 51.16°', ASTANA, 'decimal'],
		['纬度：51.16 经度：71.43', ASTANA, 'decimal'],
		['51.16 с.ш. 71.43 в.д.', ASTANA, 'decimal'],
		['-33.8688, 151.2093', [151.2093, -33.8688], 'decimal'],
		['−33.8688 151.2093', [151.2093, -33.8688], 'decimal'],
		['33.8688 S 151.2093 E', [151.2093, -33.8688], 'decimal'],
		['12.0464 S, 77.0428 W', [-77.0428, -12.0464], 'decimal'],
		['50 71', [71, 50], 'decimal'],
		['51, 171', [171, 51], 'decimal'],
		['51°9\'36"N 71°25\'36"E', EXACT, 'dms'],
		['51°9′36″N, 71°25′36″E', EXACT, 'dms'],
		['51º 09’ 36” N 71º 25’ 36” E', EXACT, 'dms'],
		["N 51° 9' 36'' E 71° 25' 36''", EXACT, 'dms'],
		['北纬51度9分36秒 东经71度25分36秒', EXACT, 'dms'],
		['東經71°25′36″ 北緯51°9′36″', EXACT, 'dms'],
		['51d09m36sN 71d25m36sE', EXACT, 'dms'],
		['51 9 36 N 71 25 36 E', EXACT, 'dms'],
		['51 9 36, 71 25 36', EXACT, 'dms'],
		['51 9 36 71 25 36', EXACT, 'dms'],
		['51 9 36,0 71 25 36,0', EXACT, 'dms'],
		["51°9.6'N 71°25.6'E", EXACT, 'dm'],
		["51° 9,6' 71° 25,6'", EXACT, 'dm'],
		['51 9.6 N, 71 25.6 E', EXACT, 'dm'],
		['N51 9.6 E71 25.6', EXACT, 'dm'],
		['51 9.6 71 25.6', EXACT, 'dm'],
		['51°9.6 71°25.6', EXACT, 'dm'],
		['0°30′S 0°30′W', [-0.5, -0.5], 'dm'],
		["-0°30' -0°30'", [-0.5, -0.5], 'dm'],
		['geo:51.16,71.43', ASTANA, 'geo-uri'],
		['geo:51.16,71.43,350;u=35', ASTANA, 'geo-uri'],
		['geo:51.16,71.43?z=12', ASTANA, 'geo-uri'],
		['[71.43, 51.16]', ASTANA, 'geojson'],
		['{"type":"Point","coordinates":[71.43,51.16,350]}', ASTANA, 'geojson'],
		['https://www.openstreetmap.org/#map=14/51.16/71.43', ASTANA, 'map-link'],
		['https://www.openstreetmap.org/?mlat=51.16&mlon=71.43#map=12/51.0/71.0', ASTANA, 'map-link'],
		['#12.5/51.16/71.43', ASTANA, 'map-link'],
		['https://www.google.com/maps/@51.16,71.43,15z', ASTANA, 'map-link'],
		['https://maps.google.com/maps/place/x/@51,71,15z/data=!3d51.16!4d71.43', ASTANA, 'map-link'],
		['https://maps.apple.com/?ll=51.16,71.43', ASTANA, 'map-link'],
		['https://example.org/?q=51.16%2C71.43', ASTANA, 'map-link']
	])('%s', (text, at, notation) => {
		expect(parseCoordinates(text, [71.4, 51.1])).toMatchObject({ ok: true, at, notation });
	});

	test.each([
		// Karney's GeoConvert, and the example of the package
		['31 N 448251.795 5411932.678', [2.2945, 48.8582], 'utm'],
		['31U 448251.795 5411932.678', [2.2945, 48.8582], 'utm'],
		['UTM zone 31 north 448251.795mE 5411932.678mN', [2.2945, 48.8582], 'utm'],
		// where the equator meets a central meridian, and the edge of its zone
		['31 N 500000 0', [3, 0], 'utm'],
		['31 S 500000 10000000', [3, 0], 'utm'],
		['31 N 166021.443 0', [0, 0], 'utm'],
		['31 N 833978.557 0', [6, 0], 'utm'],
		// the arc of the meridian to 45 degrees is 4,984,944.378 m
		['31 N 500000 4982950.400', [3, 45], 'utm'],
		['60 G 500000 5017049.600', [177, -45], 'utm'],
		['31U DQ 48251 11932', [2.2945, 48.8582], 'mgrs'],
		['31UDQ4825111932', [2.2945, 48.8582], 'mgrs'],
		['31u dq 48251 11932', [2.2945, 48.8582], 'mgrs']
	] as const)('%s', (text, [lng, lat], notation) => {
		const read = parseCoordinates(text);
		if (!read.ok) throw new Error(read.reason);
		expect(read.notation).toBe(notation);
		expect(read.at[0]).toBeCloseTo(lng, 4);
		expect(read.at[1]).toBeCloseTo(lat, 4);
	});
});

describe('parseCoordinates where a text has two readings', () => {
	test('prefers the one nearer to the map, and tells both', () => {
		const here = parseCoordinates('51.16 71.43', [71, 51]);
		const there = parseCoordinates('51.16 71.43', [50, 70]);
		expect(here).toMatchObject({ at: [71.43, 51.16], order: 'latitude-first' });
		expect(there).toMatchObject({ at: [51.16, 71.43], order: 'longitude-first' });
		expect(here.ok && here.readings?.map(({ at }) => at)).toEqual([
			[71.43, 51.16],
			[51.16, 71.43]
		]);
	});

	test.each([
		['10 20', [11, 15], [10, 20]],
		['10 20', [19, 15], [20, 10]],
		// across the antimeridian the far reading is the nearer one
		['30 85', [-175, 30], [85, 30]]
	] as const)('%s seen from %s is %s', (text, near, at) => {
		expect(parseCoordinates(text, near)).toMatchObject({ at });
	});

	test('takes latitude first with no map', () => {
		expect(parseCoordinates('10 20')).toMatchObject({ at: [20, 10], readings: [{}, {}] });
	});

	test.each(['51.16N 71.43', '51.16 171.43', '171.43 51.16', '[171.43, 51.16]', '20 20', 'geo:10,20'])(
		'%s has one',
		(text) => expect(parseCoordinates(text, [0, 0])).not.toHaveProperty('readings')
	);

	test('commas between all figures may be decimal signs or stops', () => {
		const read = parseCoordinates('51,16,71,43', [71, 51]);
		const places = (read.ok && read.readings) || [];
		expect(places.map(({ at }) => at)).toContainEqual([71.43, 51.16]);
		expect(places.map(({ notation }) => notation)).toContain('dm');
	});

	test('a square bracket says longitude first, wherever the map is', () => {
		expect(parseCoordinates('[10, 20]', [20, 10])).toMatchObject({ at: [10, 20], notation: 'geojson' });
	});

	test('S is a band of the north or the southern half', () => {
		const read = parseCoordinates('50 S 400000 4000000', [115, 36]);
		expect(read).toMatchObject({ ok: true, notation: 'utm' });
		expect(read.ok && read.at[1]).toBeGreaterThan(36);
		expect(read.ok && read.readings?.[1].at[1]).toBeLessThan(-50);
	});

	test('a square of MGRS is its middle, and says how wide', () => {
		expect(parseCoordinates('31U DQ 48 11')).toMatchObject({ sizeM: 1000 });
		expect(parseCoordinates('31UDQ')).toMatchObject({ sizeM: 100_000 });
	});
});

describe('parseCoordinates refuses', () => {
	test.each([
		['', 'empty'],
		['   ', 'empty'],
		['Abai Avenue 12', 'not-coordinates'],
		['阿拜大街', 'not-coordinates'],
		['new', 'not-coordinates'],
		['east', 'not-coordinates'],
		['51.16', 'count'],
		['51°9′36″N', 'count'],
		['51.16, 71.43, 350', 'count'],
		['1 2 3 4 5', 'count'],
		['1 2 3 4 5 6 7 8', 'count'],
		['51°60′N 71°E', 'part'],
		['51°9′60″N 71°E', 'part'],
		['51.5°9′N 71°E', 'part'],
		['51 75 71 25', 'part'],
		['91.5, 181', 'range'],
		['91N 71E', 'range'],
		['geo:95,10', 'range'],
		['-33.8 S, 151.2 E', 'hemisphere'],
		['51N 71N', 'hemisphere'],
		['61U 448251 5411932', 'grid'],
		['31U 448251 9911932', 'grid'],
		['31C 448251 5411932', 'grid'],
		['31U ZZ 48251 11932', 'grid'],
		['31U DQ 482 11932', 'grid'],
		['31UDQ123', 'grid'],
		['ZAH 00000 00000', 'polar'],
		['31A DQ 48251 11932', 'polar'],
		['9'.repeat(3000), 'too-long']
	])('%s', (text, reason) => {
		expect(parseCoordinates(text)).toMatchObject({ ok: false, reason });
	});
});

const place = fc.tuple(
	fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((n) => n / 1e7),
	fc.integer({ min: -900_000_000, max: 900_000_000 }).map((n) => n / 1e7)
);

describe('printCoordinates', () => {
	test.each<CoordinateNotation>(['decimal', 'dm', 'dms', 'utm', 'geo-uri', 'geojson', 'map-link'])(
		'in %s is read back to 1e-7 degree',
		(notation) => {
			fc.assert(
				fc.property(place, (at) => {
					const text = printCoordinates(at, notation);
					if (text === null) {
						expect(at[1] < -79.98 || at[1] > 83.98).toBe(true);
						return;
					}
					const read = parseCoordinates(text, at);
					if (!read.ok) throw new Error(`${text}: ${read.reason}`);
					const turn = Math.abs(read.at[0] - at[0]);
					expect(Math.min(turn, 360 - turn)).toBeLessThanOrEqual(1.01e-7);
					expect(Math.abs(read.at[1] - at[1])).toBeLessThanOrEqual(1.01e-7);
				}),
				{ numRuns: 400, examples: [[[0, 83.98]], [[6, 83.98]], [[-180, -79.98]], [[0, 83.9918271]]] }
			);
		}
	);

	test('in MGRS is read back to a metre', () => {
		fc.assert(
			fc.property(place, (at) => {
				const text = printCoordinates(at, 'mgrs');
				if (text === null) {
					expect(at[1] < -79.98 || at[1] > 83.98).toBe(true);
					return;
				}
				const read = parseCoordinates(text, at);
				if (!read.ok) throw new Error(`${text}: ${read.reason}`);
				const turn = Math.abs(read.at[0] - at[0]);
				const eastM = Math.min(turn, 360 - turn) * 111_320 * Math.cos((at[1] * Math.PI) / 180);
				expect(Math.hypot(eastM, (read.at[1] - at[1]) * 111_600)).toBeLessThan(1);
			}),
			{ numRuns: 400 }
		);
	});

	test.each([
		[[71.9999999999, 51], 'dms', '51°0′0.0000″ N, 72°0′0.0000″ E'],
		[[-0.00000001, 0], 'decimal', '0, 0'],
		[[71.4266667, 51.16], 'dm', '51°9.600000′ N, 71°25.600002′ E'],
		[[0, 85], 'utm', null],
		[[0, 85], 'mgrs', null]
	] as const)('%s in %s is %s', (at, notation, text) => {
		expect(printCoordinates(at, notation)).toBe(text);
	});
});

test('no text makes it throw, and no reading leaves the globe', () => {
	const piece = fc.constantFrom(
		...[...'0123456789.,;-+°\'"NSEWns 度分秒北纬东经UXQ[]/@#=geo:lat'],
		'51.16',
		' 71 '
	);
	const figure = fc.integer({ min: -9500, max: 9500 }).map((n) => n / 100);
	const part = fc.tuple(
		figure,
		fc.constantFrom('', '°', "'", 'N', '东经', ' S', 'E'),
		fc.constantFrom(' ', ', ', ',', ';', '')
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(piece, { maxLength: 24 }).map((some) => some.join('')),
		fc.array(part, { minLength: 2, maxLength: 3 }).map((some) => some.flat().join(''))
	);
	let read = 0;
	fc.assert(
		fc.property(text, (some) => {
			const answer = parseCoordinates(some, [71, 51]);
			if (!answer.ok) {
				expect(answer.seen.length).toBeLessThanOrEqual(60);
				return;
			}
			read++;
			for (const { at } of answer.readings ?? [answer]) {
				expect(Math.abs(at[0])).toBeLessThanOrEqual(180);
				expect(Math.abs(at[1])).toBeLessThanOrEqual(90);
			}
		}),
		{ numRuns: 3000 }
	);
	expect(read).toBeGreaterThan(100);
});
