/**
 * Moments on the wall clock of the plan: ISO 8601 without a zone (`2026-05-01T22:30`). As `Date` they are
 * kept as if the wall clock were local time, and are only ever read back the same way.
 */

/** The moment as it is written in assumptions, to the minute. */
export function wallText(at: Date): string {
	const two = (n: number): string => String(n).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The local moment that shows the digits of `iso`; a zone behind them is not looked at. Throws a `RangeError` where it is no moment. */
export function wallDate(iso: string): Date {
	const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?/.exec(iso);
	if (!parts) throw new RangeError(`a moment is written 2026-05-01T22:30, not ${JSON.stringify(iso)}`);
	const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number
	];
	const date = new Date(year, month - 1, day, hour, minute, second);
	if (date.getMonth() !== month - 1 || date.getDate() !== day || hour > 23 || minute > 59 || second > 60) {
		throw new RangeError(`${JSON.stringify(iso)} is no date and time`);
	}
	return date;
}

/** The Monday midnight that begins the week of `at`. */
export function weekStart(at: Date): Date {
	return new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() + 6) % 7));
}
