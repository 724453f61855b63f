import type { ItemId } from '../../domain/items.ts';
import { polygonRings } from '../coverage/polygon-rings.ts';
import { boundsOf, isBoundary } from '../coverage/subject.ts';
import { groundsOf, type Ground } from '../road-gaps/ground.ts';
import { PlaceRefused, type PlaceGround } from './place-run.ts';

/**
 * The ground that proposals must stand in: the area, ring or zone named, else all that the plan asks
 * about. Throws `PlaceRefused` where what is named is none of these, or nothing is named and the plan has neither area nor ring.
 */
export function askedGround({ items }: PlaceGround, within: ItemId | undefined): Ground[] {
	if (within === undefined) {
		const { found } = boundsOf(items.filter(isBoundary));
		if (found.length === 0) throw new PlaceRefused('no-area');
		return groundsOf(found.flatMap(({ rings }) => rings));
	}
	const named = items.find(({ id }) => id === within);
	if (named?.kind !== 'area' && named?.kind !== 'control-ring' && named?.kind !== 'patrol-zone') {
		throw new PlaceRefused('no-such-ground');
	}
	const rings = polygonRings(named.geometry);
	if (rings.length === 0) throw new PlaceRefused('no-such-ground');
	return groundsOf(named.kind === 'control-ring' ? rings.slice(0, 1) : rings);
}
