import type { CameraSite } from './camera-sites.ts';

/** A body that builds cameras, and how well its own are kept, joined up and documented: shares of 1. */
export interface Owner {
	readonly name: string;
	readonly integrated: number;
	readonly working: number;
	/** Of its cameras the lens, sensor and mounting are on file; of the others a range somebody wrote down. */
	readonly withOptics: number;
	/** Of its directions only the nearest of eight compass points is on file, or nothing. */
	readonly rough: number;
	readonly undirected: number;
}

const POLICE = owner('Police 公安', 0.97, 0.93, 0.8, 0.02, 0);
const TRAFFIC = owner('Traffic police 交警', 0.92, 0.9, 0.75, 0.03, 0);
const CITY = owner('City services 城管', 0.75, 0.85, 0.45, 0.25, 0.05);
const TRANSIT = owner('Public transport 公交', 0.7, 0.88, 0.5, 0.15, 0.04);
const PARKS = owner('Parks and water 园林水务', 0.5, 0.74, 0.3, 0.35, 0.06);
const HOUSING = owner('Housing 物业', 0.3, 0.72, 0.15, 0.4, 0.07);
const SCHOOLS = owner('Schools and hospitals 校医', 0.6, 0.86, 0.4, 0.25, 0.06);
const SHOPS = owner('Shops 商户', 0.12, 0.78, 0.1, 0.45, 0.1);

/** Who builds at a place of each kind, and how often. */
export const OWNERS: Record<CameraSite['place'], readonly (readonly [Owner, number])[]> = {
	junction: [
		[POLICE, 5],
		[TRAFFIC, 4],
		[TRANSIT, 1],
		[CITY, 1]
	],
	street: [
		[POLICE, 4],
		[TRAFFIC, 2],
		[CITY, 2],
		[PARKS, 1],
		[SHOPS, 2]
	],
	estate: [
		[HOUSING, 6],
		[POLICE, 2],
		[PARKS, 1],
		[SHOPS, 2]
	],
	site: [
		[SCHOOLS, 7],
		[POLICE, 2],
		[TRANSIT, 1],
		[CITY, 1]
	]
};

function owner(
	name: string,
	integrated: number,
	working: number,
	withOptics: number,
	rough: number,
	undirected: number
): Owner {
	return { name, integrated, working, withOptics, rough, undirected };
}
