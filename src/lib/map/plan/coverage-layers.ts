import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_COLOURS } from '../../editor/symbols.ts';
import { shownGroup } from '../style/group-opacity.ts';
import type { MapLook } from '../style/map-look.ts';

const PICKED: ExpressionSpecification = [
	'case',
	['boolean', ['feature-state', 'selected'], false],
	1,
	['boolean', ['feature-state', 'hover'], false],
	0.7,
	0
];

/** Far out a square stands for its ground: it is as strong as the share of it that is meant. */
const SHARE: ExpressionSpecification = ['coalesce', ['get', 'share'], 1];

/** Seen ground, by how many too, open ground hatched by reason, and roads that nothing watches. */
export function coverageLayers({ theme, layers }: MapLook): LayerSpecification[] {
	const c = PLAN_COLOURS[theme];
	const coverage = shownGroup(layers, 'coverage');
	const watchers = shownGroup(layers, 'watchers');
	const gaps = shownGroup(layers, 'gaps');
	const unseen = shownGroup(layers, 'unseen-roads');

	return [
		{
			id: 'coverage-fill',
			type: 'fill',
			source: 'coverage',
			'source-layer': 'coverage',
			layout: { visibility: coverage.visibility },
			paint: {
				'fill-color': c.coverage,
				'fill-opacity': ['*', c.coverageOpacity * coverage.opacity, SHARE],
				// tiles and cells meet edge to edge: smoothing would draw their seams
				'fill-antialias': false
			}
		},
		{
			id: 'watchers-fill',
			type: 'fill',
			source: 'watchers',
			'source-layer': 'watchers',
			layout: { visibility: watchers.visibility },
			paint: {
				'fill-color': ['match', ['get', 'k'], 1, c.watchers[1], 2, c.watchers[2], c.watchers[3]],
				'fill-opacity': ['*', 0.6 * watchers.opacity, SHARE],
				'fill-antialias': false
			}
		},
		{
			id: 'gap-hatch',
			type: 'fill',
			source: 'gaps',
			'source-layer': 'gaps',
			layout: { visibility: gaps.visibility },
			paint: {
				'fill-pattern': ['concat', 'hatch-', ['get', 'reason']],
				'fill-opacity': ['*', c.gapOpacity * gaps.opacity, SHARE],
				'fill-antialias': false
			}
		},
		{
			id: 'gap-outline',
			type: 'fill',
			source: 'gaps',
			'source-layer': 'gaps',
			layout: { visibility: gaps.visibility },
			paint: {
				'fill-color': c.gap,
				'fill-opacity': ['*', 0.28, PICKED],
				'fill-antialias': false
			}
		},
		{
			id: 'unseen-road',
			type: 'line',
			source: 'unseen',
			'source-layer': 'unseen',
			layout: { visibility: unseen.visibility, 'line-cap': 'round', 'line-join': 'round' },
			paint: {
				'line-color': c.unseen,
				'line-width': [
					'interpolate',
					['linear'],
					['zoom'],
					10,
					['+', 1, ['*', 3, PICKED]],
					16,
					['+', 3, ['*', 4, PICKED]]
				],
				'line-opacity': 0.85 * unseen.opacity
			}
		}
	];
}
