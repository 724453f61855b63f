/** Sets of nodes that are joined and never parted (union-find with path halving, Tarjan 1975). */
export class NodeSets {
	private readonly parent: Int32Array;

	constructor(nodeCount: number) {
		this.parent = Int32Array.from({ length: nodeCount }, (_, v) => v);
	}

	/** The node that stands for the set of `node`: the least of it. */
	find(node: number): number {
		const { parent } = this;
		while (parent[node] !== node) {
			parent[node] = parent[parent[node]];
			node = parent[node];
		}
		return node;
	}

	/** Joins the sets of both; false where they were one already. */
	join(a: number, b: number): boolean {
		const [rootA, rootB] = [this.find(a), this.find(b)];
		if (rootA === rootB) return false;
		this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
		return true;
	}
}
