import type { Assumptions } from '../../domain/assumptions.ts';
import type {
	NoRing,
	OfferedRing,
	RingAidAnswer,
	RingAidAsk,
	RingPart
} from '../../domain/findings/ring-aid.ts';
import type { ControlRing, Item, ItemId } from '../../domain/items.ts';
import type { Borders } from '../../geo/borders.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { Roads } from '../../network/roads.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { seal } from '../sealing/seal.ts';
import { alongWater } from './along-water.ts';
import { bridgePosts } from './bridge-posts.ts';
import { driveRing } from './drive-ring.ts';
import { followLoop, type FollowedRing } from './follow-loop.ts';

/** What a ring is drawn on; null where the region has none of it. */
export interface RingAidGround {
	readonly roads: Roads | null;
	readonly borders: Borders | null;
	/** Made when it is needed. */
	readonly travel: () => TravelNetwork;
	readonly items: readonly Item[];
	readonly assumptions: Assumptions;
}

/** The id of the ring that is judged before it is one of the plan; no item of a plan has it. */
const OFFERED = '' as ItemId;

interface Sketch extends FollowedRing {
	readonly notes: OfferedRing['notes'];
	readonly banks: number;
	readonly water: string | null;
}

/**
 * The ring that is asked for, following what it may, and how it would stand with the checkpoints that are on duty.
 *
 * A ring by drive time and one along water are made first and then follow roads like a loop drawn by hand; the bank of the
 * water stays as it is, and only what closes it is led along roads and railways. `breathe` is awaited between the steps.
 */
export async function answerRingAid(
	ground: RingAidGround,
	ask: RingAidAsk,
	breathe: () => Promise<void>
): Promise<RingAidAnswer> {
	const sketch = sketchOf(ground, ask);
	if (typeof sketch === 'string') return { ok: false, reason: sketch };
	await breathe();
	const { from, follow } = ask;
	const isWater = from.what === 'water';
	const options = { ...follow, rivers: follow.rivers && !isWater };
	const banks = isWater ? sketch.parts.filter(({ follows }) => follows === 'river') : [];
	const followed =
		options.roads !== null || options.rivers || options.railways
			? followLoop(ground.roads, ground.borders, sketch.outline, options, banks)
			: sketch;
	if (!followed) return { ok: false, reason: 'no-ground' };
	await breathe();
	const lacksBorders = ground.borders === null && (options.rivers || options.railways);
	const ring: OfferedRing = {
		...sketch,
		outline: followed.outline,
		parts: followed.parts,
		...verdictOf(ground, followed),
		notes: lacksBorders ? [...sketch.notes, 'no-borders'] : sketch.notes
	};
	return { ok: true, ring };
}

function sketchOf({ roads, borders, travel }: RingAidGround, { from }: RingAidAsk): Sketch | NoRing {
	const plain = { notes: [], banks: 0, water: null };
	switch (from.what) {
		case 'loop':
			return { outline: [...from.outline], parts: drawnParts(from.outline), ...plain };
		case 'drive': {
			if (!roads) return 'no-roads';
			const ring = driveRing(travel(), from.at, from.minutes);
			if (!ring) return 'no-road-near';
			const { outline, touchesEdgeOfData } = ring;
			return {
				...plain,
				outline,
				parts: drawnParts(outline),
				notes: touchesEdgeOfData ? ['edge-of-data'] : []
			};
		}
		case 'water': {
			if (!borders) return 'no-borders';
			const found = alongWater(borders, from.frame, from.at);
			if (!found) return 'no-water-near';
			const { rings, name } = found;
			return { ...rings[from.bank % rings.length], notes: [], banks: rings.length, water: name };
		}
	}
}

/** A ring that follows nothing but what was drawn is one part. */
function drawnParts(outline: readonly LngLat[]): RingPart[] {
	let lengthM = 0;
	for (let i = 0; i + 1 < outline.length; i++) {
		const { x, y } = toPlane(localPlane(outline[i]), outline[i + 1]);
		lengthM += Math.hypot(x, y);
	}
	return [{ follows: 'drawn', name: null, lengthM, line: outline }];
}

function verdictOf(
	{ roads, items, assumptions }: RingAidGround,
	{ outline, parts }: FollowedRing
): Pick<OfferedRing, 'verdict' | 'crossings' | 'posts'> {
	if (!roads) return { verdict: null, crossings: [], posts: [] };
	const ring: ControlRing = {
		id: OFFERED,
		kind: 'control-ring',
		rank: 0,
		geometry: { type: 'Polygon', coordinates: [outline.map((at) => [...at])] },
		properties: { level: 1 }
	};
	const posts = items.filter(({ kind }) => kind === 'checkpoint');
	const { rings, crossings } = seal(roads, [...posts, ring], { assumptions });
	return { verdict: rings[0] ?? null, crossings, posts: bridgePosts(roads.graph, crossings, parts) };
}
