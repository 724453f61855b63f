import { m } from '../../paraglide/messages.js';
import { countText, figureText } from './quantity.ts';

/** A length of time: seconds under two minutes, minutes under two hours, hours and minutes above. */
export function durationText(durationS: number): string {
	const wholeS = Math.round(durationS);
	if (wholeS < 120) return m.patrol_seconds({ n: countText(wholeS) });
	const minutes = durationS / 60;
	if (minutes < 10) return m.patrol_minutes({ n: figureText(Math.round(minutes * 10) / 10) });
	if (minutes < 120) return m.patrol_minutes({ n: countText(minutes) });
	const whole = Math.round(minutes);
	return m.patrol_hours_minutes({ h: countText(Math.floor(whole / 60)), n: countText(whole % 60) });
}
