import Flatbush from 'flatbush';
import { NAME_KINDS, WAY_KINDS, type NameTexts, type PlaceNames } from '../../src/lib/domain/place-names.ts';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import type { SourceName } from './name-of.ts';
import type { SourceStore } from './source-store.ts';

/** Pieces of one name nearer than this to each other are one thing: about 450 m of latitude for ways, 250 m for places. */
const NEAR_WAYS = 40_000;
const NEAR_PLACES = 22_000;

/** A named piece of the source: where it lies in 1e-7 degrees, and how long or wide it is. */
interface Piece {
	readonly name: SourceName;
	readonly at: readonly [lng: number, lat: number];
	readonly box: Box;
	readonly size: number;
}
type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * The names of what lies in `bbox`, one entry for each thing: the pieces of a road of one name in one neighbourhood are one,
 * and so are a school's grounds and its entrance. An entry is of the kind and has the place of its largest piece.
 */
export function collectNames(store: SourceStore, bbox: Bbox): PlaceNames {
	const [west, south, east, north] = bbox.map((deg) => deg * 1e7);
	const byName = new Map<string, Piece[]>();
	for (const piece of piecesOf(store)) {
		const [w, s, e, n] = piece.box;
		if (w > east || e < west || s > north || n < south) continue;
		const { kind, texts } = piece.name;
		const key = `${groupOf(kind)}\t${texts.local}`;
		const list = byName.get(key);
		if (list) list.push(piece);
		else byName.set(key, [piece]);
	}
	const entries = [...byName.values()].flatMap(clusters).map(entryOf);
	// the order of a file that is the same however the source was ordered
	entries.sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0] || (a.texts.local < b.texts.local ? -1 : 1));
	return {
		kind: Uint8Array.from(entries, ({ kind }) => NAME_KINDS.indexOf(kind)),
		at: Int32Array.from(entries.flatMap(({ at }) => at)),
		box: Int32Array.from(entries.flatMap(({ box }) => box)),
		texts: entries.map(({ texts }) => texts)
	};
}

/** Roads join with roads, water with water, and everything else that bears one name with each other. */
function groupOf(kind: SourceName['kind']): string {
	if (kind === 'bridge') return 'bridge';
	if (WAY_KINDS.has(kind)) return 'way';
	return kind === 'river' || kind === 'water' ? 'water' : kind === 'bus-stop' || kind === 'railway' ? kind : 'place';
}

function* piecesOf(store: SourceStore): Generator<Piece> {
	for (const { lng7, lat7, name } of store.nodeNames) {
		yield { name, at: [lng7, lat7], box: [lng7, lat7, lng7, lat7], size: 0 };
	}
	for (const { way, name } of store.wayNames) {
		const piece = pieceOf(store, [way], name);
		if (piece) yield piece;
	}
	const relations = store.relationNames;
	if (relations.length === 0) return;
	const wanted = new Set(relations.flatMap(({ ways }) => ways));
	const rows = new Map<number, number>();
	for (let row = 0; row < store.wayIds.length; row++) {
		if (wanted.has(store.wayIds.array[row])) rows.set(store.wayIds.array[row], row);
	}
	for (const { ways, name } of relations) {
		const piece = pieceOf(
			store,
			ways.flatMap((id) => rows.get(id) ?? []),
			name
		);
		if (piece) yield piece;
	}
}

/** Ways as one piece: a line is at its middle point, whatever is closed or of many ways in the middle of its box. */
function pieceOf(store: SourceStore, ways: readonly number[], name: SourceName): Piece | null {
	const { nodes, refStart, refIds } = store;
	const lngs: number[] = [];
	const lats: number[] = [];
	let isClosed = ways.length > 1;
	for (const way of ways) {
		const [first, end] = [refStart.array[way], refStart.array[way + 1]];
		if (ways.length === 1) isClosed = end - first > 3 && refIds.array[first] === refIds.array[end - 1];
		for (let i = first; i < end; i++) {
			const row = nodes.rowOf(refIds.array[i]);
			if (row < 0) continue;
			lngs.push(nodes.lng[row]);
			lats.push(nodes.lat[row]);
		}
	}
	if (lngs.length === 0) return null;
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [i, lng] of lngs.entries()) {
		box[0] = Math.min(box[0], lng);
		box[1] = Math.min(box[1], lats[i]);
		box[2] = Math.max(box[2], lng);
		box[3] = Math.max(box[3], lats[i]);
	}
	const middle = lngs.length >> 1;
	const at: Piece['at'] = isClosed
		? [Math.round((box[0] + box[2]) / 2), Math.round((box[1] + box[3]) / 2)]
		: [lngs[middle], lats[middle]];
	return { name, at, box, size: Math.hypot(box[2] - box[0], box[3] - box[1]) };
}

/** Pieces of one name, parted into those that lie near each other. */
function clusters(pieces: readonly Piece[]): Piece[][] {
	if (pieces.length === 1) return [[...pieces]];
	const near = WAY_KINDS.has(pieces[0].name.kind) || groupOf(pieces[0].name.kind) === 'water' ? NEAR_WAYS : NEAR_PLACES;
	const index = new Flatbush(pieces.length);
	for (const { box } of pieces) index.add(...box);
	index.finish();
	const isTaken = new Uint8Array(pieces.length);
	const found: Piece[][] = [];
	for (let first = 0; first < pieces.length; first++) {
		if (isTaken[first]) continue;
		isTaken[first] = 1;
		const group = [first];
		for (let i = 0; i < group.length; i++) {
			const [west, south, east, north] = pieces[group[i]].box;
			for (const other of index.search(west - near, south - near, east + near, north + near)) {
				if (isTaken[other]) continue;
				isTaken[other] = 1;
				group.push(other);
			}
		}
		found.push(group.map((i) => pieces[i]));
	}
	return found;
}

function entryOf(pieces: readonly Piece[]) {
	const largest = pieces.reduce((best, piece) => (piece.size > best.size ? piece : best));
	const kinds = pieces.map(({ name }) => name.kind);
	const isWay = WAY_KINDS.has(largest.name.kind);
	// of a road the greatest part counts, of a place the largest piece
	const kind = isWay ? NAME_KINDS[Math.min(...kinds.map((one) => NAME_KINDS.indexOf(one)))] : largest.name.kind;
	return {
		kind,
		at: largest.at,
		box: [
			Math.min(...pieces.map(({ box }) => box[0])),
			Math.min(...pieces.map(({ box }) => box[1])),
			Math.max(...pieces.map(({ box }) => box[2])),
			Math.max(...pieces.map(({ box }) => box[3]))
		],
		texts: pieces.map(({ name }) => name.texts).reduce(merged)
	};
}

/** All that two pieces of one thing are called. */
function merged(a: NameTexts, b: NameTexts): NameTexts {
	const [en, zh, ru, ref] = [a.en || b.en, a.zh || b.zh, a.ru || b.ru, a.ref || b.ref];
	const said = new Set([a.local, en, zh, ru, ref, '']);
	const others = [...a.others, ...b.others, b.en, b.zh, b.ru, b.ref].filter((text) => !said.has(text));
	return { local: a.local, en, zh, ru, ref, others: [...new Set(others)] };
}
