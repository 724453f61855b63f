import type { RoadClass } from '../road-graph.ts';

/**
 * What is assumed of a car that drives to where it is needed. Every figure can be set.
 *
 * A stretch of road takes its length over the lesser of `classKmh` of its class (no bound where absent)
 * and its own speed (the limit, or what is usual on its class) times `speedFactor`. Traffic lights are
 * not in road graphs; the delay of a junction stands for them too.
 */
export interface TravelModel {
	/** Most that is driven on a class, km/h. */
	readonly classKmh: Readonly<Partial<Record<RoadClass, number>>>;
	/** Part of a road's own speed that is kept up along it. */
	readonly speedFactor: number;
	/** One speed for every road, km/h, instead of the two above; null for none. */
	readonly everyRoadKmh: number | null;
	/** Delay of passing a junction where a street as important as one's own meets, seconds; tracks and service roads are no streets. */
	readonly junctionDelayS: number;
	/** Further delay of a turn across oncoming traffic at a junction, seconds: left where one drives on the right. */
	readonly turnAcrossS: number;
	/** Further delay of a turn to one's own side of the road, seconds. */
	readonly turnAsideS: number;
	/** Time of turning round at a dead end, seconds. Elsewhere no one turns round. */
	readonly turnRoundS: number;
	/** Time of passing a gate that is not locked, seconds; Infinity where gates stop a car. */
	readonly gateS: number;
	/** Wait for a ferry, seconds, before its crossing at its speed; Infinity where none is taken. */
	readonly ferryWaitS: number;
	readonly drivesOn: 'left' | 'right';
}

/**
 * A patrol car without lights and siren, on a day without jams.
 *
 * Limits are kept, so it is the civil driver of a router. The figures are fitted to Valhalla's times
 * (`npm run bench -- valhalla`) and rounded to the careful side: the median drive takes 3 % longer.
 */
export const PATROL_CAR: TravelModel = {
	classKmh: { residential: 50, living_street: 15, service: 20, track: 10 },
	speedFactor: 1,
	everyRoadKmh: null,
	junctionDelayS: 2,
	turnAcrossS: 4,
	turnAsideS: 3,
	turnRoundS: 15,
	gateS: 30,
	ferryWaitS: Infinity,
	drivesOn: 'right'
};

/** Throws a `RangeError` that names the first figure of `model` no car can have. */
export function assertTravelModel(model: TravelModel): void {
	for (const [roadClass, kmh] of Object.entries(model.classKmh)) {
		if (!(kmh > 0)) throw new RangeError(`classKmh.${roadClass} is ${kmh}, wanted more than 0`);
	}
	if (!(model.speedFactor > 0))
		throw new RangeError(`speedFactor is ${model.speedFactor}, wanted more than 0`);
	if (model.everyRoadKmh !== null && !(model.everyRoadKmh > 0)) {
		throw new RangeError(`everyRoadKmh is ${model.everyRoadKmh}, wanted more than 0 or null`);
	}
	const delays = [
		'junctionDelayS',
		'turnAcrossS',
		'turnAsideS',
		'turnRoundS',
		'gateS',
		'ferryWaitS'
	] as const;
	for (const name of delays) {
		if (!(model[name] >= 0)) throw new RangeError(`${name} is ${model[name]}, wanted 0 or more`);
	}
}
