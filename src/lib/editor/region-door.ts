import { PACK_FILES, type RegionManifest } from '../domain/region.ts';
import type { PackUrls } from '../workers/analysis-events.ts';

/** The built map regions, as the service offers them. */
export interface RegionDoor {
	/** Manifests of all packs; rejects where the service does not answer. */
	list(): Promise<RegionManifest[]>;
	/** Addresses of a pack's files that the analysis reads. */
	packUrls(region: string): PackUrls;
	/** Text of the pack's demo plan, or null where it has none. */
	demoPlan(region: string): Promise<string | null>;
}

/** The door to the service that served this page. */
export function connectRegions(fetcher: typeof fetch = fetch): RegionDoor {
	return {
		async list() {
			const response = await fetcher('/api/v1/regions');
			if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
			const answer: unknown = await response.json();
			if (Array.isArray(answer)) return answer as RegionManifest[];
			return (answer as { regions: RegionManifest[] }).regions;
		},
		packUrls(region) {
			const folder = `/regions/${encodeURIComponent(region)}`;
			return {
				roads: `${folder}/${PACK_FILES.roads}`,
				buildings: `${folder}/${PACK_FILES.buildings}`,
				borders: `${folder}/${PACK_FILES.borders}`,
				names: `${folder}/${PACK_FILES.names}`
			};
		},
		async demoPlan(region) {
			const response = await fetcher(`/regions/${encodeURIComponent(region)}/demo-plan.geojson`);
			return response.ok ? response.text() : null;
		}
	};
}
