import type { LngLat } from '../lib/geo/coordinates.ts';
import { CommandError } from './command-error.ts';
import type { CommandLine } from './command-line.ts';

/** The place that an option names as `lng,lat`, or undefined where it is not given; throws CommandError for anything else. */
export function readPlace(line: CommandLine, name: string): LngLat | undefined {
	const text = line.values[name];
	if (text === undefined) return undefined;
	const parts = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
	const [lng, lat] = parts;
	if (parts.length === 2 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return [lng, lat];
	throw new CommandError({
		en: `saw --${name} ${text}, wanted longitude and latitude in degrees, like --${name} 71.43,51.13`,
		zh: `此处是 --${name} ${text}，应为经度、纬度（度），如 --${name} 71.43,51.13`
	});
}
