import type { LngLat } from '../../../geo/coordinates.ts';

/** One step of a drawing, that Backspace takes back: a point, a stroke by hand, the way along streets. */
export interface Stroke {
	/** Points after the last one of the stroke before. */
	readonly points: readonly LngLat[];
	/** Tells a stroke whose points are still asked for. */
	readonly mark?: number;
}

/** What has been drawn so far, and what was taken back of it. Plain data. */
export interface Drawing {
	readonly strokes: readonly Stroke[];
	readonly undone: readonly Stroke[];
}

export const NOTHING_DRAWN: Drawing = { strokes: [], undone: [] };

/** Adds a stroke; what was taken back is forgotten. A stroke that stays where the last one ended adds nothing. */
export function withStroke(drawing: Drawing, stroke: Stroke): Drawing {
	const last = pointsOf(drawing).at(-1);
	const points = withoutRepeats(last, stroke.points);
	return points.length === 0 ? drawing : { strokes: [...drawing.strokes, { ...stroke, points }], undone: [] };
}

/** Puts `points` in place of those of the stroke marked `mark`, if it is still there. */
export function withPoints(drawing: Drawing, mark: number, points: readonly LngLat[]): Drawing {
	const change = (list: readonly Stroke[]): Stroke[] =>
		list.map((stroke) => (stroke.mark === mark ? { points } : stroke));
	return { strokes: change(drawing.strokes), undone: change(drawing.undone) };
}

/** Takes the last stroke back; the same drawing where there is none. */
export function takenBack(drawing: Drawing): Drawing {
	const last = drawing.strokes.at(-1);
	if (!last) return drawing;
	return { strokes: drawing.strokes.slice(0, -1), undone: [...drawing.undone, last] };
}

/** Puts the stroke taken back last again; the same drawing where none was. */
export function putBack(drawing: Drawing): Drawing {
	const last = drawing.undone.at(-1);
	if (!last) return drawing;
	return { strokes: [...drawing.strokes, last], undone: drawing.undone.slice(0, -1) };
}

/** All points in order, none twice in a row. */
export function pointsOf({ strokes }: Drawing): LngLat[] {
	const points: LngLat[] = [];
	for (const stroke of strokes) points.push(...withoutRepeats(points.at(-1), stroke.points));
	return points;
}

function withoutRepeats(before: LngLat | undefined, points: readonly LngLat[]): LngLat[] {
	let last = before;
	return points.filter((point) => {
		const isNew = !last || last[0] !== point[0] || last[1] !== point[1];
		last = point;
		return isNew;
	});
}
