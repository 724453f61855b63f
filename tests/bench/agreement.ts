import type { Polygon, Position } from 'geojson';
import { CoverageModel } from '../../src/lib/analysis/coverage/coverage-model.ts';
import type { GapCollection } from '../../src/lib/analysis/coverage/gap-features.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { footprintPolygons } from '../support/footprint-polygons.ts';
import { polygonHex } from '../support/polygon-hex.ts';
import { postgisMissing, startPostgis, type PostGis } from '../support/postgis.ts';
import { cityScene } from './scene.ts';

const SIZES = [10_000, 220_000];
/** A fifth of the cameras are broken or not joined up, so that gaps of several reasons meet. */
const SICK = 0.2;
const CELL_DEG = 0.01;
/** Of a square degree about the scene, near enough to tell how much ground is meant. */
const M2_PER_DEG2 = 1.07e10;
const CPU_S = `split_part(pg_read_file('/proc/self/stat'), ' ', 14)::float8 / 100
	+ split_part(pg_read_file('/proc/self/stat'), ' ', 15)::float8 / 100`;

interface Took {
	cpuS: number;
	wallS: number;
}

/**
 * Compares the answer to `gaps` with PostGIS on the same footprints: areas in all and cell by cell,
 * whether each gap is valid, and whether any two share ground. Times of both stand side by side.
 */
export async function benchAgreement(): Promise<void> {
	const missing = postgisMissing();
	if (missing !== null) {
		console.log(`(not compared with PostGIS: ${missing})`);
		return;
	}
	for (const count of SIZES) {
		const postgis = startPostgis();
		try {
			compare(postgis, count);
		} finally {
			postgis.stop();
		}
	}
}

function compare(postgis: PostGis, count: number): void {
	const { items, area } = cityScene(count, 42, SICK);
	const model = new CoverageModel({ assumptions: PRESENT, by: 'all', minAreaM2: 0 });
	const worked = timed(() => {
		model.open(items);
		while (isUnfinished(model)) continue;
		model.summary();
	});
	let answer = {} as GapCollection;
	const exported = timed(() => (answer = model.answer()));
	const seen = footprintPolygons(model.footprints());
	const gaps = answer.features.map(({ geometry }) => geometry.coordinates);
	load(postgis, (area.geometry as Polygon).coordinates, seen, gaps);

	const cut = measured(postgis, CUT);
	const [[areaM2, openM2]] = numbers(postgis, 'SELECT sum(m2), sum(open_m2) FROM theirs');
	const validity = measured(postgis, 'CREATE TABLE invalid AS SELECT id FROM gap WHERE NOT ST_IsValid(geom)');
	const [[invalid]] = numbers(postgis, 'SELECT count(*) FROM invalid');
	const joined = measured(postgis, JOIN);
	const judged = measured(postgis, JUDGE);
	const [[pairs, sharedM2, guilty, cells, worstM2, offM2]] = numbers(postgis, VERDICT);

	const { summary } = answer;
	const covered = summary.coveredM2 / (areaM2 - openM2) - 1;
	console.log(`\n${count.toLocaleString('en')} cameras, ${seen.length} footprints, ${gaps.length} gaps`);
	for (const [name, value] of [
		['area off by', (summary.areaM2 / areaM2 - 1).toExponential(1)],
		['covered off by', covered.toExponential(1)],
		['open off by', (summary.gapM2 / openM2 - 1).toExponential(1)],
		[
			'open, cell by cell',
			`worst of ${cells} off by ${worstM2.toFixed(3)} m2, all by ${offM2.toFixed(1)} m2`
		],
		['not ST_IsValid', `${invalid} of ${gaps.length}`],
		[
			'pairs that share ground',
			`${guilty} uncut, of ${pairs} whose parts do; all parts ${sharedM2.toExponential(1)} m2`
		],
		['ours: footprints to figures', clock(worked)],
		['ours: polygons joined', clock(exported)],
		['PostGIS: area minus union', clock(cut)],
		['PostGIS: ST_IsValid of ours', clock(validity)],
		['PostGIS: ours in cells, joined', clock(joined)],
		['PostGIS: pairs uncut', clock(judged)]
	] as const)
		console.log(`  ${name.padEnd(32)} ${value}`);
}

const CUT = `
	CREATE TABLE cell AS
		SELECT row_number() OVER () AS id, g.geom,
			CASE WHEN ST_Contains(s.geom, g.geom) THEN g.geom ELSE ST_Intersection(s.geom, g.geom) END AS part
		FROM subject s, LATERAL ST_SquareGrid(${CELL_DEG}, s.geom) g WHERE ST_Intersects(s.geom, g.geom);
	CREATE TABLE theirs AS
		SELECT id, part, open, ST_Area(part::geography) AS m2, ST_Area(open::geography) AS open_m2
		FROM (SELECT c.id, c.part, CASE WHEN u.geom IS NULL THEN c.part ELSE ST_Difference(c.part, u.geom) END AS open
			FROM cell c, LATERAL (SELECT ST_Union(f.geom) AS geom FROM seen f WHERE f.geom && c.geom) u) cut`;

/** Our gaps cut by the same cells; every pair that may share ground is looked at, large gaps by their parts. */
const JOIN = `
	CREATE TABLE small AS SELECT id, ST_Subdivide(geom, 128) AS geom FROM gap;
	CREATE INDEX ON small USING gist (geom);
	CREATE INDEX ON cell USING gist (geom);
	ANALYZE small;
	CREATE TABLE ours AS
		SELECT c.id AS cell, CASE WHEN ST_CoveredBy(s.geom, c.geom) THEN s.geom ELSE ST_Intersection(s.geom, c.geom) END AS geom
		FROM cell c JOIN small s ON s.geom && c.geom;
	CREATE TABLE pair AS
		SELECT a.id AS one, b.id AS other, sum(ST_Area(ST_Intersection(a.geom, b.geom))) * ${M2_PER_DEG2} AS m2
		FROM small a JOIN small b ON a.id < b.id AND a.geom && b.geom
		WHERE ST_Relate(a.geom, b.geom, '2********') GROUP BY 1, 2`;

/** Parts were cut at rounded places: pairs that share over a square millimetre by them are judged uncut. */
const JUDGE = `
	CREATE TABLE guilty AS SELECT one, other FROM pair JOIN gap a ON a.id = one JOIN gap b ON b.id = other
		WHERE m2 > 1e-6 AND ST_Relate(a.geom, b.geom, '2********')`;

/** Straight in degrees on both sides, so that lines cut in other places enclose the same. */
const VERDICT = `
	WITH mine AS (SELECT cell, sum(ST_Area(geom)) AS deg2 FROM ours GROUP BY cell),
		off AS (SELECT abs(ST_Area(t.open) - coalesce(m.deg2, 0)) * ${M2_PER_DEG2} AS m2
			FROM theirs t LEFT JOIN mine m ON m.cell = t.id)
	SELECT (SELECT count(*) FROM pair WHERE m2 > 1e-6), (SELECT coalesce(sum(m2), 0) FROM pair), (SELECT count(*) FROM guilty), count(*), max(m2), sum(m2) FROM off`;

function load(
	postgis: PostGis,
	area: Position[][],
	seen: readonly Position[][][],
	gaps: readonly Position[][][]
): void {
	postgis.query(
		`CREATE TABLE subject (geom geometry); COPY subject FROM STDIN;\n${polygonHex(area)}\n\\.\n` +
			`CREATE TABLE seen (geom geometry); COPY seen FROM STDIN;\n${seen.map(polygonHex).join('\n')}\n\\.\n` +
			'CREATE INDEX ON seen USING gist (geom); ANALYZE seen;'
	);
	postgis.query(
		'CREATE TABLE gap (id int, geom geometry); COPY gap FROM STDIN;\n' +
			`${gaps.map((rings, id) => `${id}\t${polygonHex(rings)}`).join('\n')}\n\\.\nANALYZE gap;`
	);
}

/** Runs `sql` in one backend; its own CPU seconds, and the clock's. */
function measured(postgis: PostGis, sql: string): Took {
	const [[cpuS, wallS]] = numbers(
		postgis,
		`SET max_parallel_workers_per_gather = 0; SET jit = off;
		CREATE TEMP TABLE took AS SELECT ${CPU_S} AS s, clock_timestamp() AS at;
		${sql};
		SELECT ${CPU_S} - s, extract(epoch FROM clock_timestamp() - at) FROM took`
	);
	return { cpuS, wallS };
}

function numbers(postgis: PostGis, sql: string): number[][] {
	return postgis.query(sql).map((row) => row.map(Number));
}

function timed(run: () => unknown): Took {
	const before = process.cpuUsage();
	const start = performance.now();
	run();
	const { user, system } = process.cpuUsage(before);
	return { cpuS: (user + system) / 1e6, wallS: (performance.now() - start) / 1e3 };
}

function isUnfinished(model: CoverageModel): boolean {
	const { done, total } = model.work(Infinity);
	return done < total;
}

function clock({ cpuS, wallS }: Took): string {
	return `${cpuS.toFixed(2)} s CPU, ${wallS.toFixed(2)} s by the clock`;
}
