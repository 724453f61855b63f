import { headsOf, type HeadOptics } from './head-optics.ts';
import { rangeOf } from './head-range.ts';
import type { CameraProperties } from './items.ts';
import { NEED } from './needs.ts';

/** The ground one head looks over: an annular sector, or a ring where `hfovDeg` is 360. */
export interface View {
	/** Compass degrees of the middle of the view, 0 up to 360; 0 for a ring. */
	azimuthDeg: number;
	/** Whole opening angle, over 0 up to 360. */
	hfovDeg: number;
	rangeM: number;
	/** The blind zone before the camera, below `rangeM`. */
	nearM: number;
	/** Height of mounting, null where not known. */
	heightM: number | null;
	/** What of `NEED` stands between this view and ground held for certain: COARSE, PTZ, LIKELY, POSSIBLE. */
	needs: number;
}

/** What a camera sees and may see. */
export interface CameraViews {
	/**
	 * Head by head; of a head certain before likely before possible, fine before coarse. They overlap:
	 * what is likely takes in what is certain, what is coarse takes in what is fine.
	 */
	views: View[];
	/** Heads that cannot be said to see anything: no range, or no direction and less than all round. */
	uncertainHeads: number;
	/** A density was asked for that the picture of some head cannot be held to, its pixels not being known. */
	isUnrated: boolean;
}

/**
 * The views of a camera's heads, defaults and optics applied.
 *
 * There is no default range and no default direction. Where a direction is only known to within
 * `azimuthToleranceDeg` to either side, what every direction it could have shares is certain, what
 * any of them sees is likely. A PTZ head sees nothing for certain: all round it as far as it reaches
 * is possible, and the view it states needs `PTZ`. Under a demand of `minPxPerM` a view ends where
 * its picture thins to that, and what lies beyond within the range without a demand is coarse. A
 * head whose blind zone reaches its range sees nothing, for certain.
 */
export function viewsOf(camera: CameraProperties, minPxPerM?: number): CameraViews {
	const answer: CameraViews = { views: [], uncertainHeads: 0, isUnrated: false };
	for (const head of headsOf(camera)) addHead(answer, head, head.type === 'ptz', minPxPerM);
	return answer;
}

function addHead(answer: CameraViews, head: HeadOptics, isPtz: boolean, minPxPerM?: number): void {
	const fullM = rangeOf(head)?.rangeM ?? null;
	const { azimuthDeg, hfovDeg, toleranceDeg, heightM } = head;
	const isRound = hfovDeg === 360;
	const isAimed = isRound || azimuthDeg !== null;
	if (fullM === null || (!isAimed && !isPtz)) {
		answer.uncertainHeads++;
		return;
	}
	const { views } = answer;
	const before = views.length;
	if (isAimed) {
		const { nearM } = head;
		const fineM = minPxPerM === undefined ? fullM : (rangeOf(head, minPxPerM)?.rangeM ?? fullM);
		const homeNeeds = isPtz ? NEED.PTZ : 0;
		const isRough = toleranceDeg > 0 && !isRound;
		const sharedDeg = isRough ? hfovDeg - 2 * toleranceDeg : hfovDeg;
		const aimDeg = azimuthDeg ?? 0;
		if (sharedDeg > 0) addByDensity(views, aimDeg, sharedDeg, nearM, heightM, fullM, fineM, homeNeeds);
		if (isRough) {
			const openDeg = Math.min(360, hfovDeg + 2 * toleranceDeg);
			addByDensity(views, aimDeg, openDeg, nearM, heightM, fullM, fineM, homeNeeds | NEED.LIKELY);
		}
	}
	if (isPtz) {
		// turned and tilted at will: neither the rim of the view it states nor its blind zone binds it
		const free: HeadOptics = { ...head, rimM: null };
		const freeM = rangeOf(free)?.rangeM ?? fullM;
		const fineM = rangeOf(free, minPxPerM)?.rangeM ?? freeM;
		addByDensity(views, 0, 360, 0, heightM, freeM, fineM, NEED.POSSIBLE);
	}
	if (minPxPerM !== undefined && head.widthPx === null && views.length > before) {
		answer.isUnrated = true;
	}
}

/** Adds a view as far as the demand is met, to `fineM`, and beyond that the whole of it as coarse. */
function addByDensity(
	views: View[],
	aimDeg: number,
	hfovDeg: number,
	nearM: number,
	heightM: number | null,
	fullM: number,
	fineM: number,
	needs: number
): void {
	const azimuthDeg = hfovDeg === 360 ? 0 : aimDeg;
	if (nearM < fineM) views.push({ azimuthDeg, hfovDeg, rangeM: fineM, nearM, heightM, needs });
	if (fineM < fullM && nearM < fullM) {
		views.push({ azimuthDeg, hfovDeg, rangeM: fullM, nearM, heightM, needs: needs | NEED.COARSE });
	}
}
