/** Things in one piece: to hand it over or to keep it takes a few milliseconds. */
export const PIECE = 500;

/** `list` in pieces of `PIECE`, in order; the last may be shorter. */
export function* piecesOf<T>(list: Iterable<T>): Generator<T[], undefined> {
	let piece: T[] = [];
	for (const member of list) {
		piece.push(member);
		if (piece.length < PIECE) continue;
		yield piece;
		piece = [];
	}
	if (piece.length > 0) yield piece;
	return undefined;
}
