import type { FollowAsk, FollowedLine } from '../../domain/findings/followed-line.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { gridLengthM } from '../../network/edge-line.ts';

/**
 * `line` from `from` to `to`, which are its ends to the last digit but for those that are meant on the line itself;
 * points in a row that are the same are one.
 */
export function joinedEnds(
	from: LngLat,
	line: readonly LngLat[],
	to: LngLat,
	onLine: FollowAsk['onLine'] = {}
): FollowedLine {
	const joined: LngLat[] = [onLine.from ? (line[0] ?? from) : from];
	for (const at of onLine.to ? line : [...line, to]) {
		const last = joined[joined.length - 1];
		if (last[0] !== at[0] || last[1] !== at[1]) joined.push(at);
	}
	if (joined.length === 1) joined.push(joined[0]);
	return { line: joined, lengthM: lengthOfM(joined), isFollowing: true };
}

/** The straight line, for where nothing can be followed. */
export function straightLine(from: LngLat, to: LngLat): FollowedLine {
	return { line: [from, to], lengthM: lengthOfM([from, to]), isFollowing: false };
}

function lengthOfM(line: readonly LngLat[]): number {
	let lengthM = 0;
	for (let i = 1; i < line.length; i++) {
		const [a, b] = [line[i - 1], line[i]];
		lengthM += gridLengthM(
			a[0] * GRID_PER_DEG,
			a[1] * GRID_PER_DEG,
			b[0] * GRID_PER_DEG,
			b[1] * GRID_PER_DEG
		);
	}
	return lengthM;
}
