import type { CoverageBy, GapReason } from '../../domain/findings/gaps.ts';
import type { Standing } from '../../domain/on-duty.ts';

/**
 * Layers of the overlay, in the order in which they lay claim to ground: a place is given to the
 * first layer that holds it. After what counts come things that do not, least effort first: a
 * change of rota, then joining a camera up, then mending it.
 */
export const LAYER = { SUBJECT: 0, COVERED: 1, OFF_DUTY: 2, NOT_INTEGRATED: 3, BROKEN: 4 } as const;

/** Label of ground inside the subject that no layer holds. */
export const BARE = 5;

const LAYER_OF: Record<Standing, number | null> = {
	counted: LAYER.COVERED,
	'off-duty': LAYER.OFF_DUTY,
	'not-integrated': LAYER.NOT_INTEGRATED,
	broken: LAYER.BROKEN,
	absent: null
};

/** The layer of an observer by its standing; null where it is not there at all. */
export function layerOf(standing: Standing): number | null {
	return LAYER_OF[standing];
}

/**
 * The reason of a gap by its label. Ground that nothing holds or could hold wants a camera, except
 * where only patrols are asked about: a standing hole wants a standing eye.
 */
export function reasonOf(label: number, by: CoverageBy): GapReason {
	if (label === LAYER.OFF_DUTY) return 'off-duty';
	if (label === LAYER.NOT_INTEGRATED) return 'not-integrated';
	if (label === LAYER.BROKEN) return 'broken';
	return by === 'patrols' ? 'no-patrol' : 'no-camera';
}
