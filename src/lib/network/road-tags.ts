import { EDGE, ROAD_CLASSES, type RoadClass } from './road-graph.ts';

/** What a way's tags say about the road, in the codes of a `RoadGraph`. */
export interface RoadAttributes {
	/** Index into `ROAD_CLASSES`. */
	readonly roadClass: number;
	/** Bits of `EDGE`; `FORWARD` is the way's own direction. */
	readonly flags: number;
	readonly layer: number;
	readonly speedKmh: number;
	readonly name: string;
}

type Tags = Readonly<Record<string, string>>;

const CLASS_INDEX = new Map<string, number>(ROAD_CLASSES.map((name, index) => [name, index]));

/** Values of `highway` that are no road one can travel today. */
const NO_ROAD = new Set(
	'abandoned bus_stop construction corridor disused elevator emergency_access_point platform proposed raceway razed rest_area services'.split(
		' '
	)
);

/** Speeds driven where no limit is tagged, km/h; walked on paths. */
const USUAL_KMH: Record<RoadClass, number> = {
	motorway: 110,
	trunk: 90,
	primary: 65,
	secondary: 60,
	tertiary: 50,
	unclassified: 45,
	residential: 30,
	living_street: 15,
	service: 15,
	track: 15,
	pedestrian: 5,
	cycleway: 15,
	footway: 5,
	path: 5,
	steps: 3,
	bridleway: 5,
	ferry: 10,
	other: 10
};

const FOR_CARS = new Set(
	'motorway trunk primary secondary tertiary unclassified residential living_street service track ferry other'.split(
		' '
	)
);
const CAR_ONLY = new Set(['motorway', 'trunk']);

/**
 * Reads the tags of an OpenStreetMap way as a road, or null where it is none.
 *
 * `DRIVE` and `WALK` say for whom the road is built: a private drive is still a drive, a footpath with
 * `motor_vehicle=yes` becomes one. `FORWARD` and `BACKWARD` are the lawful directions of a car and
 * stand on footpaths too, where they mean nothing. A boat is no road at all for those it does not take on
 * board. A bridge without `layer` lies on 1, a tunnel on -1, a passage through a building on the ground.
 */
export function roadAttributes(tags: Tags): RoadAttributes | null {
	const value = tags.highway ?? (tags.route === 'ferry' ? 'ferry' : undefined);
	if (value === undefined || NO_ROAD.has(value) || tags.area === 'yes') return null;

	const isLink = value.endsWith('_link');
	const plain = isLink ? value.slice(0, -5) : value === 'road' ? 'unclassified' : value;
	const roadClass = CLASS_INDEX.get(plain) ?? (CLASS_INDEX.get('other') as number);
	const name = ROAD_CLASSES[roadClass];
	const isBridge = isSet(tags.bridge);
	const isTunnel = isSet(tags.tunnel);
	const isRoundabout = tags.junction === 'roundabout' || tags.junction === 'circular';

	const vehicle = tags.motorcar ?? tags.motor_vehicle ?? tags.vehicle ?? tags.access;
	let flags = direction(tags, isRoundabout || name === 'motorway');
	const isBoat = name === 'ferry';
	const takesCars = FOR_CARS.has(name) && !(isBoat && isRefused(tags.motorcar ?? tags.motor_vehicle));
	const takesFeet = !CAR_ONLY.has(name) && !(isBoat && tags.foot === 'no');
	if (takesCars || allows(tags.motor_vehicle ?? tags.motorcar)) flags |= EDGE.DRIVE;
	if (takesFeet || allows(tags.foot) || isSet(tags.sidewalk)) flags |= EDGE.WALK;
	if (isRefused(takesCars ? vehicle : (tags.foot ?? tags.access))) flags |= EDGE.PRIVATE;
	if (isBridge) flags |= EDGE.BRIDGE;
	if (isTunnel) flags |= EDGE.TUNNEL;
	if (isLink) flags |= EDGE.LINK;
	if (isRoundabout) flags |= EDGE.ROUNDABOUT;

	return {
		roadClass,
		flags,
		layer: layerOf(tags.layer, isBridge, isTunnel && tags.tunnel !== 'building_passage'),
		speedKmh: speedOf(tags.maxspeed) ?? Math.round(USUAL_KMH[name] * (isLink ? 0.7 : 1)),
		name: tags.name ?? tags.ref ?? ''
	};
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && value !== 'no' && value !== 'none' && value !== '';
}

function allows(value: string | undefined): boolean {
	return value === 'yes' || value === 'designated' || value === 'permissive' || value === 'private';
}

function isRefused(value: string | undefined): boolean {
	return value === 'no' || value === 'private';
}

function direction(tags: Tags, isOneWayByNature: boolean): number {
	const value = tags['oneway:motor_vehicle'] ?? tags.oneway;
	if (value === '-1' || value === 'reverse') return EDGE.BACKWARD;
	if (value === 'yes' || value === 'true' || value === '1') return EDGE.FORWARD;
	if (value === undefined && isOneWayByNature) return EDGE.FORWARD;
	return EDGE.FORWARD | EDGE.BACKWARD;
}

function layerOf(value: string | undefined, isBridge: boolean, isTunnel: boolean): number {
	const layer = value === undefined ? NaN : parseInt(value, 10);
	if (Number.isFinite(layer)) return Math.max(-5, Math.min(5, layer));
	return isBridge ? 1 : isTunnel ? -1 : 0;
}

function speedOf(value: string | undefined): number | null {
	const speed = value === undefined ? NaN : parseFloat(value);
	if (!(speed > 0)) return value === 'walk' ? 5 : null;
	return Math.min(200, Math.round(speed * (/mph/.test(value as string) ? 1.609344 : 1)));
}
