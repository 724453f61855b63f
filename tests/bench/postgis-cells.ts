import type { Position } from 'geojson';
import { polygonHex } from '../support/polygon-hex.ts';
import { startPostgis } from '../support/postgis.ts';

/** Area minus union in PostGIS, cut in cells. */
export interface PostgisFigures {
	/** CPU seconds of the one backend that did it; loading and indexing are left out. */
	cpuS: number;
	cells: number;
	gapM2: number;
}

const CELL_DEG = 0.01;
const CPU_S = `split_part(pg_read_file('/proc/self/stat'), ' ', 14)::float8 / 100
	+ split_part(pg_read_file('/proc/self/stat'), ' ', 15)::float8 / 100`;

/** What of `area` no ring of `seen` (closed, degrees) holds, each cell by itself with the footprints that meet it. */
export function postgisInCells(
	area: readonly Position[][],
	seen: readonly [number, number][][]
): PostgisFigures {
	const postgis = startPostgis();
	try {
		postgis.query(`
			CREATE TABLE subject (geom geometry);
			CREATE TABLE seen (geom geometry);
			COPY subject FROM STDIN;
${polygonHex(area)}
\\.
			COPY seen FROM STDIN;
${seen.map((ring) => polygonHex([ring])).join('\n')}
\\.
			CREATE INDEX ON seen USING gist (geom);
			ANALYZE seen;`);
		const rows = postgis.query(`
			SET max_parallel_workers_per_gather = 0;
			SET jit = off;
			CREATE TEMP TABLE took AS SELECT ${CPU_S} AS s;
			CREATE TABLE cell AS
				SELECT g.geom, CASE WHEN ST_Contains(s.geom, g.geom) THEN g.geom ELSE ST_Intersection(s.geom, g.geom) END AS part
				FROM subject s, LATERAL ST_SquareGrid(${CELL_DEG}, s.geom) g WHERE ST_Intersects(s.geom, g.geom);
			CREATE TABLE gap AS
				SELECT CASE WHEN u.geom IS NULL THEN c.part ELSE ST_Difference(c.part, u.geom) END AS geom
				FROM cell c, LATERAL (SELECT ST_Union(f.geom) AS geom FROM seen f WHERE f.geom && c.geom) u;
			SELECT ${CPU_S} - s FROM took;
			SELECT count(*), sum(ST_Area(geom::geography)) FROM gap;`);
		const [[cpuS], [cells, gapM2]] = rows.map((row) => row.map(Number));
		return { cpuS, cells, gapM2 };
	} finally {
		postgis.stop();
	}
}
