/**
 * Joins the pieces of one way, each a list of node ids in the way's direction, head to tail where
 * ends are the same node. A piece that meets none stays by itself; pieces that close become one ring.
 */
export function joinPieces(pieces: readonly (readonly number[])[]): number[][] {
	const byHead = new Map<number, (readonly number[])[]>();
	const tails = new Set<number>();
	for (const piece of pieces) {
		const at = byHead.get(piece[0]);
		if (at) at.push(piece);
		else byHead.set(piece[0], [piece]);
		tails.add(piece[piece.length - 1]);
	}
	const used = new Set<readonly number[]>();
	const joined: number[][] = [];
	// first what starts nowhere else, then what is left: rings
	for (const piece of [...pieces.filter((p) => !tails.has(p[0])), ...pieces]) {
		if (used.has(piece)) continue;
		used.add(piece);
		const whole = [...piece];
		for (;;) {
			const next = byHead.get(whole[whole.length - 1])?.find((p) => !used.has(p));
			if (!next) break;
			used.add(next);
			for (let i = 1; i < next.length; i++) whole.push(next[i]);
		}
		joined.push(whole);
	}
	return joined;
}
