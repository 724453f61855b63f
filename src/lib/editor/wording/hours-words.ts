import { getLocale } from '../../paraglide/runtime.js';
import { m } from '../../paraglide/messages.js';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const TIME = '\\d{1,2}:\\d{2}';
const RULE = new RegExp(
	`^(?:(${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*)\\s+)?(${TIME}-${TIME}(?:,${TIME}-${TIME})*|off|closed)$`
);

/**
 * Hours of duty as a person reads them: "Monday to Friday, 07:00–22:00". Absent hours and `24/7` are
 * always; what is too rich for a sentence (months, holidays, sunrise) is given as it is written.
 */
export function hoursText(hours: string | undefined): string {
	const written = hours?.trim() ?? '';
	if (written === '' || written === '24/7') return m.always();
	const rules = written.split(/\s*;\s*/).filter((rule) => rule !== '');
	const read = rules.map((rule) => RULE.exec(rule));
	if (read.length === 0 || read.some((match) => match === null)) return written;
	return read
		.map((match) => ruleText(match?.[1], match?.[2] as string))
		.join(getLocale() === 'zh' ? '；' : '; ');
}

function ruleText(days: string | undefined, spans: string): string {
	const when = days ? days.split(',').map(daysText).join(separator()) : m.hours_every_day();
	if (spans === 'off' || spans === 'closed') return m.hours_off({ days: when });
	return m.hours_rule({ days: when, spans: spans.split(',').map(spanText).join(separator()) });
}

function daysText(days: string): string {
	const [from, to] = days.split('-') as [string, string?];
	return to ? m.hours_days({ from: dayText(from), to: dayText(to) }) : dayText(from);
}

function spanText(span: string): string {
	const [from, to] = span.split('-') as [string, string];
	const minutes = (time: string): number => {
		const [hour, minute] = time.split(':').map(Number) as [number, number];
		return hour * 60 + minute;
	};
	return minutes(to) <= minutes(from) ? m.hours_span_over_night({ from, to }) : `${from}–${to}`;
}

/** 1 January 2024 was a Monday. */
function dayText(day: string): string {
	const tag = getLocale() === 'zh' ? 'zh-CN' : 'en-GB';
	const date = new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
	return new Intl.DateTimeFormat(tag, {
		weekday: getLocale() === 'zh' ? 'short' : 'long',
		timeZone: 'UTC'
	}).format(date);
}

function separator(): string {
	return getLocale() === 'zh' ? '、' : ', ';
}
