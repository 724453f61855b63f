import { ItemMap } from '../../src/lib/domain/item-map.ts';
import type { Checkpoint, ControlRing, Item, ItemId } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import type { RegionManifest } from '../../src/lib/domain/region.ts';
import type { CoverageAnswer, PackUrls } from '../../src/lib/workers/analysis-events.ts';
import type { SealAnswer } from '../../src/lib/domain/findings/sealing.ts';

/** A checkpoint at `lng`, 51. */
export function checkpoint(id: string, lng: number, rank = 0, name?: string): Checkpoint {
	return {
		id: id as ItemId,
		kind: 'checkpoint',
		geometry: { type: 'Point', coordinates: [lng, 51] },
		properties: name === undefined ? {} : { name },
		rank
	};
}

/** A square ring about 71, 51 of half a side `half`. */
export function ring(id: string, level: 1 | 2 | 3, half: number, rank = 0): ControlRing {
	const [w, s, e, n] = [71 - half, 51 - half, 71 + half, 51 + half];
	return {
		id: id as ItemId,
		kind: 'control-ring',
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[w, s],
					[e, s],
					[e, n],
					[w, n],
					[w, s]
				]
			]
		},
		properties: { level },
		rank
	};
}

export function planOf(items: readonly Item[], name = 'Sample', region?: string): Plan {
	return {
		header: { format: 1, name, ...(region !== undefined && { region }) },
		items: ItemMap.from(items)
	};
}

export function regionNamed(name: string): RegionManifest {
	return {
		format: 1,
		name,
		bbox: [71, 51, 72, 52],
		source: 'sample.osm',
		licence: 'ODbL-1.0',
		attribution: '© OpenStreetMap contributors',
		built: '2026-01-01T00:00:00.000Z',
		counts: { roads: 1, nodes: 2, edges: 1, buildings: 0, places: 0, tiles: 1 }
	};
}

export function coverageAnswer(coveredShare: number): CoverageAnswer {
	return {
		summary: {
			areaM2: 1000,
			coveredM2: 1000 * coveredShare,
			gapM2: 1000 * (1 - coveredShare),
			coveredShare,
			gaps: 0,
			droppedSliversM2: 0,
			uncertainCameras: 0,
			unratedCameras: 0,
			likelyM2: 0,
			possibleM2: 0,
			whatIf: []
		},
		gaps: [],
		withBuildings: false
	};
}

/** A region with no pack. */
export const NO_PACKS: PackUrls = { roads: null, buildings: null };

export const NOTHING_SEALED: SealAnswer = {
	rings: [],
	crossings: [],
	leaks: [],
	suggestions: [],
	depth: null,
	warnings: []
};
