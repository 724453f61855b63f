import type { FoundCrossing, FoundName } from '../../domain/findings/find.ts';
import type { RoadGraph } from '../../network/road-graph.ts';

const BETWEEN = /\s*(?:&|＆|\+|\/|×|\s[xх]\s|\sand\s|\sи\s|与|和|、)\s*/iu;
/** Junctions of two roads nearer than this to each other are one crossing: both carriageways. In 1e-7 degrees. */
const ONE_CROSSING = 8000;

/** The two halves of "Abai & Kenesary"; null where a text is no pair. */
export function crossingOf(text: string): readonly [string, string] | null {
	const parts = text.split(BETWEEN).map((part) => part.trim());
	return parts.length === 2 && parts[0] !== '' && parts[1] !== '' ? [parts[0], parts[1]] : null;
}

/** Where a road of `a` and a road of `b` meet, by the local names of both, at most `most` places. */
export function findCrossings(
	graph: RoadGraph,
	a: readonly FoundName[],
	b: readonly FoundName[],
	most: number
): FoundCrossing[] {
	const isOf = (roads: readonly FoundName[]): Uint8Array => {
		const names = new Set(roads.flatMap(({ local, ref }) => [local, ref]));
		return Uint8Array.from(graph.names, (name) => (name !== '' && names.has(name) ? 1 : 0));
	};
	const [isA, isB] = [isOf(a), isOf(b)];
	const found: FoundCrossing[] = [];
	const seen: { lng: number; lat: number; key: string }[] = [];
	for (let v = 0; v < graph.nodeCount && found.length < most; v++) {
		let [nameA, nameB] = [-1, -1];
		for (let i = graph.adjacentStart[v]; i < graph.adjacentStart[v + 1]; i++) {
			const name = graph.edgeName[graph.adjacent[i] >> 1];
			if (name < 0) continue;
			if (isA[name]) nameA = name;
			if (isB[name] && (name !== nameA || nameB < 0)) nameB = name;
		}
		if (nameA < 0 || nameB < 0 || nameA === nameB) continue;
		const [lng, lat] = [graph.nodeLng[v], graph.nodeLat[v]];
		const key = `${nameA} ${nameB}`;
		const isKnown = seen.some(
			(one) =>
				one.key === key && Math.abs(one.lng - lng) < ONE_CROSSING && Math.abs(one.lat - lat) < ONE_CROSSING
		);
		if (isKnown) continue;
		seen.push({ lng, lat, key });
		found.push({ roads: [graph.names[nameA], graph.names[nameB]], at: [lng / 1e7, lat / 1e7] });
	}
	return found;
}
