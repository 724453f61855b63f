import type { CheckFinding } from '../../domain/checks/check-finding.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { ViewRequest } from '../editor.svelte.ts';

/** Slivers are looked at this closely, and single places so that the road they stand by is to be told. */
const CLOSEST_ZOOM = 20;
const PLACE_ZOOM = 17;
/** What is wider than this is shown by its box. */
const SMALL_M = 120;
/** How wide a screen is taken to be, and how wide a pixel is at zoom 0 on the equator (512 a tile). */
const SCREEN_PX = 700;
const METRES_PER_PX = 78271.5;

/** Where to look to see a finding: its ground, however small, or the place it is at. */
export function checkView({ at, bbox, ground }: CheckFinding): ViewRequest {
	const [west, south, east, north] = bbox;
	const { metresPerLng, metresPerLat } = localPlane(at);
	const wideM = Math.max((east - west) * metresPerLng, (north - south) * metresPerLat);
	if (wideM === 0 || (!ground && wideM < SMALL_M)) return { at, zoom: PLACE_ZOOM };
	if (wideM >= SMALL_M) return { bbox };
	const pxM = METRES_PER_PX * Math.cos((at[1] * Math.PI) / 180);
	const zoom = Math.log2((pxM * SCREEN_PX) / (3 * wideM));
	return { at: [(west + east) / 2, (south + north) / 2], zoom: Math.min(CLOSEST_ZOOM, zoom) };
}
