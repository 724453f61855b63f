import { getLocale } from '../../paraglide/runtime.js';

/** Thin and unbreakable: a figure and its unit stay together. */
const THIN = '\u202f';

/** A whole number with separated thousands. */
export function countText(count: number): string {
	return formatter('count').format(Math.round(count));
}

/** A length: metres under 1 km, km above; 4 significant digits at most. */
export function lengthText(lengthM: number): string {
	const wholeM = Math.round(lengthM);
	if (Math.abs(wholeM) < 1000) return `${significant(wholeM)}${THIN}m`;
	return `${significant(wholeM / 1000)}${THIN}km`;
}

/** An area: square metres under a tenth of a km², km² above; 4 significant digits at most. */
export function areaText(areaM2: number): string {
	const wholeM2 = Math.round(areaM2);
	if (Math.abs(wholeM2) < 100_000) return `${significant(wholeM2)}${THIN}m²`;
	return `${significant(wholeM2 / 1e6)}${THIN}km²`;
}

/**
 * A share of 1 in per cent, one decimal. Only a whole reads "100", only a nothing reads "0": what is
 * nearly all says 99.9, what is nearly nothing says < 0.1.
 */
export function shareText(share: number): string {
	if (!Number.isFinite(share)) return '–';
	const space = getLocale() === 'zh' ? '' : THIN;
	if (share > 0 && share < 0.0005) return `<${space}0.1${space}%`;
	const percent = share >= 1 ? 100 : Math.min(share * 100, 99.9);
	return `${formatter('share').format(percent)}${space}%`;
}

/** How many stand on a square kilometre, without the unit: 3 significant digits, none for what is not finite. */
export function densityPerKm2Text(perKm2: number): string {
	return Number.isFinite(perKm2) ? formatter('density').format(perKm2) : '–';
}

/** A moment of the log or a file, in the locale's form. */
export function momentText(at: Date): string {
	return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A figure with a unit that is written as it stands (`°`, `px`, `mm`). */
export function withUnit(figure: number, unit: string): string {
	return unit === '°' ? `${significant(figure)}°` : `${significant(figure)}${THIN}${unit}`;
}

/** A figure without a unit; 4 significant digits at most. */
export function figureText(figure: number): string {
	return significant(figure);
}

function significant(figure: number): string {
	return formatter('significant').format(figure);
}

const OPTIONS = {
	count: { maximumFractionDigits: 0 },
	share: { maximumFractionDigits: 1 },
	significant: { maximumSignificantDigits: 4 },
	density: { maximumSignificantDigits: 3 }
} as const;

// Intl formatters are dear to make and a list asks for thousands of figures
const made = new Map<string, Intl.NumberFormat>();

function formatter(kind: keyof typeof OPTIONS): Intl.NumberFormat {
	const key = `${tag()} ${kind}`;
	let found = made.get(key);
	if (!found) {
		found = new Intl.NumberFormat(tag(), OPTIONS[kind] as Intl.NumberFormatOptions);
		made.set(key, found);
	}
	return found;
}

function tag(): string {
	return getLocale() === 'zh' ? 'zh-CN' : 'en-GB';
}
