import type { ExpressionSpecification } from 'maplibre-gl';

/**
 * How much a road carries, 0 to 5, from the tags of the Protomaps v4 schema (`kind_detail`, else
 * `kind`): motorways and trunk roads, primary, secondary, tertiary, streets, service roads.
 */
export const ROAD_RANK: ExpressionSpecification = [
	'match',
	['coalesce', ['get', 'kind_detail'], ['get', 'kind']],
	['motorway', 'motorway_link', 'trunk', 'highway'],
	5,
	['primary', 'trunk_link', 'major_road'],
	4,
	['secondary', 'primary_link'],
	3,
	['tertiary', 'secondary_link', 'tertiary_link'],
	2,
	['service', 'other'],
	0,
	1
];

/** Width in pixels by rank, 0 to 5, at each zoom. */
const STOPS: readonly (readonly [
	zoom: number,
	widths: readonly [number, number, number, number, number, number]
])[] = [
	[7, [0, 0, 0, 0.2, 0.5, 1]],
	[10, [0, 0.1, 0.5, 0.8, 1.2, 1.8]],
	[12, [0.1, 0.6, 1.2, 1.7, 2.3, 3]],
	[14, [0.9, 1.8, 2.8, 3.6, 4.4, 5.4]],
	[16, [3, 5, 7, 8.5, 10, 12]],
	[18, [8, 14, 18, 21, 24, 28]],
	[20, [26, 46, 58, 66, 74, 88]]
];

/**
 * Width of a road by class and zoom. With `casingPx`, the width of the line below it that shows as
 * an edge of that many pixels on either side; roads too thin to be drawn get none.
 */
export function roadWidth(casingPx = 0): ExpressionSpecification {
	const stops = STOPS.flatMap(([zoom, widths]) => [
		zoom,
		[
			'*',
			['case', ['==', ['get', 'is_link'], true], 0.65, 1],
			[
				'match',
				ROAD_RANK,
				...widths.slice(0, 5).flatMap((width, rank) => [rank, cased(width, casingPx)]),
				cased(widths[5], casingPx)
			]
		]
	]);
	return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

function cased(width: number, casingPx: number): number {
	return width < 0.5 ? 0 : width + 2 * casingPx;
}
