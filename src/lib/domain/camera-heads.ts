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
	for (const head of headsOf(camera)) addHead(answer, head, camera.type === 'ptz', minPxPerM);
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
	const before = answer.views.length;

	const add = (openDeg: number, needs: number) => {
		addByDensity(head.nearM, fullM, rangeOf(head, minPxPerM)?.rangeM, needs, (rangeM, all) => {
			answer.views.push(wedge(head, openDeg, rangeM, all));
		});
	};
	if (isAimed) {
		const homeNeeds = isPtz ? NEED.PTZ : 0;
		const isRough = toleranceDeg > 0 && !isRound;
		const sharedDeg = isRough ? hfovDeg - 2 * toleranceDeg : hfovDeg;
		if (sharedDeg > 0) add(sharedDeg, homeNeeds);
		if (isRough) add(Math.min(360, hfovDeg + 2 * toleranceDeg), homeNeeds | NEED.LIKELY);
	}
	if (isPtz) {
		// turned and tilted at will: neither the rim of the view it states nor its blind zone binds it
		const free: HeadOptics = { ...head, rimM: null };
		const freeM = rangeOf(free)?.rangeM ?? fullM;
		addByDensity(0, freeM, rangeOf(free, minPxPerM)?.rangeM, NEED.POSSIBLE, (rangeM, needs) => {
			answer.views.push({ azimuthDeg: 0, hfovDeg: 360, rangeM, nearM: 0, heightM, needs });
		});
	}
	if (minPxPerM !== undefined && head.widthPx === null && answer.views.length > before) {
		answer.isUnrated = true;
	}
}

/** Emits a view as far as the demand is met, and beyond that the whole of it as coarse. */
function addByDensity(
	nearM: number,
	fullM: number,
	fineM: number | undefined,
	needs: number,
	emit: (rangeM: number, needs: number) => void
): void {
	const heldM = fineM ?? fullM;
	if (nearM < heldM) emit(heldM, needs);
	if (heldM < fullM && nearM < fullM) emit(fullM, needs | NEED.COARSE);
}

function wedge(head: HeadOptics, hfovDeg: number, rangeM: number, needs: number): View {
	const azimuthDeg = hfovDeg === 360 ? 0 : (head.azimuthDeg ?? 0);
	return { azimuthDeg, hfovDeg, rangeM, nearM: head.nearM, heightM: head.heightM, needs };
}
