import maplibreWorkerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { addProtocol, Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import type { Bbox } from '../geo/coordinates.ts';

declare global {
	interface Window {
		/** The map on screen: the handle for automation and tests, not for the application. */
		cordonMap?: MapLibreMap | undefined;
	}
}

let isReady = false;

/** A map that fills `container`, with no controls of its own. */
export function createMap(
	container: HTMLElement,
	style: StyleSpecification,
	bounds: Bbox | null
): MapLibreMap {
	if (!isReady) {
		setWorkerUrl(maplibreWorkerUrl);
		addProtocol('pmtiles', new Protocol().tile);
		isReady = true;
	}
	return new MapLibreMap({
		container,
		style,
		attributionControl: false,
		// labels are drawn with the font files the style names, never with what the machine has
		localIdeographFontFamily: false,
		fadeDuration: 0,
		maxPitch: 0,
		dragRotate: true,
		pitchWithRotate: false,
		clickTolerance: 4,
		// a drag with shift held picks things out
		boxZoom: false,
		minZoom: 3,
		maxZoom: 21,
		...(bounds && {
			bounds: [
				[bounds[0], bounds[1]],
				[bounds[2], bounds[3]]
			],
			fitBoundsOptions: { padding: 40 }
		})
	});
}
