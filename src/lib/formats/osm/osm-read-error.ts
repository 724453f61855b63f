/** Map data that cannot be read: the place in it, what was seen there, and what was wanted. */
export class OsmReadError extends Error {
	override readonly name = 'OsmReadError';
	readonly place: string;
	readonly seen: string;
	readonly wanted: string;

	constructor(place: string, seen: string, wanted: string, options?: ErrorOptions) {
		super(`${place}: ${seen}, wanted ${wanted}`, options);
		this.place = place;
		this.seen = seen;
		this.wanted = wanted;
	}
}
