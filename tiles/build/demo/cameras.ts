import type { CameraProperties, Health } from '../../../src/lib/domain/items.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { domeHead, fixedHead, turningCamera } from './camera-heads.ts';
import type { CameraSite } from './camera-sites.ts';
import { OWNERS } from './owners.ts';
import type { Random } from './random.ts';

export interface MadeUpCamera {
	readonly at: LngLat;
	readonly properties: CameraProperties;
}

/** Beyond this the city is newer, farther, and worse looked after. */
const RIM_M = 5000;

/** From so many directions on, a pole with a dome may be one device of several heads. */
const HEADS_OF_ONE = 3;

/** The cameras of one pole. Its owner keeps them alike; the rim is kept worse than the centre. */
export function camerasOf(site: CameraSite, random: Random): MadeUpCamera[] {
	const owner = random.pick(OWNERS[site.place]);
	const wear = site.fromCentreM > RIM_M ? 0.1 : 0;
	const isIntegrated = random.next() < owner.integrated - wear;
	const isPlanned = random.next() < 0.05;
	const common = (): CameraProperties => ({
		owner: owner.name,
		health: healthOf(owner.working - wear, random),
		integrated: isIntegrated,
		...(isPlanned && { status: 'planned' as const })
	});
	const put = (properties: CameraProperties): MadeUpCamera => ({
		at: site.at,
		properties: { ...properties, ...common() }
	});
	const fixed = (headingDeg: number) => fixedHead(headingDeg, site.place, owner, random);

	if (site.hasDome && site.headingsDeg.length >= HEADS_OF_ONE && random.next() < 0.4) {
		const heads = site.headingsDeg.slice(0, HEADS_OF_ONE).map(fixed);
		return [put({ type: 'dome', heads: [domeHead(random), ...heads] })];
	}
	const cameras = site.headingsDeg.map((headingDeg) => put({ type: 'fixed', ...fixed(headingDeg) }));
	if (!site.hasDome) return cameras;
	const [headingDeg = 0] = site.headingsDeg;
	const isTurning = random.next() < 0.35;
	return [...cameras, put(isTurning ? turningCamera(headingDeg, random) : { type: 'dome', ...domeHead(random) })];
}

function healthOf(working: number, random: Random): Health {
	const draw = random.next();
	if (draw < working) return 'working';
	return draw < working + (1 - working) * 0.45 ? 'impaired' : 'broken';
}
