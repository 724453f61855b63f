import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Edit } from '../edit.ts';
import { wholeHeadsOf } from '../head-optics.ts';
import { HEAD_KEYS } from '../head-keys.ts';
import type { Camera, CameraHead, CameraProperties } from '../items.ts';
import { quoteValue } from '../problem.ts';
import { putIfSound, refuse, type Refusal } from '../refusal.ts';

/** Cameras that stand no farther apart hang on one pole. */
export const SAME_POLE_M = 1;

/** What a pole can have only once, because it counts or not as a whole; and what an absent value means. */
const ONE_FOR_ALL = {
	health: 'working',
	integrated: true,
	status: 'built',
	hours: undefined,
	owner: undefined
} as const satisfies Partial<Record<keyof CameraProperties, unknown>>;
type Shared = Record<string, unknown>;

/**
 * Makes one pole of cameras that stand within a metre: the first stays with all heads, the others go.
 *
 * Nothing is lost. What all of them state alike the pole states; what differs (names, device codes, properties
 * that Cordon does not know) stays with each head, beside the `id` its camera had, so that `takePoleApart`
 * brings them back. Refuses fewer than two cameras, cameras farther apart, and cameras that differ in what
 * holds for a pole as a whole (health, integrated, status, hours, owner) or carry members a head cannot.
 */
export function mergeIntoPole(cameras: readonly Camera[]): Edit | Refusal {
	const [first, ...others] = cameras;
	if (!first || others.length === 0) return apart(0);
	const plane = localPlane(first.geometry.coordinates as unknown as LngLat);
	const places = cameras.map(({ geometry }) => toPlane(plane, geometry.coordinates as unknown as LngLat));
	const widestM = Math.max(...places.flatMap((a) => places.map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
	if (widestM > SAME_POLE_M) return apart(widestM);
	const odd = oddOneOf(first, others);
	if (odd) return odd;

	const wholes = cameras.flatMap((camera) =>
		wholeHeadsOf(camera.properties).map((whole): Shared => {
			const { heads: _heads, ...head } = whole as Shared;
			// a head of a pole that was merged before keeps the id it brought
			const id = typeof head.id === 'string' ? head.id : camera.id;
			return { ...head, ...(camera !== first && { id }) };
		})
	);
	const shared: Shared = {};
	for (const [key, value] of Object.entries(wholes[0] as Shared)) {
		const isView = (HEAD_KEYS as readonly string[]).includes(key) && key !== 'heightM' && key !== 'type';
		if (!isView && wholes.every((head) => JSON.stringify(head[key]) === JSON.stringify(value))) {
			shared[key] = value;
		}
	}
	for (const key of Object.keys(ONE_FOR_ALL)) {
		const stated = cameras.map(({ properties }) => properties[key]).find((value) => value !== undefined);
		if (stated !== undefined) shared[key] = stated;
	}
	const heads = wholes.map((whole) =>
		Object.fromEntries(
			Object.entries(whole).filter(
				([key, value]) => !(key in shared) && !(key in ONE_FOR_ALL) && value !== undefined
			)
		)
	);
	const pole: Camera = { ...first, properties: { ...shared, heads: heads as CameraHead[] } };
	const edit = putIfSound(
		{ verb: 'merge', kind: 'camera', name: first.properties.name, count: cameras.length },
		pole
	);
	return 'ok' in edit ? edit : { ...edit, drop: others.map(({ id }) => id) };
}

function apart(widestM: number): Refusal {
	return refuse({ code: 'not-one-pole', severity: 'error', seen: String(Math.round(widestM * 10) / 10) });
}

function oddOneOf(first: Camera, others: readonly Camera[]): Refusal | null {
	for (const other of others) {
		for (const [key, fallback] of Object.entries(ONE_FOR_ALL)) {
			const [a, b] = [first.properties[key] ?? fallback, other.properties[key] ?? fallback];
			if (a !== b) return differ(other, key, `${quoteValue(a)}, ${quoteValue(b)}`);
		}
		// what a feature has beside its properties, and what its file had wrong, has no place on a head
		for (const key of ['foreign', 'setAside'] as const) {
			if (other[key] && Object.keys(other[key]).length > 0) {
				return differ(other, Object.keys(other[key]).join(', '), quoteValue(other[key]));
			}
		}
	}
	return null;
}

function differ({ id }: Camera, path: string, seen: string): Refusal {
	return refuse({ code: 'heads-differ', severity: 'error', featureId: id, path, seen });
}
