import { noCoordinates, type CoordinateNotation, type NoCoordinates } from './coordinate-reading.ts';

/** An angle of a text; `axis` is null where the text does not say which it is. */
export interface Angle {
	readonly deg: number;
	readonly axis: 'lat' | 'lng' | null;
	readonly notation: CoordinateNotation;
}

interface Part {
	readonly text: string;
	/** 0 degrees, 1 minutes, 2 seconds; null where no sign follows the number. */
	readonly unit: 0 | 1 | 2 | null;
}

interface Open {
	parts: Part[];
	mark: string | null;
	shut: boolean;
}

const TOKEN =
	/\s*(?:(?<mark>latitude|longitude|lat|lng|long|lon|north|south|east|west|[NSEWns](?![a-z])|[ew](?![a-z]))\.?\s*[:=]?|(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(?<unit>[°'"])?|(?<stop>[,;/|]))\s*/iy;
const UNITS = ['°', "'", '"'];
const NOTATIONS: readonly CoordinateNotation[] = ['decimal', 'dm', 'dms'];

/**
 * The two angles of a text in plain signs (see `plainSigns`) whose decimals have points: with or without signs, hemispheres
 * before or behind. `not-coordinates` if it holds any other word.
 */
export function readAngles(text: string): readonly [Angle, Angle] | NoCoordinates {
	const opened = group(text);
	if ('ok' in opened) return opened;
	if (opened.length === 0) return noCoordinates('not-coordinates', text);
	const split = opened.some(({ parts }) => parts.some(({ unit }) => unit !== null)) ? opened : evenly(opened);
	if (split.length !== 2) return noCoordinates('count', text);
	const angles: Angle[] = [];
	for (const open of split) {
		const angle = angleOf(open);
		if ('ok' in angle) return angle;
		angles.push(angle);
	}
	const [a, b] = angles;
	if (a.axis && a.axis === b.axis) return noCoordinates('hemisphere', text);
	return [a, b];
}

/** Numbers put together by signs, marks and commas. */
function group(text: string): Open[] | NoCoordinates {
	const out: Open[] = [];
	let waiting: string | null = null;
	let last: Open | undefined;
	TOKEN.lastIndex = 0;
	for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
		const { mark, number, unit, stop } = TOKEN.exec(text)?.groups ?? {};
		if (mark) {
			if (last && last.mark === null && waiting === null) last.mark = mark;
			else if (waiting === null) waiting = mark;
			else return noCoordinates('hemisphere', text);
			if (last) last.shut = true;
		} else if (number) {
			const part: Part = { text: number, unit: unit ? (UNITS.indexOf(unit) as 0 | 1 | 2) : null };
			if (!last || last.shut || begins(part, last)) {
				last = { parts: [], mark: waiting, shut: false };
				waiting = null;
				out.push(last);
			}
			last.parts.push(part);
		} else if (stop) {
			if (last) last.shut = true;
		} else return noCoordinates('not-coordinates', text.slice(at));
	}
	if (waiting !== null) return noCoordinates(out.length === 0 ? 'not-coordinates' : 'hemisphere', text);
	return out;
}

/** Whether a number is the first of another angle: it says degrees, has a sign, or cannot be a further part of `open`. */
function begins(part: Part, open: Open): boolean {
	if (part.unit === 0 || /^[+-]/.test(part.text)) return true;
	if (!open.parts.some(({ unit }) => unit !== null)) return false;
	const before = open.parts[open.parts.length - 1];
	if (part.unit !== null) return part.unit <= open.parts.length - 1 && before.unit !== null;
	return open.parts.length === 3 || before.text.includes('.') || Number(part.text) >= 60;
}

/** Bare numbers with nothing to part them: two, four or six are two angles of as many parts each. */
function evenly(opened: Open[]): Open[] {
	if (opened.length !== 1 || opened[0].mark !== null) {
		const bare = opened.every(({ parts, mark }) => parts.length === 1 && mark === null);
		if (!bare || opened.length === 2) return opened;
		return evenly([{ parts: opened.flatMap(({ parts }) => parts), mark: null, shut: true }]);
	}
	const { parts } = opened[0];
	if (parts.length % 2 === 1 || parts.length > 6) return opened;
	const half = parts.length / 2;
	return [parts.slice(0, half), parts.slice(half)].map((some) => ({ parts: some, mark: null, shut: true }));
}

function angleOf({ parts, mark }: Open): Angle | NoCoordinates {
	const seen = parts.map(({ text }) => text).join(' ');
	if (parts.length > 3) return noCoordinates('count', seen);
	let deg = 0;
	for (const [i, { text, unit }] of parts.entries()) {
		if (unit !== null && unit !== i) return noCoordinates('part', seen);
		if (i > 0 && !(Math.abs(Number(text)) < 60)) return noCoordinates('part', text);
		if (i < parts.length - 1 && text.includes('.')) return noCoordinates('part', text);
		deg += Math.abs(Number(text)) / 60 ** i;
	}
	const signed = parts[0].text.startsWith('-') ? -deg : deg;
	const notation = NOTATIONS[parts.length - 1];
	const word = mark?.toLowerCase() ?? '';
	if (word.startsWith('l')) return { deg: signed, axis: word.startsWith('la') ? 'lat' : 'lng', notation };
	if (word === '') return { deg: signed, axis: null, notation };
	if (/^[+-]/.test(parts[0].text)) return noCoordinates('hemisphere', `${parts[0].text} ${mark ?? ''}`);
	const axis = /^[ns]/.test(word) ? 'lat' : 'lng';
	return { deg: /^[sw]/.test(word) ? -deg : deg, axis, notation };
}
