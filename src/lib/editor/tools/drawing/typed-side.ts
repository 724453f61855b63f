/** A side as it is typed: `120` metres, `120<45` metres towards a bearing, `<45` only the bearing. */
export interface TypedSide {
	readonly lengthM?: number | undefined;
	/** Clockwise from north, 0 to 360. */
	readonly bearingDeg?: number | undefined;
}

/** Whether a key goes on with what was typed so far. */
export function isSideKey(typed: string, key: string): boolean {
	return /^[\d.<]$/.test(key) && /^\d*\.?\d*(<(\d*\.?\d*)?)?$/.test(typed + key) && typed.length < 14;
}

/** What the text says; null where it is no side. */
export function readTypedSide(typed: string): TypedSide | null {
	const [, length = '', , bearing = ''] = /^(\d*\.?\d*)(<(\d*\.?\d*))?$/.exec(typed) ?? [];
	const lengthM = length === '' || length === '.' ? undefined : Number(length);
	const bearingDeg = bearing === '' || bearing === '.' ? undefined : Number(bearing) % 360;
	if (lengthM === undefined && bearingDeg === undefined) return null;
	if (lengthM !== undefined && !(lengthM > 0)) return null;
	return { lengthM, bearingDeg };
}
