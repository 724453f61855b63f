import type { PlaceAsk, PlacementAnswer } from '../../domain/findings/placement.ts';
import { placeCameras } from './place-cameras.ts';
import { placeCheckpoints } from './place-checkpoints.ts';
import type { PlaceGround, PlaceRun } from './place-run.ts';
import { placeStations } from './place-stations.ts';

/**
 * Where the next things of a kind would do most: ranked places, what they gain, and how much any choice could
 * gain at most. Throws `PlaceRefused` where the plan gives nothing to choose from, and a `RangeError` for figures that cannot be.
 */
export function place(ground: PlaceGround, ask: PlaceAsk, run: PlaceRun): Promise<PlacementAnswer> {
	switch (ask.kind) {
		case 'camera':
			return placeCameras(ground, ask, run);
		case 'checkpoint':
			return placeCheckpoints(ground, ask, run);
		case 'station':
			return placeStations(ground, ask, run);
	}
}
