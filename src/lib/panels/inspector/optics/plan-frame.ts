import type { PlanLabel } from './plan-labels.ts';

const PAD = 8;
const ROW = 16;
const MOST = 176;

/** Where the plan view stands in its drawing: units of the drawing, the axis of the view to the right. */
export interface PlanFrame {
	readonly height: number;
	/** The foot of the mast. */
	readonly x: number;
	readonly y: number;
	/** Drawing units a metre. */
	readonly scale: number;
	/** A label's row and the point of its arc that its line starts from. */
	readonly leaders: readonly { readonly x: number; readonly y: number; readonly row: number }[];
}

/** Fits what a head sees in any direction it may have, as wide and far as it can be drawn left of the column of labels, and a row to each label. */
export function planFrame(
	hfovDeg: number,
	toleranceDeg: number,
	fullM: number,
	labels: readonly PlanLabel[],
	roomWidth: number
): PlanFrame {
	const half = Math.min(hfovDeg / 2 + toleranceDeg, 180) * (Math.PI / 180);
	const ownSide = Math.sin((Math.min(hfovDeg, 180) / 2) * (Math.PI / 180));
	const sideShare = half >= Math.PI / 2 ? 1 : Math.sin(half);
	const backShare = half > Math.PI / 2 ? -Math.cos(half) : 0;
	const scale = Math.min((roomWidth - 2 * PAD) / (1 + backShare), (MOST - 2 * PAD) / (2 * sideShare)) / fullM;
	const height = Math.max(2 * sideShare * fullM * scale + 2 * PAD, labels.length * ROW + PAD, 64);
	const y = height / 2;
	const leaders = labels.map(({ distanceM }, i) => {
		const row = y + (i - (labels.length - 1) / 2) * ROW;
		const radius = distanceM * scale;
		const mostAside = radius * ownSide * 0.85;
		const aside = Math.max(-mostAside, Math.min(mostAside, row - y));
		return { x: Math.sqrt(radius * radius - aside * aside), y: aside, row };
	});
	return { height, x: PAD + backShare * fullM * scale, y, scale, leaders };
}
