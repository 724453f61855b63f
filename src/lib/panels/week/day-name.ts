import { getLocale } from '../../paraglide/runtime.js';

/** The day of the week and of the month in the locale's form: "Mon 4", "周一 4日". */
export function dayName(day: Date): string {
	const isChinese = getLocale() === 'zh';
	const tag = isChinese ? 'zh-CN' : 'en-GB';
	const name = new Intl.DateTimeFormat(tag, { weekday: 'short' }).format(day);
	return isChinese ? `${name} ${day.getDate()}日` : `${name} ${day.getDate()}`;
}
