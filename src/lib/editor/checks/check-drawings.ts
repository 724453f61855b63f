import type { CheckFinding } from '../../domain/checks/check-finding.ts';
import type { DrawnFeature } from '../drawings.ts';

/** So many findings are marked on the map at once; the list has them all. */
const MOST_DRAWN = 3000;
/** Told apart from the key of any finding. */
const LIT = 'lit ';

/** Which picture the ground of a finding gets: lies double, lies open, or lies outside. */
function groundLook({ code }: CheckFinding): string {
	if (code === 'zones-gap' || code === 'areas-gap') return 'check-gap';
	return code === 'zone-outside-area' ? 'check-outside' : 'check-double';
}

/**
 * What findings show on the map: their ground and a mark at their place; `lit`, the one that is pointed
 * at in the list, once more and brighter. A finding that stays is drawn by the same object.
 */
export function checkDrawings(
	findings: readonly CheckFinding[],
	lit: CheckFinding | null,
	title: (finding: CheckFinding) => string
): DrawnFeature[] {
	const drawn = findings.slice(0, MOST_DRAWN).flatMap((finding) => drawnOf(finding, title(finding)));
	if (lit) {
		const { at, ground, key } = lit;
		if (ground) {
			drawn.push({
				key: `${LIT}${key} ground`,
				geometry: { type: 'MultiPolygon', coordinates: ground },
				draws: 'check-lit'
			});
		}
		drawn.push({
			key: `${LIT}${key}`,
			geometry: { type: 'Point', coordinates: [at[0], at[1]] },
			draws: 'check-lit-place'
		});
	}
	return drawn;
}

const made = new WeakMap<CheckFinding, { title: string; features: DrawnFeature[] }>();

function drawnOf(finding: CheckFinding, title: string): DrawnFeature[] {
	const known = made.get(finding);
	if (known?.title === title) return known.features;
	const { key, at, ground, severity } = finding;
	const features: DrawnFeature[] = [];
	if (ground) {
		const geometry = { type: 'MultiPolygon' as const, coordinates: ground };
		features.push({ key: `${key} ground`, geometry, draws: groundLook(finding), title });
	}
	const geometry = { type: 'Point' as const, coordinates: [at[0], at[1]] };
	features.push({ key, geometry, draws: 'check-place', title, properties: { severity } });
	made.set(finding, { title, features });
	return features;
}

/** The key of the finding that the drawn feature `id` belongs to. */
export function findingKeyOf(id: string): string {
	return id.endsWith(' ground') ? id.slice(0, -' ground'.length) : id;
}
