import type { CameraHead, CameraProperties } from '../../../src/lib/domain/items.ts';
import type { CameraSite } from './camera-sites.ts';
import type { Owner } from './owners.ts';
import type { Random } from './random.ts';

interface Sensor {
	readonly sensorWidthMm: number;
	readonly resolutionPx: readonly [across: number, down: number];
}

/** Sensors as they are sold, and how often. */
const FIXED_SENSORS: readonly (readonly [Sensor, number])[] = [
	[{ sensorWidthMm: 5.4, resolutionPx: [1920, 1080] }, 5],
	[{ sensorWidthMm: 5.4, resolutionPx: [2560, 1440] }, 3],
	[{ sensorWidthMm: 7.2, resolutionPx: [3840, 2160] }, 2]
];

/** Compass points that a list of eight knows. */
const COMPASS_DEG = 45;

/** A head that looks one way: along a street, or wider over a yard. */
export function fixedHead(
	headingDeg: number,
	place: CameraSite['place'],
	owner: Owner,
	random: Random
): CameraHead {
	const isWide = place === 'estate' || place === 'site';
	const aim = aimOf(headingDeg + (random.next() - 0.5) * 8, owner, random);
	if (random.next() >= owner.withOptics) {
		return {
			...aim,
			hfovDeg: isWide ? random.whole(70, 100) : random.whole(36, 64),
			rangeM: isWide ? random.whole(35, 60) : random.whole(80, 150),
			nearM: random.whole(2, 6)
		};
	}
	const { sensorWidthMm, resolutionPx } = random.pick(FIXED_SENSORS);
	return {
		...aim,
		sensorWidthMm,
		focalLengthMm: isWide ? random.whole(28, 40) / 10 : random.whole(6, 12),
		resolutionPx: [resolutionPx[0], resolutionPx[1]],
		heightM: isWide ? random.whole(30, 45) / 10 : random.whole(55, 80) / 10,
		tiltDeg: isWide ? random.whole(14, 24) : random.whole(8, 14)
	};
}

/** A head that looks all round. */
export function domeHead(random: Random): CameraHead {
	return { hfovDeg: 360, rangeM: random.whole(40, 80), heightM: random.whole(55, 80) / 10 };
}

/** A camera that turns, parked on a street; a long lens, and a range to which it is of use. */
export function turningCamera(headingDeg: number, random: Random): CameraProperties {
	return {
		type: 'ptz',
		azimuthDeg: compass(headingDeg),
		sensorWidthMm: 5.4,
		focalLengthMm: random.whole(8, 24),
		resolutionPx: [1920, 1080],
		heightM: random.whole(80, 140) / 10,
		rangeM: random.whole(120, 220),
		nearM: random.whole(6, 12)
	};
}

/** What is on file of a direction: degrees, one of eight points, or nothing. */
function aimOf(headingDeg: number, owner: Owner, random: Random): CameraHead {
	const draw = random.next();
	if (draw < owner.undirected) return {};
	if (draw >= owner.undirected + owner.rough) return { azimuthDeg: compass(headingDeg) };
	const point = Math.round(headingDeg / COMPASS_DEG) * COMPASS_DEG;
	return { azimuthDeg: compass(point), azimuthToleranceDeg: COMPASS_DEG / 2 };
}

function compass(deg: number): number {
	return ((Math.round(deg) % 360) + 360) % 360;
}
