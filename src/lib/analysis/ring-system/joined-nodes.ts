/** Nodes drawn together step by step (union-find with path halving; Tarjan and van Leeuwen 1984). */
export class JoinedNodes {
	private readonly parent: Uint32Array;

	constructor(nodeCount: number) {
		this.parent = Uint32Array.from({ length: nodeCount }, (_, v) => v);
	}

	/** The node that stands for all that `node` was joined with: the smallest of them. */
	rootOf(node: number): number {
		const { parent } = this;
		let at = node;
		while (parent[at] !== at) at = parent[at] = parent[parent[at]];
		return at;
	}

	/** Makes two nodes one; whether they were two. */
	join(a: number, b: number): boolean {
		const rootA = this.rootOf(a);
		const rootB = this.rootOf(b);
		if (rootA === rootB) return false;
		if (rootA < rootB) this.parent[rootB] = rootA;
		else this.parent[rootA] = rootB;
		return true;
	}
}
