import { followBorders } from '../../analysis/follow/follow-borders.ts';
import { followRoads } from '../../analysis/follow/follow-roads.ts';
import { straightLine } from '../../analysis/follow/joined-ends.ts';
import type { Study } from './study.ts';

/** The side of a drawing that follows streets, water or a railway; straight in a region that has none. */
export const follow: Study<'follow'> = async (ground, { from, to, along, onLine }) => {
	if (along === 'roads') {
		return ground.hasRoads ? followRoads(await ground.roads(), from, to, onLine) : straightLine(from, to);
	}
	const borders = await ground.borders();
	return borders ? followBorders(borders, along, from, to, onLine) : straightLine(from, to);
};
