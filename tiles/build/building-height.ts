import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';

const LEVEL_M = 3;
const FOOT_M = 0.3048;

/** Height of a building in metres from `height` or its levels at 3 m each, to 0.1 m; 0 where neither says. */
export function buildingHeightM(tags: Tags): number {
	const stated = metres(tags.height ?? tags['building:height']);
	if (stated > 0) return stated;
	const levels = positive(tags['building:levels']) + positive(tags['roof:levels']) * 0.5;
	return levels > 0 && levels < 300 ? Math.round(levels * LEVEL_M * 10) / 10 : 0;
}

function metres(value: string | undefined): number {
	const number = positive(value);
	const heightM = /'|ft|feet/.test(value ?? '') ? number * FOOT_M : number;
	return heightM < 900 ? Math.round(heightM * 10) / 10 : 0;
}

function positive(value: string | undefined): number {
	const number = value === undefined ? 0 : parseFloat(value.replace(',', '.'));
	return number > 0 ? number : 0;
}
