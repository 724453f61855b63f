import type { OpticsScene } from './optics-scene.ts';

type Point = readonly [x: number, y: number];

/** The side view in the units of its drawing. */
export interface SideFrame {
	/** The distance at which a metre of ground is drawn; the mast stands at 0. */
	readonly xOf: (distanceM: number) => number;
	readonly yOf: (heightM: number) => number;
	/** Ground as far as it is drawn. */
	readonly endM: number;
	/** How much taller heights are drawn than ground. */
	readonly stretch: number;
	/** Ends of the rays along the lower rim, the axis and the upper rim. */
	readonly rays: { readonly lower: Point; readonly axis: Point; readonly upper: Point };
	/** What lies between the rims, down to the ground. */
	readonly seen: readonly Point[];
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly ground: number;
}

/** Fits mast, rays and ground into a box; null without height, tilt or a flat picture. */
export function sideFrame({ head, fullM }: OpticsScene, box: Box): SideFrame | null {
	const { heightM, tiltDeg, vfovDeg, nearM, rimM } = head;
	if (heightM === null || tiltDeg === null || vfovDeg === null) return null;
	const finiteNearM = Number.isFinite(nearM) ? nearM : 0;
	// with no range the rims tell how much ground is worth a drawing
	const shownM = Math.max(fullM, 1.2 * finiteNearM, fullM > 0 ? 0 : (rimM ?? 4 * heightM));
	const endM = 1.06 * shownM;
	const xScale = (box.right - box.left) / endM;
	const yScale = (box.ground - box.top) / heightM;
	const xOf = (distanceM: number) => box.left + distanceM * xScale;
	const yOf = (aboveM: number) => box.ground - aboveM * yScale;

	const endOf = (belowDeg: number): { at: Point; isGround: boolean } => {
		if (belowDeg >= 90) return { at: [xOf(0), yOf(0)], isGround: true };
		const fall = Math.tan(belowDeg * (Math.PI / 180));
		const landsM = fall > 0 ? heightM / fall : Infinity;
		return landsM <= endM
			? { at: [xOf(landsM), yOf(0)], isGround: true }
			: { at: [xOf(endM), yOf(heightM - endM * fall)], isGround: false };
	};
	const lower = endOf(tiltDeg + vfovDeg / 2);
	const upper = endOf(tiltDeg - vfovDeg / 2);
	const corner: Point[] = lower.isGround && !upper.isGround ? [[xOf(endM), yOf(0)]] : [];
	return {
		xOf,
		yOf,
		endM,
		stretch: yScale / xScale,
		rays: { lower: lower.at, axis: endOf(tiltDeg).at, upper: upper.at },
		seen: [[xOf(0), yOf(heightM)], lower.at, ...corner, upper.at]
	};
}
