/** The local moment that shows the digits of `iso` on the clock; a zone behind them is not looked at. Throws `RangeError` where there are none. */
export function wallClock(iso: string): Date {
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

/** What the clock shows at a local moment, to the minute: `2026-05-01T22:30`. */
export function wallClockText(at: Date): string {
	const two = (figure: number): string => String(figure).padStart(2, '0');
	const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
