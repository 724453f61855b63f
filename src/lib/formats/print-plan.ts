import type { Item } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';

/**
 * A plan as the text of a plan file: one feature a line, in the order of their ranks, unread
 * features in their places. The same plan gives the same bytes; reading them gives the plan back.
 */
export function printPlan(plan: Plan): string {
	const features: [number, unknown][] = [];
	for (const item of plan.items.values()) features.push([item.rank, featureOf(item)]);
	for (const { rank, feature } of plan.unread ?? []) features.push([rank, feature]);
	features.sort((a, b) => a[0] - b[0]);

	const lines = features.map(([, feature]) => JSON.stringify(feature)).join(',\n');
	const members = { type: 'FeatureCollection', cordon: plan.header, ...plan.foreign };
	const head = JSON.stringify(members).slice(0, -1);
	return `${head},"features":[${lines === '' ? '' : `\n${lines}\n`}]}\n`;
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
