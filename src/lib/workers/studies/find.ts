import { crossingOf, findCrossings } from '../../analysis/find/find-crossings.ts';
import { findNames } from '../../analysis/find/find-names.ts';
import { findThings } from '../../analysis/find/find-things.ts';
import { indexNames, type NameIndex } from '../../analysis/find/name-index.ts';
import type { FoundCrossing } from '../../domain/findings/find.ts';
import type { PlaceNames } from '../../domain/place-names.ts';
import type { Study, StudyGround } from './study.ts';

const ROADS_OF_A_PAIR = 12;

/** The index of the names that were asked about last. */
let known: NameIndex | null = null;

/** Places, roads, their crossings and things of the plan that a text means. */
export const find: Study<'find'> = async (ground, { text, near, most }, run) => {
	const names = await ground.names();
	if (names && known?.names !== names) known = indexNames(names as PlaceNames);
	const index = names ? known : null;
	const found = index ? findNames(index, text, near, most) : { places: [], roads: [] };
	const crossings = index ? await crossingsOf(index, text, ground, near, most) : [];
	await run.breathe();
	const { ids, count } = await findThings(ground.items, text, most, () => run.breathe());
	return { text, ...found, crossings, things: ids, thingCount: count, hasNames: names !== null };
};

async function crossingsOf(
	index: NameIndex,
	text: string,
	ground: StudyGround,
	near: readonly [number, number] | null,
	most: number
): Promise<FoundCrossing[]> {
	const pair = crossingOf(text);
	if (!pair || !ground.hasRoads) return [];
	const [a, b] = pair.map((name) => findNames(index, name, near, ROADS_OF_A_PAIR).roads);
	if (a.length === 0 || b.length === 0) return [];
	return findCrossings((await ground.roads()).graph, a, b, most);
}
