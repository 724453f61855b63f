import type { Item } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';

/** Features in one part of a printed plan: a few milliseconds of work. */
const PART = 400;

/**
 * A plan as the text of a plan file: one feature a line, in the order of their ranks, unread
 * features in their places but where an item has taken it. The same plan gives the same bytes; reading them gives the plan back.
 */
export function printPlan(plan: Plan): string {
	return [...printedParts(plan)].join('');
}

/** The text of `printPlan` in parts that follow one another. */
export function* printedParts(plan: Plan): Generator<string, undefined> {
	const members = { type: 'FeatureCollection', cordon: plan.header, ...plan.foreign };
	yield `${JSON.stringify(members).slice(0, -1)},"features":[`;
	let lines: string[] = [];
	let between = '\n';
	for (const feature of featuresOf(plan)) {
		lines.push(JSON.stringify(feature));
		if (lines.length < PART) continue;
		yield between + lines.join(',\n');
		between = ',\n';
		lines = [];
	}
	if (lines.length > 0) yield between + lines.join(',\n');
	yield lines.length > 0 || between === ',\n' ? '\n]}\n' : ']}\n';
	return undefined;
}

function* featuresOf(plan: Plan): Generator<unknown, undefined> {
	const unread = [...(plan.unread ?? [])].sort((a, b) => a.rank - b.rank);
	let next = 0;
	for (const item of byRank(plan.items.values())) {
		for (; next < unread.length && (unread[next]?.rank as number) < item.rank; next++) {
			yield unread[next]?.feature;
		}
		// an item of the same rank is what was made of the feature
		if (unread[next]?.rank === item.rank) next++;
		yield featureOf(item);
	}
	for (; next < unread.length; next++) yield unread[next]?.feature;
	return undefined;
}

function byRank(items: Iterable<Item>): readonly Item[] {
	const all = [...items];
	const isSorted = all.every((item, i) => i === 0 || (all[i - 1] as Item).rank <= item.rank);
	return isSorted ? all : all.sort((a, b) => a.rank - b.rank);
}

/** One item as a GeoJSON feature, `kind` first among its properties. */
export function featureOf(item: Item): Record<string, unknown> {
	return {
		type: 'Feature',
		id: item.id,
		...item.foreign,
		geometry: item.geometry,
		properties: { kind: item.kind, ...item.properties, ...item.setAside }
	};
}
