import { areaM2 } from '../../geo/fabric/common-area.ts';
import { lay, type Rings } from '../../geo/fabric/lay.ts';
import type { Edit } from '../edit.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundsOf, isNo, labelOf } from '../fabric/ground-of.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { CheckFinding } from './check-finding.ts';

/**
 * Takes every overlap among items of one fabric away at once: what several hold stays with the smallest of
 * them, of those as small with the one named first. One by one such overlaps can block each other, where
 * rounding a border for one would let it grow over a third. Refuses as `fitGrounds` does, and where one
 * of the items would lose all its ground.
 */
export function untangle(plan: Plan, ids: readonly ItemId[]): Edit | Refusal {
	const grounds = groundsOf(plan, ids);
	if (isNo(grounds)) return grounds;
	const sizes = grounds.map(({ shape }) => areaM2(shape.rings));
	const laid = lay({ grounds: grounds.map(({ shape }) => shape.rings) });
	const rings = grounds.map((): Rings[] => []);
	const faces = laid.faces((present) =>
		present.reduce(
			(best, one) => (best < 0 || (sizes[one] as number) < (sizes[best] as number) ? one : best),
			-1
		)
	);
	for (const { key, rings: face } of faces) rings[key]?.push(face);
	const lost = rings.findIndex((own) => own.length === 0);
	if (lost >= 0)
		return refuse({ code: 'nothing-left', severity: 'error', featureId: grounds[lost]?.item.id ?? '' });
	const changes = grounds.map(({ item }, i) => ({ item, rings: (rings[i] ?? []).flat() }));
	return fitGrounds(
		plan,
		labelOf(
			'repair',
			grounds.map(({ item }) => item)
		),
		changes
	);
}

/** Findings that hang together by what they are about, each cluster with all of that. */
export function clustersOf(
	findings: readonly CheckFinding[]
): { readonly ids: readonly ItemId[]; readonly findings: readonly CheckFinding[] }[] {
	const clusters: { ids: Set<ItemId>; findings: CheckFinding[] }[] = [];
	for (const finding of findings) {
		const met = clusters.filter(({ ids }) => finding.about.some((id) => ids.has(id)));
		const joined = {
			ids: new Set([...met.flatMap(({ ids }) => [...ids]), ...finding.about]),
			findings: [...met.flatMap((cluster) => cluster.findings), finding]
		};
		clusters.splice(0, clusters.length, ...clusters.filter((cluster) => !met.includes(cluster)), joined);
	}
	return clusters.map(({ ids, findings: own }) => ({ ids: [...ids], findings: own }));
}
