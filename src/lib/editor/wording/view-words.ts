import type { HeadOptics } from '../../domain/head-optics.ts';
import { rangeOf } from '../../domain/head-range.ts';
import { m } from '../../paraglide/messages.js';
import { directionText } from './item-words.ts';
import { lengthText, withUnit } from './quantity.ts';

/** Where a head looks, how wide and how far, in one line: "135° south-east · 60° wide · 80 m". */
export function viewText(head: HeadOptics): string {
	const { azimuthDeg, hfovDeg } = head;
	const range = rangeOf(head);
	const parts = [
		hfovDeg < 360 && azimuthDeg !== null
			? m.heads_label_azimuth({
					azimuth: withUnit(Math.round(azimuthDeg * 10) / 10, '°'),
					direction: directionText(azimuthDeg)
				})
			: null,
		m.heads_label_width({ width: withUnit(Math.round(hfovDeg * 10) / 10, '°') }),
		range && lengthText(range.rangeM),
		Number.isFinite(head.nearM) && head.nearM > 0
			? m.heads_label_near({ near: lengthText(head.nearM) })
			: null
	];
	return parts.filter((part) => part !== null).join(' · ');
}
