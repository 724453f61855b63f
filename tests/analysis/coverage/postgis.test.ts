import type { Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import { cityScene } from '../../bench/scene.ts';
import { postgisMissing, startPostgis, type PostGis } from '../../support/postgis.ts';
import { finished } from './finished.ts';

const missing = postgisMissing();
if (missing) console.warn(`not compared with PostGIS: ${missing}`);

describe.skipIf(missing !== null)('against PostGIS on the same footprints', () => {
	let postgis: PostGis;
	beforeAll(() => {
		postgis = startPostgis();
	});
	afterAll(() => postgis?.stop());

	test.each([
		['all working', 800, 0],
		['a third broken or not joined up', 800, 0.35]
	])('a city of cameras, %s', (_, count, sick) => {
		const scene = cityScene(count, 5, sick);
		const model = finished(scene.items);
		const answer = model.answer();
		postgis.query(`
			DROP TABLE IF EXISTS seen, gap, subject;
			CREATE TABLE seen (geom geometry);
			CREATE TABLE gap (id int, m2 float8, geom geometry);
			CREATE TABLE subject (geom geometry);
			${rows('subject', [literal(scene.area.geometry as Polygon)])}
			${rows('seen', footprints(model).map(literal))}
			${rows(
				'gap',
				answer.features.map(
					({ geometry, properties }, i) => `${i}, ${properties?.areaM2}, ${literal(geometry)}`
				)
			)}
			CREATE INDEX ON gap USING gist (geom);`);

		const [[area, seen, gap]] = postgis
			.query(
				`
			WITH u AS (SELECT ST_UnaryUnion(ST_Collect(geom)) AS geom FROM seen)
			SELECT ST_Area(s.geom::geography),
				ST_Area(ST_Intersection(s.geom, u.geom)::geography),
				ST_Area(ST_Difference(s.geom, u.geom)::geography)
			FROM subject s, u`
			)
			.map((row) => row.map(Number));
		const { summary } = answer;
		expect(Math.abs(summary.areaM2 / area - 1)).toBeLessThan(2e-4);
		expect(Math.abs(summary.coveredM2 / seen - 1)).toBeLessThan(2e-4);
		expect(Math.abs(summary.gapM2 / gap - 1)).toBeLessThan(2e-4);

		const [[invalid, worst, overlaps, overSeenM2]] = postgis
			.query(
				`
			SELECT (SELECT count(*) FROM gap WHERE NOT ST_IsValid(geom) OR NOT ST_IsPolygonCCW(geom)),
				(SELECT max(abs(ST_Area(geom::geography) / m2 - 1)) FROM gap WHERE m2 > 10),
				(SELECT count(*) FROM gap a JOIN gap b ON a.id < b.id AND a.geom && b.geom
					WHERE ST_Relate(a.geom, b.geom, '2********')),
				(SELECT coalesce(sum(ST_Area(ST_Intersection(g.geom, s.geom)::geography)), 0)
					FROM gap g JOIN seen s ON g.geom && s.geom)`
			)
			.map((row) => row.map(Number));
		expect(invalid).toBe(0);
		expect(worst).toBeLessThan(2e-4);
		expect(overlaps).toBe(0);
		expect(overSeenM2).toBeLessThan(1e-6 * summary.areaM2);
		console.info(
			`${count} cameras, off PostGIS by: area ${(summary.areaM2 / area - 1).toExponential(1)}, ` +
				`covered ${(summary.coveredM2 / seen - 1).toExponential(1)}, gap ${(summary.gapM2 / gap - 1).toExponential(1)}, ` +
				`worst single gap ${worst.toExponential(1)}`
		);
	});
});

/** The rings the model counts, as polygons: clockwise rings are holes of the one before. */
function footprints(model: CoverageModel): Polygon[] {
	const { ringStart, coords } = model.footprints();
	const polygons: Polygon[] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		const ring: [number, number][] = [];
		let area = 0;
		for (let i = ringStart[r], j = ringStart[r + 1] - 1; i < ringStart[r + 1]; j = i++) {
			ring.push([coords[2 * i] / 1e7, coords[2 * i + 1] / 1e7]);
			area += (coords[2 * j] - coords[2 * i]) * (coords[2 * j + 1] + coords[2 * i + 1]);
		}
		ring.push(ring[0]);
		if (area > 0) polygons.push({ type: 'Polygon', coordinates: [ring] });
		else polygons.at(-1)?.coordinates.push(ring);
	}
	return polygons;
}

function literal(geometry: Polygon): string {
	return `ST_SetSRID(ST_GeomFromGeoJSON('${JSON.stringify(geometry)}'), 4326)`;
}

function rows(table: string, values: readonly string[]): string {
	return values.length === 0
		? ''
		: `INSERT INTO ${table} VALUES ${values.map((value) => `(${value})`).join(',')};`;
}
