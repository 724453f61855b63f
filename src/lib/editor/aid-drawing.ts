import type { BridgePost, OfferedRing, RingPart } from '../domain/findings/ring-aid.ts';
import type { DrawnFeature } from './drawings.ts';

/** Words for what an offered ring shows on the map. */
export interface AidTitles {
	part(part: RingPart): string;
	post(post: BridgePost): string;
}

/** The key of a part of an offered ring, by its place among the parts. */
export function partKey(index: number): string {
	return `part-${index}`;
}

/** What an offered ring shows on the map: its ground, each part in the look of what it follows, the checkpoints that go with it. */
export function aidDrawing(
	{ outline, parts, posts }: OfferedRing,
	withPosts: boolean,
	titles: AidTitles
): DrawnFeature[] {
	const ground: DrawnFeature = {
		key: 'ground',
		geometry: { type: 'Polygon', coordinates: [outline.map(([lng, lat]) => [lng, lat])] },
		draws: 'aid-ground'
	};
	const lines = parts.map((part, i): DrawnFeature => ({
		key: partKey(i),
		geometry: { type: 'LineString', coordinates: part.line.map(([lng, lat]) => [lng, lat]) },
		draws: `aid-${part.follows}`,
		title: titles.part(part)
	}));
	const places = withPosts
		? posts.map((post, i): DrawnFeature => ({
				key: `post-${i}`,
				geometry: { type: 'Point', coordinates: [post.at[0], post.at[1]] },
				draws: 'aid-post',
				title: titles.post(post)
			}))
		: [];
	return [ground, ...lines, ...places];
}
