import { language } from '../language.svelte.ts';

/** When a step was done: the time of day where that was on the day of `today`, else the day too. */
export function stepTimeText(at: Date, today: Date): string {
	const tag = language.locale === 'zh' ? 'zh-CN' : 'en-GB';
	const isToday = at.toDateString() === today.toDateString();
	return new Intl.DateTimeFormat(tag, {
		...(!isToday && { day: 'numeric', month: 'short' }),
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(at);
}
