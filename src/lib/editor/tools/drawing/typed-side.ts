/**
 * A side as it is typed: `120` metres, `120<45` metres towards a bearing, `<45` only the bearing, `@30,-12` metres
 * to the east and to the north.
 */
export interface TypedSide {
	readonly lengthM?: number | undefined;
	/** Clockwise from north, 0 to 360. */
	readonly bearingDeg?: number | undefined;
}

/** As far as it may have been typed. */
const BEGUN = /^(\d*\.?\d*(<(\d*\.?\d*)?)?|@-?\d*\.?\d*(,-?\d*\.?\d*)?)$/;
const BY_BEARING = /^(\d*\.?\d*)(<(\d*\.?\d*))?$/;
const BY_OFFSET = /^@(-?\d*\.?\d*),(-?\d*\.?\d*)$/;
const LONGEST = 18;

/** Whether a key goes on with what was typed so far. */
export function isSideKey(typed: string, key: string): boolean {
	return /^[\d.<@,-]$/.test(key) && BEGUN.test(typed + key) && typed.length < LONGEST;
}

/** What the text says; null where it is no side. */
export function readTypedSide(typed: string): TypedSide | null {
	const offset = BY_OFFSET.exec(typed);
	if (offset) {
		const [eastM, northM] = offset.slice(1).map(Number) as [number, number];
		const lengthM = Math.hypot(eastM, northM);
		if (!(lengthM > 0)) return null;
		return { lengthM, bearingDeg: ((Math.atan2(eastM, northM) * 180) / Math.PI + 360) % 360 };
	}
	const [, length = '', , bearing = ''] = BY_BEARING.exec(typed) ?? [];
	const lengthM = length === '' || length === '.' ? undefined : Number(length);
	const bearingDeg = bearing === '' || bearing === '.' ? undefined : Number(bearing) % 360;
	if (lengthM === undefined && bearingDeg === undefined) return null;
	if (lengthM !== undefined && !(lengthM > 0)) return null;
	return { lengthM, bearingDeg };
}

/** What is typed, as it is shown beside the pointer. */
export function typedSideText(typed: string): string {
	return `${typed.replace('<', ' ∠ ').replace(',', ', ')}${typed.includes('<') ? '°' : ' m'}`;
}
