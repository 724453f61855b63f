import type { RingPart } from '../../domain/findings/ring-aid.ts';

/** Everything a ring follows of one road, river or railway. */
export interface FollowedRow extends Pick<RingPart, 'follows' | 'name' | 'lengthM'> {
	readonly key: string;
	/** Places among the parts, and that of the longest of them. */
	readonly members: readonly number[];
	readonly longest: number;
}

/** The parts of a ring by what they follow, longest first; what stays as drawn comes last. */
export function followedRows(parts: readonly RingPart[]): FollowedRow[] {
	const rows = new Map<
		string,
		{ -readonly [K in keyof FollowedRow]: FollowedRow[K] } & { members: number[] }
	>();
	parts.forEach(({ follows, name, lengthM }, i) => {
		const key = JSON.stringify([follows, name]);
		const row = rows.get(key);
		if (!row) {
			rows.set(key, { key, follows, name, lengthM, members: [i], longest: i });
			return;
		}
		row.lengthM += lengthM;
		row.members.push(i);
		if (lengthM > parts[row.longest].lengthM) row.longest = i;
	});
	return [...rows.values()].sort(
		(a, b) => Number(a.follows === 'drawn') - Number(b.follows === 'drawn') || b.lengthM - a.lengthM
	);
}
