import { RestlessEdges } from '../../geo/fabric/restless-edges.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** A verb that refuses (`edges-restless`) where what it lays over each other does not come to rest on the grid. */
export function atRest<A extends unknown[], R>(verb: (...wish: A) => R): (...wish: A) => R | Refusal {
	return (...wish) => {
		try {
			return verb(...wish);
		} catch (error) {
			if (!(error instanceof RestlessEdges)) throw error;
			return refuse({ code: 'edges-restless', severity: 'error' });
		}
	};
}
