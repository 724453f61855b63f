import { PERSON_HEIGHT_M } from '../../../domain/optics.ts';
import { rangeOf } from '../../../domain/head-range.ts';
import { densityText } from '../../../editor/wording/density-words.ts';
import { m } from '../../../paraglide/messages.js';
import { angleText, distanceText } from './distance-text.ts';
import type { OpticsScene } from './optics-scene.ts';

/** What is not known of a head or was taken for granted, and what its view does not count for; a sentence each. */
export function opticsNotes(scene: OpticsScene, isPtz: boolean, minPxPerM?: number): string[] {
	return [...ofDirection(scene, isPtz), ...ofRange(scene, isPtz, minPxPerM), ...ofPicture(scene)];
}

function ofDirection({ head }: OpticsScene, isPtz: boolean): string[] {
	const { azimuthDeg, hfovDeg, toleranceDeg } = head;
	if (hfovDeg === 360) return [];
	if (azimuthDeg === null) return isPtz ? [] : [m.optics_note_direction()];
	if (toleranceDeg === 0) return [];
	return [
		m.optics_note_rough({
			tolerance: angleText(toleranceDeg),
			certain: angleText(Math.max(0, hfovDeg - 2 * toleranceDeg)),
			likely: angleText(Math.min(360, hfovDeg + 2 * toleranceDeg))
		})
	];
}

function ofRange({ head, range, fullM }: OpticsScene, isPtz: boolean, minPxPerM?: number): string[] {
	if (range === null) return [isPtz ? m.optics_note_ptz_no_range() : m.optics_note_no_range()];
	const notes: string[] = [];
	if (isPtz) {
		// turned at will, the rim of the view it states does not bind it
		const freeM = rangeOf({ ...head, rimM: null })?.rangeM ?? fullM;
		notes.push(m.optics_note_ptz({ range: distanceText(freeM) }));
	}
	if (head.rimM !== null && head.rimM < range.rangeM && (head.heightM ?? 0) > PERSON_HEIGHT_M) {
		notes.push(m.optics_note_rim({ height: distanceText(PERSON_HEIGHT_M), rim: distanceText(head.rimM) }));
	}
	if (head.nearM >= fullM) notes.push(m.optics_note_blind());
	if (minPxPerM === undefined) return notes;
	const density = densityText(minPxPerM);
	if (head.widthPx === null) notes.push(m.optics_note_unrated({ density }));
	else if (fullM > range.rangeM) {
		notes.push(m.optics_note_coarse({ density, range: distanceText(range.rangeM) }));
	}
	return notes;
}

function ofPicture({ head }: OpticsScene): string[] {
	const { heightM, tiltDeg, vfovDeg, nearFrom } = head;
	const notes: string[] = [];
	if (head.hfovFrom === 'assumed') notes.push(m.optics_note_hfov({ hfov: angleText(head.hfovDeg) }));
	if (vfovDeg !== null && (heightM === null || tiltDeg === null)) {
		if (nearFrom === 'stated') notes.push(m.optics_note_no_height_stated());
		else notes.push(heightM === null ? m.optics_note_no_height() : m.optics_note_no_tilt());
	}
	if (heightM !== null && heightM <= PERSON_HEIGHT_M) {
		notes.push(m.optics_note_low({ height: distanceText(PERSON_HEIGHT_M) }));
	}
	if (head.widthPx === null) notes.push(m.optics_note_no_pixels());
	if (head.isAspectAssumed && vfovDeg !== null && heightM !== null && tiltDeg !== null) {
		notes.push(m.optics_note_aspect());
	}
	return notes;
}
