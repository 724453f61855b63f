import { opticsOf, wholeHeadsOf } from '../../domain/head-optics.ts';
import { rangeOf } from '../../domain/head-range.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Camera } from '../../domain/items.ts';
import { turnCamera } from '../../domain/operations/turn-camera.ts';
import { turnCameras } from '../../domain/operations/turn-cameras.ts';
import { widenCamera } from '../../domain/operations/widen-camera.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { fromPlane, localPlane, toPlane } from '../../geo/local-plane.ts';

/** What a handle of a camera changes: where it looks, how wide (either edge), how far, from how near. */
export type HandleRole = 'turn' | 'widen-left' | 'widen-right' | 'reach' | 'near';

export interface CameraHandle {
	readonly role: HandleRole;
	/** Which head of a pole; absent for a camera without a list of heads. */
	readonly head?: number | undefined;
	/** Where it is taken hold of; not always where its end of the view is, so that none covers another. */
	readonly at: LngLat;
}

/** How a camera is looked at, which says where its handles find room. */
export interface HandleLook {
	readonly metresPerPx: number;
	/** No handle is farther from the camera than this; what lies beyond is drawn in. */
	readonly mostPx: number;
	/** Two handles are at least this far apart. */
	readonly gapPx: number;
	/** The head of a pole that has all its handles; the others can be turned and chosen. */
	readonly head?: number | null | undefined;
}

/** How a handle is drawn: to steps of 15 or 5 with Shift, a turn takes the whole pole along with Alt. */
export interface HandleKeys {
	readonly shift: boolean;
	readonly alt: boolean;
}

/** Looked at from close by, with room for all. */
export const PLAIN_LOOK: HandleLook = { metresPerPx: 0.6, mostPx: Infinity, gapPx: 22 };
const NO_KEYS: HandleKeys = { shift: false, alt: false };
/** Beyond this a view is taken for all round. */
const ALL_ROUND_DEG = 350;
const RAD = Math.PI / 180;

interface HeadView {
	readonly head: number | undefined;
	readonly azimuthDeg: number;
	readonly hfovDeg: number;
	readonly rangeM: number;
	readonly nearM: number;
}
/** A handle by its direction from the camera and how far from it. */
interface Spot {
	readonly role: HandleRole;
	readonly head: number | undefined;
	readonly azimuthDeg: number;
	readonly awayPx: number;
}

/**
 * The handles of a camera, head by head. A head that looks all round has its far and near end; one whose
 * direction or range is not known has none. Of a pole with several heads the chosen one has all its handles,
 * the others the one that turns (or its far end, if it looks all round).
 */
export function cameraHandles(camera: Camera, look: HandleLook = PLAIN_LOOK): CameraHandle[] {
	const views = headViews(camera);
	const isPole = views.length > 1;
	const spots = views.flatMap((view) => {
		const all = spotsOf(view, look);
		if (!isPole || view.head === look.head) return all;
		return all.filter(({ role }) => role === (view.hfovDeg >= 360 ? 'reach' : 'turn'));
	});
	return settled(spots, look).map(({ role, head, azimuthDeg, awayPx }) => ({
		role,
		head,
		at: placeOf(camera, azimuthDeg, awayPx * look.metresPerPx)
	}));
}

/**
 * The edit that a handle means when it is drawn to `to`; whole degrees and metres. A handle that stands beside
 * its end of the view moves that end by as much as it is moved itself.
 */
export function dragHandle(
	camera: Camera,
	handle: CameraHandle,
	to: LngLat,
	keys: HandleKeys = NO_KEYS
): Edit | Refusal {
	const view = headViews(camera).find(({ head }) => head === handle.head);
	const before = polarOf(camera, handle.at);
	const after = polarOf(camera, to);
	if (handle.role === 'turn') {
		const azimuthDeg = stepped(after.bearingDeg, keys.shift ? 15 : 1);
		if (!keys.alt || !view) return turnCamera(camera, azimuthDeg, handle.head);
		return turnCameras([camera], azimuthDeg - view.azimuthDeg);
	}
	const stepM = keys.shift ? 5 : 1;
	if (handle.role === 'reach') {
		const rangeM = stepped((view?.rangeM ?? 0) + after.awayM - before.awayM, stepM);
		return widenCamera(camera, { rangeM: Math.max(1, rangeM) }, handle.head);
	}
	if (handle.role === 'near') {
		const nearM = stepped(finite(view?.nearM) + after.awayM - before.awayM, stepM);
		return widenCamera(camera, { nearM: Math.max(0, nearM) }, handle.head);
	}
	const side = handle.role === 'widen-right' ? 1 : -1;
	const azimuthDeg = view?.azimuthDeg ?? 0;
	const besideDeg = side * turnDeg(azimuthDeg, before.bearingDeg) - (view?.hfovDeg ?? 0) / 2;
	const halfDeg = side * turnDeg(azimuthDeg, after.bearingDeg) - besideDeg;
	// past straight behind, the edge has come round: the nearer end of the scale is meant
	const opened = halfDeg < -90 ? 360 : Math.max(1, stepped(2 * halfDeg, keys.shift ? 5 : 1));
	return widenCamera(camera, { hfovDeg: opened > ALL_ROUND_DEG ? 360 : opened }, handle.head);
}

function headViews({ properties }: Camera): HeadView[] {
	const isPole = (properties.heads?.length ?? 0) > 0;
	return wholeHeadsOf(properties).flatMap((whole, i) => {
		const optics = opticsOf(whole);
		const rangeM = rangeOf(optics)?.rangeM;
		if (rangeM === undefined || (optics.azimuthDeg === null && optics.hfovDeg < 360)) return [];
		const { hfovDeg, nearM } = optics;
		return [{ head: isPole ? i : undefined, azimuthDeg: optics.azimuthDeg ?? 90, hfovDeg, rangeM, nearM }];
	});
}

function spotsOf({ head, azimuthDeg, hfovDeg, rangeM, nearM }: HeadView, look: HandleLook): Spot[] {
	const { metresPerPx, mostPx, gapPx } = look;
	const within = (px: number, leastPx: number, endPx: number) => Math.max(leastPx, Math.min(px, endPx));
	const farPx = within(rangeM / metresPerPx, 2.3 * gapPx, mostPx - 1.5 * gapPx);
	// clear of the symbol of the camera itself
	const nearPx = within(finite(nearM) / metresPerPx, 1.3 * gapPx, farPx - gapPx);
	const reach: Spot = { role: 'reach', head, azimuthDeg, awayPx: farPx };
	const near: Spot = { role: 'near', head, azimuthDeg, awayPx: nearPx };
	if (hfovDeg >= 360) return [reach, near];
	// edges so narrow that their handles would meet are taken hold of a little beside them
	const leastDeg = Math.asin(Math.min(1, gapPx / farPx)) / RAD;
	const besideDeg = Math.min(179, Math.max(hfovDeg / 2, leastDeg));
	return [
		{ role: 'turn', head, azimuthDeg, awayPx: farPx + 1.5 * gapPx },
		{ role: 'widen-left', head, azimuthDeg: azimuthDeg - besideDeg, awayPx: farPx },
		{ role: 'widen-right', head, azimuthDeg: azimuthDeg + besideDeg, awayPx: farPx },
		reach,
		near
	];
}

/** Handles of several heads that would lie on one another move outwards until they do not. */
function settled(spots: readonly Spot[], { gapPx }: HandleLook): Spot[] {
	const placed: Spot[] = [];
	for (const spot of spots) {
		let free = spot;
		for (let tries = 0; tries < spots.length; tries++) {
			const other = placed.find((one) => one.head !== free.head && apartPx(one, free) < gapPx);
			if (!other) break;
			free = { ...free, awayPx: Math.max(free.awayPx, other.awayPx) + gapPx };
		}
		placed.push(free);
	}
	return placed;
}

function apartPx(a: Spot, b: Spot): number {
	const turn = (a.azimuthDeg - b.azimuthDeg) * RAD;
	return Math.sqrt(Math.max(0, a.awayPx ** 2 + b.awayPx ** 2 - 2 * a.awayPx * b.awayPx * Math.cos(turn)));
}

function polarOf(camera: Camera, at: LngLat): { bearingDeg: number; awayM: number } {
	const { x, y } = toPlane(planeOf(camera), at);
	return { bearingDeg: Math.atan2(x, y) / RAD, awayM: Math.hypot(x, y) };
}

function planeOf({ geometry }: Camera) {
	return localPlane(geometry.coordinates as unknown as LngLat);
}

function placeOf(camera: Camera, azimuthDeg: number, reachM: number): LngLat {
	const angle = azimuthDeg * RAD;
	return fromPlane(planeOf(camera), { x: reachM * Math.sin(angle), y: reachM * Math.cos(angle) });
}

function stepped(figure: number, step: number): number {
	return Math.round(figure / step) * step;
}

function finite(figure: number | undefined): number {
	return figure !== undefined && Number.isFinite(figure) ? figure : 0;
}

/** The way from one compass direction to another, -180 to 180, clockwise positive. */
function turnDeg(fromDeg: number, toDeg: number): number {
	return ((((toDeg - fromDeg + 180) % 360) + 360) % 360) - 180;
}
