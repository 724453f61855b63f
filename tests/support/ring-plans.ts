import type { Suggestion } from '../../src/lib/domain/findings/sealing.ts';
import type { Checkpoint, ControlRing, ItemId, RingLevel } from '../../src/lib/domain/items.ts';
import type { Roads } from '../../src/lib/network/roads.ts';

/** A ring of unequal corners about the middle of the roads; sizes are shares of their width. */
export function crookedRing(
	roads: Roads,
	random: () => number,
	id: string,
	size: number,
	level: RingLevel
): ControlRing {
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<Roads['segments']>;
	const corners = 7 + Math.floor(random() * 12);
	const points = Array.from({ length: corners }, (_, k) => {
		const angle = (k / corners) * 2 * Math.PI;
		const reach = size * (0.8 + 0.4 * random());
		return [
			Math.round((minX + maxX) / 2 + (maxX - minX) * reach * Math.cos(angle)) / 1e7,
			Math.round((minY + maxY) / 2 + (maxY - minY) * reach * Math.sin(angle)) / 1e7
		];
	});
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { level }
	};
}

/** Suggestions accepted, as checkpoints. */
export function accepted(
	suggestions: readonly Pick<Suggestion, 'at' | 'controls'>[],
	id = 'suggested'
): Checkpoint[] {
	return suggestions.map(({ at, controls }, i) => ({
		id: `${id}-${i}` as ItemId,
		kind: 'checkpoint',
		rank: 1000 + i,
		geometry: { type: 'Point', coordinates: [...at] },
		properties: { controls }
	}));
}
