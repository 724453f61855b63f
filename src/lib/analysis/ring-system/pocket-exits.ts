import { POCKET_M } from '../sealing/outside-ground.ts';
import { OUTSIDE, type SystemRoads } from './system-roads.ts';

/** A way out that is there only once all of `posts` are gone: the pocket it leads into is then none. */
export interface PocketExit {
	/** Node it leads out from. */
	readonly node: number;
	/** Held piece that opens. */
	readonly piece: number;
	readonly posts: readonly number[];
}

/** More checkpoints than this at once are not looked into. */
const MOST_POSTS = 2;

/**
 * Ways out into pockets that stop being pockets when one checkpoint, or two, are gone: what lies behind
 * the opened road then adds up to 2 km.
 */
export function pocketExits(system: SystemRoads): PocketExit[] {
	const heldAt = heldPiecesAt(system);
	const exits: PocketExit[] = [];
	const done = new Set<string>();
	for (const [pocket, pieces] of heldAt) {
		for (const [i, a] of pieces.entries()) {
			for (const b of pieces.slice(i)) {
				const posts = [...new Set([...system.posts[a], ...system.posts[b]])].sort((x, y) => x - y);
				const key = `${pocket} ${posts.join()}`;
				if (posts.length > MOST_POSTS || done.has(key)) continue;
				done.add(key);
				exits.push(...exitsOnceGone(system, heldAt, pocket, posts));
			}
		}
	}
	return exits;
}

function heldPiecesAt({ from, to, posts, pocketM }: SystemRoads): Map<number, number[]> {
	const heldAt = new Map<number, number[]>();
	for (let piece = 0; piece < posts.length; piece++) {
		if (posts[piece].length === 0) continue;
		for (const node of new Set([from[piece], to[piece]])) {
			if (!pocketM.has(node)) continue;
			const known = heldAt.get(node);
			if (known) known.push(piece);
			else heldAt.set(node, [piece]);
		}
	}
	return heldAt;
}

function exitsOnceGone(
	{ from, to, posts, outerLengthM, pocketM }: SystemRoads,
	heldAt: ReadonlyMap<number, readonly number[]>,
	pocket: number,
	gone: readonly number[]
): PocketExit[] {
	const pockets = new Set([pocket]);
	const opened = new Set<number>();
	let metres = 0;
	for (const node of pockets) {
		metres += pocketM.get(node) as number;
		for (const piece of heldAt.get(node) ?? []) {
			if (opened.has(piece) || !posts[piece].every((post) => gone.includes(post))) continue;
			opened.add(piece);
			metres += outerLengthM[piece];
			for (const next of [from[piece], to[piece]]) if (pocketM.has(next)) pockets.add(next);
		}
	}
	if (metres < POCKET_M) return [];
	const exits: PocketExit[] = [];
	for (const piece of opened) {
		for (const node of new Set([from[piece], to[piece]])) {
			if (node !== OUTSIDE) exits.push({ node, piece, posts: gone });
		}
	}
	return exits;
}
