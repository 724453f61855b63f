import type { CameraHead, CameraProperties } from './items.ts';

/** The ground one head looks over: an annular sector, or a ring where `hfovDeg` is 360. */
export interface View {
	/** Compass degrees of the middle of the view, 0 to 360; 0 for a ring. */
	azimuthDeg: number;
	/** Whole opening angle, over 0 up to 360. */
	hfovDeg: number;
	rangeM: number;
	/** The blind zone before the camera, below `rangeM`. */
	nearM: number;
	/** What of `NEED` stands between this view and ground held for certain: COARSE, PTZ, LIKELY, POSSIBLE. */
	needs: number;
}

/** What a camera sees for certain, and how many of its heads cannot be said to see anything. */
export interface CameraViews {
	views: View[];
	uncertainHeads: number;
}

/** Detection on the 2014 scale; the range that optics give is where the picture thins to this. */
export const DEFAULT_MIN_PX_PER_M = 25;
/** Opening angle of a fixed or PTZ head that states neither angle nor optics. */
export const DEFAULT_HFOV_DEG = 60;

const RAD = Math.PI / 180;

/**
 * The views of a camera's heads, defaults and optics applied.
 *
 * A head takes from the camera what it does not state itself. Stated figures win over optics; the
 * range by optics is the nearer of pixel density and the upper rim of the picture meeting the
 * ground. A dome that states no angle looks all round; another head is `DEFAULT_HFOV_DEG` wide.
 * There is no default range and no default direction: a head without either is uncertain. Where the
 * direction is only known to within `azimuthToleranceDeg` to either side, the view is what every
 * direction it could have shares; nothing shared is uncertain too. A head whose blind zone reaches
 * its range sees nothing, for certain.
 */
export function viewsOf(camera: CameraProperties, minPxPerM: number = DEFAULT_MIN_PX_PER_M): CameraViews {
	const heads: CameraHead[] = camera.heads?.length
		? camera.heads.map((head) => ({ ...camera, ...head }))
		: [camera];
	const views: View[] = [];
	let uncertainHeads = 0;
	for (const head of heads) {
		const view = viewOf(head, camera.type === 'dome', minPxPerM);
		if (view === null) uncertainHeads++;
		else if (view.nearM < view.rangeM) views.push(view);
	}
	return { views, uncertainHeads };
}

function viewOf(head: CameraHead, isDome: boolean, minPxPerM: number): View | null {
	const optics = opticsOf(head);
	const hfovDeg = Math.min(
		360,
		positive(head.hfovDeg) ?? optics.hfovDeg ?? (isDome ? 360 : DEFAULT_HFOV_DEG)
	);
	const [nearByTilt, farByTilt] = groundReach(head, hfovDeg, optics.aspect);
	const rangeM =
		positive(head.rangeM) ?? nearest(rangeByDensity(optics.widthPx, hfovDeg, minPxPerM), farByTilt);
	if (rangeM === null) return null;
	const nearM = positive(head.nearM) ?? (head.nearM === 0 ? 0 : nearByTilt);

	if (hfovDeg === 360) return { azimuthDeg: 0, hfovDeg, rangeM, nearM, needs: 0 };
	if (typeof head.azimuthDeg !== 'number' || !Number.isFinite(head.azimuthDeg)) return null;
	const certainDeg = hfovDeg - 2 * (positive(head.azimuthToleranceDeg) ?? 0);
	if (certainDeg <= 0) return null;
	return { azimuthDeg: ((head.azimuthDeg % 360) + 360) % 360, hfovDeg: certainDeg, rangeM, nearM, needs: 0 };
}

function opticsOf(head: CameraHead): { hfovDeg: number | null; widthPx: number | null; aspect: number } {
	const sensorMm = positive(head.sensorWidthMm);
	const focalMm = positive(head.focalLengthMm);
	const [width, height] = Array.isArray(head.resolutionPx)
		? head.resolutionPx
		: [head.resolutionPx, undefined];
	const widthPx = positive(width);
	const heightPx = positive(height);
	return {
		hfovDeg: sensorMm && focalMm ? (2 * Math.atan(sensorMm / (2 * focalMm))) / RAD : null,
		widthPx,
		aspect: widthPx && heightPx ? heightPx / widthPx : 9 / 16
	};
}

/** Where the lower and the upper rim of the picture meet flat ground, by height and tilt. */
function groundReach(
	head: CameraHead,
	hfovDeg: number,
	aspect: number
): [nearM: number, farM: number | null] {
	const heightM = positive(head.heightM);
	const tiltDeg = positive(head.tiltDeg);
	if (heightM === null || tiltDeg === null || hfovDeg >= 180) return [0, null];
	const halfDeg = Math.atan(Math.tan((hfovDeg * RAD) / 2) * aspect) / RAD;
	const nearM = tiltDeg + halfDeg < 90 ? heightM / Math.tan((tiltDeg + halfDeg) * RAD) : 0;
	const farM = tiltDeg - halfDeg > 0 ? heightM / Math.tan(Math.min(90, tiltDeg - halfDeg) * RAD) : null;
	return [nearM, farM];
}

function rangeByDensity(widthPx: number | null, hfovDeg: number, minPxPerM: number): number | null {
	if (widthPx === null || hfovDeg >= 180) return null;
	return widthPx / (2 * minPxPerM * Math.tan((hfovDeg * RAD) / 2));
}

function nearest(a: number | null, b: number | null): number | null {
	return a === null ? b : b === null ? a : Math.min(a, b);
}

function positive(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
