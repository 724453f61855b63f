/** Says that edges cut where they meet went on to meet elsewhere, beyond the rounds that any input is known to need. */
export class RestlessEdges extends RangeError {
	constructor(rounds: number) {
		super(`edges that do not come to rest on the grid in ${rounds} rounds`);
	}
}
