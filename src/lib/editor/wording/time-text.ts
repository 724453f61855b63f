import { m } from '../../paraglide/messages.js';
import { figureText } from './quantity.ts';

/** A time on the road: seconds below one and a half minutes, else minutes with one decimal. */
export function timeText(durationS: number): string {
	if (durationS < 90) return m.response_time_s({ seconds: figureText(Math.round(durationS)) });
	return m.response_time_min({ minutes: (Math.round(durationS / 6) / 10).toFixed(1) });
}
