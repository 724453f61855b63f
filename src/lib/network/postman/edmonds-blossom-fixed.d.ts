declare module 'edmonds-blossom-fixed' {
	/**
	 * The matching of greatest weight over `edges` (node, node, weight): the mate of each node, -1 where it
	 * has none. With `maxCardinality` the heaviest among the matchings of most edges.
	 */
	export default function blossom(
		edges: [a: number, b: number, weight: number][],
		maxCardinality?: boolean
	): number[];
}
