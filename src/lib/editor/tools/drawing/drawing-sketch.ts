import { findRingFault } from '../../../geo/ring-fault.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { bearingDeg } from '../../../geo/bearing.ts';
import { areaWithinM2 } from '../../../geo/lnglat-area.ts';
import type { Sketch } from '../../sketch.ts';
import { areaText, lengthText } from '../../wording/quantity.ts';
import { pointsOf, type Drawing } from './drawing.ts';
import { withoutSpurs } from './without-spurs.ts';
import { cornerDeg, lineM, sideM } from './measured-line.ts';
import { typedSideText } from './typed-side.ts';

export interface DrawingLook {
	readonly shape: 'line' | 'ground';
	/** What is set already. */
	readonly drawing: Drawing;
	/** From the last point to the pointer, both included; empty while the pointer is away. */
	readonly ahead: readonly LngLat[];
	/** What is typed for the side ahead. */
	readonly typed: string;
	/** A circle instead: its radius is what is told. */
	readonly radiusM?: number | undefined;
	/** What would come of it, in words. */
	readonly made?: string | undefined;
	/** Place for the words about the whole, beside the pointer. */
	readonly beside: LngLat;
}

/** What is set; a circle or rectangle stands alone: its middle or corner is not a corner of what it becomes. */
function setPoints({ drawing, radiusM }: Pick<DrawingLook, 'drawing' | 'radiusM'>): LngLat[] {
	return radiusM === undefined ? pointsOf(drawing) : [];
}

/** All of the line: what is set and the side ahead. */
export function drawnLine(look: Pick<DrawingLook, 'drawing' | 'ahead' | 'radiusM'>): LngLat[] {
	const points = setPoints(look);
	return [...points, ...look.ahead.slice(points.length > 0 ? 1 : 0)];
}

/** What a drawing looks like with the side ahead, its lengths, bearing, angle and area. */
export function drawingSketch(look: DrawingLook): Sketch {
	const { shape, drawing } = look;
	const points = setPoints(look);
	const drawn = drawnLine(look);
	const line = shape === 'ground' ? withoutSpurs(drawn) : drawn;
	const isGround = shape === 'ground' && line.length > 2;
	const ring = isGround ? [...line, line[0] as LngLat] : [];
	const crosses = isGround && (findRingFault([ring])?.crosses ?? false);
	return {
		fills: isGround ? [[ring]] : [],
		lines: [
			...(line.length > 1 ? [{ at: line, look: crosses ? ('wrong' as const) : ('line' as const) }] : []),
			...(isGround
				? [{ at: [line[line.length - 1] as LngLat, line[0] as LngLat], look: 'guide' as const }]
				: [])
		],
		points: cornersOf(drawing).map((at, i) => ({
			at,
			look: i === 0 && shape === 'ground' && points.length > 2 ? ('first' as const) : ('corner' as const)
		})),
		labels: labelsOf(look, points)
	};
}

function labelsOf(
	{ shape, ahead, typed, radiusM, made, beside }: DrawingLook,
	points: readonly LngLat[]
): NonNullable<Sketch['labels']> {
	const labels: { at: LngLat; text: string }[] = [];
	const line = [...points, ...ahead.slice(1)];
	const [from, to] = [ahead[0], ahead[ahead.length - 1]];
	const about: string[] = [];
	if (typed !== '') about.push(typedSideText(typed));
	if (radiusM !== undefined) about.push(`r ${lengthText(radiusM)}`);
	else if (from && to && ahead.length > 1) {
		const before = points[points.length - 2];
		const angle = before && ahead.length === 2 ? ` · ∠ ${Math.round(cornerDeg(before, from, to))}°` : '';
		const straight = ahead.length === 2 ? ` · ${Math.round(bearingDeg(from, to)) % 360}°${angle}` : '';
		labels.push({ at: middleOf(ahead), text: `${lengthText(lineM(ahead))}${straight}` });
	}
	if (line.length > 2 && radiusM === undefined) about.push(lengthText(lineM(line)));
	if (shape === 'ground' && line.length > 2) about.push(areaText(areaWithinM2(line)));
	if (made) about.push(made);
	if (about.length > 0) labels.push({ at: beside, text: about.join(' · ') });
	return labels;
}

/** The first point, and where each step ended: points along a street are no corners that somebody set. */
function cornersOf({ strokes }: Drawing): LngLat[] {
	return strokes.flatMap(({ points }, i) => [
		...(i === 0 && points.length > 1 ? points.slice(0, 1) : []),
		...points.slice(-1)
	]);
}

/** The place half-way along a line. */
function middleOf(line: readonly LngLat[]): LngLat {
	let left = lineM(line) / 2;
	for (let i = 1; i < line.length; i++) {
		const [a, b] = [line[i - 1] as LngLat, line[i] as LngLat];
		const lengthM = sideM(a, b);
		if (left <= lengthM && lengthM > 0) {
			const t = left / lengthM;
			return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
		}
		left -= lengthM;
	}
	return line[0] as LngLat;
}
