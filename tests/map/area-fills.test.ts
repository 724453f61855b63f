import { expect, test } from 'vitest';
import type { ItemId } from '../../src/lib/domain/items.ts';
import type { ShownAreaFigures } from '../../src/lib/editor/area-figures.ts';
import { AreaFills } from '../../src/lib/map/area-fills.ts';

type Feature = { source: string; id?: string | number };

/** A map that keeps the states of its features. */
class StateMap {
	readonly states = new Map<string, number>();
	/** Of what was just edited. */
	readonly fresh = new Map<string, number>();
	touches = 0;
	setFeatureState = ({ source, id }: Feature, state: Record<string, unknown>) => {
		this.touches++;
		if (source === 'areas') this.states.set(String(id), Number(state.class));
		else this.fresh.set(String(id), Number(state.class));
		return this;
	};
	removeFeatureState = ({ source, id }: Feature) => {
		this.touches++;
		(source === 'areas' ? this.states : this.fresh).delete(String(id));
		return this;
	};
}

const figures = (...shares: number[]): ShownAreaFigures => ({
	metric: 'coveredShare',
	values: new Map(shares.map((share, i) => [`area-${i}` as ItemId, share]))
});

test('areas take the class of their figure, and only those that differ are touched', () => {
	const map = new StateMap();
	const fills = new AreaFills(map as never);
	fills.show(figures(0.1, 0.5, 0.9));
	expect([...map.states]).toEqual([
		['area-0', 0],
		['area-1', 2],
		['area-2', 4]
	]);
	fills.show(figures(0.1, 0.7));
	expect([...map.states]).toEqual([
		['area-0', 0],
		['area-1', 3]
	]);
	expect(map.touches).toBe(10);
	expect(map.fresh).toEqual(map.states);
	fills.show(null);
	expect(map.states.size + map.fresh.size).toBe(0);
});
