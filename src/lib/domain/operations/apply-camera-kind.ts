import type { Edit } from '../edit.ts';
import { AIM_KEYS, HEAD_KEYS, headPart } from '../head-keys.ts';
import { wholeHeadsOf } from '../head-optics.ts';
import type { Camera, CameraHead, CameraProperties } from '../items.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';
import { noSuchHead } from './with-head.ts';
import { turnedBy } from './turn-cameras.ts';

/** What a kind of camera or of pole says of cameras of it; no head of it says where it looks but against the first. */
export type KindProperties = CameraHead & { readonly heads?: readonly CameraHead[] | undefined };

/**
 * Makes cameras cameras of a kind; what they are called, whose they are and where they look stays. One edit.
 *
 * With `headIndex` (a single pole is meant) only that head; else every head of a pole. A kind that is itself a
 * pole gives every camera its heads, turned so that the first aimed one looks where the camera looked. Refuses
 * no cameras, a pole's kind for one head, a head that is not there, and what `validateItem` calls an error.
 */
export function applyCameraKind(
	cameras: readonly Camera[],
	kind: KindProperties,
	headIndex?: number
): Edit | Refusal {
	const [first] = cameras;
	if (!first) return refuse({ code: 'nothing-to-add', severity: 'error' });
	const put: Camera[] = [];
	for (const camera of cameras) {
		if (headIndex !== undefined && (!camera.properties.heads?.[headIndex] || kind.heads)) {
			return noSuchHead(camera, headIndex);
		}
		const changed = { ...camera, properties: ofKind(camera.properties, kind, headIndex) };
		const error = validateItem(changed).find(({ severity }) => severity === 'error');
		if (error) return refuse(error);
		put.push(changed);
	}
	const name = cameras.length === 1 ? first.properties.name : undefined;
	return { label: { verb: 'change', kind: 'camera', name, count: put.length }, put, drop: [] };
}

/** A kind as the properties of a new camera that looks to `azimuthDeg`. */
export function newOfKind(kind: KindProperties, azimuthDeg: number): CameraProperties {
	const { heads, ...shared } = kind;
	if (!heads) return shared.hfovDeg === 360 ? { ...shared } : { ...shared, azimuthDeg };
	return { ...shared, heads: aimedAlong(heads, azimuthDeg) };
}

function ofKind(properties: CameraProperties, kind: KindProperties, headIndex?: number): CameraProperties {
	const { heads, ...rest } = properties;
	if (kind.heads) {
		const aimDeg = wholeHeadsOf(properties).find(({ azimuthDeg }) => azimuthDeg !== undefined)?.azimuthDeg;
		const { heads: _heads, ...shared } = kind;
		return { ...without(rest, HEAD_KEYS), ...shared, heads: aimedAlong(kind.heads, aimDeg ?? 0) };
	}
	const lens = headPart(kind as CameraHead & Record<string, unknown>);
	if (!heads) return { ...without(rest, LENS_KEYS), ...lens };
	return {
		...(headIndex === undefined ? without(rest, LENS_KEYS) : rest),
		heads: heads.map((head, i) =>
			headIndex === undefined || i === headIndex
				? { ...without(head as Record<string, unknown>, LENS_KEYS), ...lens }
				: head
		)
	};
}

const LENS_KEYS = HEAD_KEYS.filter((key) => !(AIM_KEYS as readonly string[]).includes(key));

/** The heads of a kind, turned so that the first that is aimed looks to `azimuthDeg`. */
function aimedAlong(heads: readonly CameraHead[], azimuthDeg: number): CameraHead[] {
	const first = heads.find((head) => head.azimuthDeg !== undefined)?.azimuthDeg ?? 0;
	return heads.map((head) => turnedBy(head, azimuthDeg - first));
}

function without<T extends object>(holder: T, keys: readonly string[]): T {
	return Object.fromEntries(Object.entries(holder).filter(([key]) => !keys.includes(key))) as T;
}
