import type { Kind } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import type { LayerGroup } from '../layers.ts';

/** One thing of a kind: "Checkpoint". */
export function kindText(kind: Kind): string {
	return KIND[kind]();
}

/** Things of a kind: "Checkpoints". */
export function kindsText(kind: Kind): string {
	return KINDS_OF[kind]();
}

/** A layer as the layer list names it. */
export function layerText(group: LayerGroup): string {
	return LAYER[group]();
}

const KIND: Record<Kind, () => string> = {
	area: m.kind_area,
	'control-ring': m.kind_control_ring,
	checkpoint: m.kind_checkpoint,
	'patrol-zone': m.kind_patrol_zone,
	'patrol-route': m.kind_patrol_route,
	station: m.kind_station,
	camera: m.kind_camera,
	'key-site': m.kind_key_site
};

const KINDS_OF: Record<Kind, () => string> = {
	area: m.kinds_area,
	'control-ring': m.kinds_control_ring,
	checkpoint: m.kinds_checkpoint,
	'patrol-zone': m.kinds_patrol_zone,
	'patrol-route': m.kinds_patrol_route,
	station: m.kinds_station,
	camera: m.kinds_camera,
	'key-site': m.kinds_key_site
};

const LAYER: Record<LayerGroup, () => string> = {
	rings: m.layer_rings,
	checkpoints: m.layer_checkpoints,
	crossings: m.layer_crossings,
	leaks: m.layer_leaks,
	protected: m.layer_protected,
	gaps: m.layer_gaps,
	coverage: m.layer_coverage,
	watchers: m.layer_watchers,
	cameras: m.layer_cameras,
	patrols: m.layer_patrols,
	stations: m.layer_stations,
	'key-sites': m.layer_key_sites,
	areas: m.layer_areas,
	'area-figures': m.layer_area_figures,
	'unseen-roads': m.layer_unseen_roads,
	buildings: m.layer_buildings,
	labels: m.layer_labels
};
