import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { SOURCE_OF_KIND } from '../plan/item-features.ts';

/** Sources of the plan's things; what is fresh of them is drawn by twins of their layers. */
const SOURCES: ReadonlySet<string> = new Set(Object.values(SOURCE_OF_KIND));

const IS_LEFT_OUT: ExpressionSpecification = ['boolean', ['feature-state', 'isLeftOut'], false];

/** The opacities by which a feature is left out. */
const OPACITIES: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
	fill: ['fill-opacity'],
	line: ['line-opacity'],
	symbol: ['icon-opacity', 'text-opacity']
};

const TWIN = '-fresh';

/** The name of the twin of a layer. */
export function twinOf(layer: string): string {
	return layer + TWIN;
}

/** The layer that a layer is the twin of, or itself. */
export function layerOfTwin(layer: string): string {
	return layer.endsWith(TWIN) ? layer.slice(0, -TWIN.length) : layer;
}

/**
 * `layers` with a twin above each that draws things of the plan: the same layer over the source `fresh`.
 * A feature whose state says `isLeftOut` is drawn by neither.
 */
export function withFreshTwins(layers: readonly LayerSpecification[]): LayerSpecification[] {
	return layers.flatMap((layer) => {
		if (!('source' in layer) || !SOURCES.has(layer.source)) return [layer];
		const able = { ...layer, paint: leavingOut(layer) } as typeof layer;
		const ofSource: ExpressionSpecification = ['==', ['get', 'of'], layer.source];
		const filter = 'filter' in layer && layer.filter ? ['all', ofSource, layer.filter] : ofSource;
		return [able, { ...able, id: twinOf(layer.id), source: 'fresh', filter } as typeof layer];
	});
}

function leavingOut({ type, paint }: LayerSpecification): Record<string, unknown> {
	const able: Record<string, unknown> = { ...paint };
	for (const name of OPACITIES[type] ?? []) able[name] = unlessLeftOut(able[name] ?? 1);
	return able;
}

/** A steady curve over the zoom stays outermost, as the style wants it. */
function unlessLeftOut(opacity: unknown): unknown {
	if (!Array.isArray(opacity) || opacity[0] !== 'interpolate') return ['case', IS_LEFT_OUT, 0, opacity];
	return opacity.map((part: unknown, i) => (i > 3 && i % 2 === 0 ? ['case', IS_LEFT_OUT, 0, part] : part));
}
