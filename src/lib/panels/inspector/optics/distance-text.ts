import { lengthText, withUnit } from '../../../editor/wording/quantity.ts';

/** A distance before a lens: a decimal below 100 m, as every other length above. */
export function distanceText(distanceM: number): string {
	return distanceM < 99.95 ? withUnit(Math.round(distanceM * 10) / 10, 'm') : lengthText(distanceM);
}

/** An angle of optics: a decimal. */
export function angleText(angleDeg: number): string {
	return withUnit(Math.round(angleDeg * 10) / 10, '°');
}
