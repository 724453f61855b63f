import type { CameraKind, KindGroup, KindUse } from '../../domain/camera-kinds.ts';
import { m } from '../../paraglide/messages.js';
import type { OwnKind } from '../camera-library.svelte.ts';
import { pictureText } from '../fields/picture-size.ts';
import { figureText, withUnit } from './quantity.ts';

export const GROUP_WORDS: Readonly<Record<KindGroup | 'own', () => string>> = {
	fixed: m.heads_group_fixed,
	dome: m.heads_group_dome,
	ptz: m.heads_group_ptz,
	round: m.heads_group_round,
	pole: m.heads_group_pole,
	own: m.heads_group_own
};

export const USE_WORDS: Readonly<Record<KindUse, () => string>> = {
	entrance: m.heads_use_entrance,
	street: m.heads_use_street,
	road: m.heads_use_road,
	square: m.heads_use_square,
	far: m.heads_use_far,
	junction: m.heads_use_junction
};

const POLE_WORDS: Readonly<Record<string, () => string>> = {
	'pole-back-to-back': m.heads_kind_pole_back,
	'pole-junction-3': m.heads_kind_pole_3,
	'pole-junction-4': m.heads_kind_pole_4
};

/** What a kind is called: "6 mm lens, 4 MP, 1/1.8″", or the name it was saved under. */
export function cameraKindText(kind: CameraKind | OwnKind): string {
	if ('name' in kind) return kind.name;
	const pole = POLE_WORDS[kind.id];
	if (pole) return pole();
	const { focalLengthMm, hfovDeg, resolutionPx } = kind.properties;
	if (focalLengthMm !== undefined && kind.sensorInch !== undefined) {
		const focal = kind.longestMm
			? `${figureText(focalLengthMm)}–${withUnit(kind.longestMm, 'mm')}`
			: withUnit(focalLengthMm, 'mm');
		return m.heads_kind_lens({ focal, picture: megaPixelText(resolutionPx), sensor: kind.sensorInch });
	}
	if (hfovDeg === undefined || resolutionPx === undefined) return m.heads_kind_plain();
	return m.heads_kind_round({
		width: withUnit(hfovDeg, '°'),
		picture: withUnit(0, 'px').replace('0', pictureText(resolutionPx))
	});
}

/** A picture's size as it is sold: "4 MP"; its figures where its height is not known. */
function megaPixelText(resolutionPx: unknown): string {
	if (!Array.isArray(resolutionPx)) return pictureText(resolutionPx);
	const [width, height] = resolutionPx as [number, number];
	return withUnit(Math.round((width * height) / 1e6), 'MP');
}
