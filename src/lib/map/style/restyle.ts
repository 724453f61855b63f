import type { LayerSpecification } from 'maplibre-gl';

/** The few doors of a map that a change of look goes through. */
export interface Restylable {
	setPaintProperty(layer: string, name: never, value: never): unknown;
	setLayoutProperty(layer: string, name: never, value: never): unknown;
}

type Properties = Readonly<Record<string, unknown>>;

/**
 * Brings a map whose layers are `before` to `after`, touching only what differs. Both hold the same
 * layers; sources, filters and zoom ranges do not depend on the look.
 */
export function restyle(
	map: Restylable,
	before: readonly LayerSpecification[],
	after: readonly LayerSpecification[]
): void {
	const old = new Map(before.map((layer) => [layer.id, layer]));
	for (const layer of after) {
		const was = old.get(layer.id);
		if (!was) throw new RangeError(`layer "${layer.id}" is new; a change of look adds none`);
		for (const [name, value] of changed(was.layout, layer.layout)) {
			map.setLayoutProperty(layer.id, name as never, value as never);
		}
		for (const [name, value] of changed(was.paint, layer.paint)) {
			map.setPaintProperty(layer.id, name as never, value as never);
		}
	}
}

function changed(before: Properties = {}, after: Properties = {}): [string, unknown][] {
	const found: [string, unknown][] = [];
	for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
		if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) found.push([name, after[name]]);
	}
	return found;
}
