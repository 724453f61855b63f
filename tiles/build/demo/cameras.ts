import type { CameraProperties, Health } from '../../../src/lib/domain/items.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import type { CameraSite } from './camera-sites.ts';
import type { Random } from './random.ts';

export interface MadeUpCamera {
	readonly at: LngLat;
	readonly properties: CameraProperties;
}

/** Who built a camera, and how well theirs are kept and joined up: shares of 1. */
interface Owner {
	readonly name: string;
	readonly integrated: number;
	readonly working: number;
}
const POLICE: Owner = { name: 'Police 公安', integrated: 0.97, working: 0.93 };
const TRAFFIC: Owner = { name: 'Traffic police 交警', integrated: 0.92, working: 0.9 };
const CITY: Owner = { name: 'City services 城管', integrated: 0.75, working: 0.85 };
const HOUSING: Owner = { name: 'Housing 物业', integrated: 0.3, working: 0.72 };
const SCHOOLS: Owner = { name: 'Schools and hospitals 校医', integrated: 0.6, working: 0.86 };
const SHOPS: Owner = { name: 'Shops 商户', integrated: 0.12, working: 0.78 };

const OWNERS: Record<CameraSite['place'], readonly (readonly [Owner, number])[]> = {
	junction: [
		[POLICE, 5],
		[TRAFFIC, 4],
		[CITY, 1]
	],
	street: [
		[POLICE, 4],
		[TRAFFIC, 2],
		[CITY, 2],
		[SHOPS, 2]
	],
	estate: [
		[HOUSING, 6],
		[POLICE, 2],
		[SHOPS, 2]
	],
	site: [
		[SCHOOLS, 7],
		[POLICE, 2],
		[CITY, 1]
	]
};

/** Beyond this the city is newer, farther, and worse looked after. */
const RIM_M = 5000;

/** The cameras of one pole. Its owner keeps them alike; the rim is kept worse than the centre. */
export function camerasOf(site: CameraSite, random: Random): MadeUpCamera[] {
	const owner = random.pick(OWNERS[site.place]);
	const wear = site.fromCentreM > RIM_M ? 0.1 : 0;
	const isIntegrated = random.next() < owner.integrated - wear;
	const isPlanned = random.next() < 0.03;
	const cameras: MadeUpCamera[] = [];

	const put = (properties: CameraProperties): void => {
		cameras.push({
			at: site.at,
			properties: {
				...properties,
				owner: owner.name,
				health: healthOf(owner.working - wear, random),
				integrated: isIntegrated,
				...(isPlanned && { status: 'planned' as const })
			}
		});
	};
	for (const headingDeg of site.headingsDeg) {
		const isWide = site.place === 'estate' || site.place === 'site';
		const azimuthDeg = Math.round(headingDeg + (random.next() - 0.5) * 8 + 360) % 360;
		const isUncertain = owner !== POLICE && owner !== TRAFFIC && random.next() < 0.06;
		put({
			type: 'fixed',
			...(!isUncertain && { azimuthDeg }),
			hfovDeg: isWide ? random.whole(70, 100) : random.whole(36, 64),
			rangeM: isWide ? random.whole(35, 60) : random.whole(80, 150),
			nearM: random.whole(2, 6)
		});
	}
	if (site.hasDome) put({ type: random.next() < 0.3 ? 'ptz' : 'dome', hfovDeg: 360, rangeM: random.whole(60, 110) });
	return cameras;
}

function healthOf(working: number, random: Random): Health {
	const draw = random.next();
	if (draw < working) return 'working';
	return draw < working + (1 - working) * 0.45 ? 'impaired' : 'broken';
}
