import { PERSON_HEIGHT_M } from '../../../domain/optics.ts';
import { DEFAULT_MIN_PX_PER_M } from '../../../domain/head-range.ts';
import {
	densityLevelOf,
	PIXEL_DENSITY_SCALES,
	type PixelDensityScale
} from '../../../domain/pixel-density-scales.ts';
import { pxPerMAt } from '../../../domain/pixel-density.ts';
import { densityText, DENSITY_WORDS } from '../../../editor/wording/density-words.ts';
import { m } from '../../../paraglide/messages.js';
import { angleText, distanceText } from './distance-text.ts';
import type { OpticsScene } from './optics-scene.ts';

const HFOV_FROM = {
	stated: m.optics_hfov_stated,
	lens: m.optics_hfov_lens,
	'all-round': m.optics_hfov_all_round,
	assumed: m.optics_hfov_assumed
} as const;

/** The figures under the drawings: name, and value with where it comes from. */
export function opticsFacts(
	scene: OpticsScene,
	scale: PixelDensityScale,
	minPxPerM?: number
): [string, string][] {
	const { head, range } = scene;
	const facts: [string, string][] = [
		[m.optics_hfov(), because(angleText(head.hfovDeg), HFOV_FROM[head.hfovFrom]())],
		[m.optics_vfov(), head.vfovDeg === null ? m.optics_vfov_none() : angleText(head.vfovDeg)],
		[m.optics_near(), nearText(scene)]
	];
	if (range === null) return [...facts, [m.optics_range(), m.optics_unknown()]];
	const endsBy = {
		stated: () => m.optics_range_stated(),
		rim: () =>
			(head.heightM ?? 0) > PERSON_HEIGHT_M
				? m.optics_range_rim({ height: distanceText(PERSON_HEIGHT_M) })
				: m.optics_range_ground(),
		density: () => m.optics_range_density({ density: densityText(minPxPerM ?? DEFAULT_MIN_PX_PER_M) })
	};
	facts.push([m.optics_range(), because(distanceText(range.rangeM), endsBy[range.endsBy]())]);
	if (head.widthPx !== null) {
		const pxPerM = pxPerMAt(head.widthPx, head.hfovDeg, range.rangeM);
		// a range that a density ends has that density, whatever the last bit says
		const level = densityLevelOf(pxPerM * (1 + 1e-9), scale);
		const words = level
			? DENSITY_WORDS[level.name]()
			: m.optics_density_below({ level: DENSITY_WORDS[PIXEL_DENSITY_SCALES[scale][0].name]() });
		facts.push([m.optics_density_at_range(), because(densityText(pxPerM), words)]);
	}
	return facts;
}

function nearText({ head }: OpticsScene): string {
	if (head.nearM === Infinity) return m.optics_near_endless();
	const from = {
		stated: m.optics_hfov_stated,
		tilt: m.optics_near_tilt,
		unknown: m.optics_near_taken
	}[head.nearFrom];
	return head.nearFrom === 'unknown' ? from() : because(distanceText(head.nearM), from());
}

function because(figure: string, reason: string): string {
	return `${figure} · ${reason}`;
}
