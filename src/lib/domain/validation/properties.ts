import OpeningHours from 'opening_hours';
import { KEY_SITE_CATEGORIES, type Kind } from '../items.ts';
import { quoteValue, type Problem, type Wanted } from '../problem.ts';

type Properties = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => Wanted | null;

const text: Check = (value) => (typeof value === 'string' ? null : { what: 'text' });
const yesNo: Check = (value) => (typeof value === 'boolean' ? null : { what: 'yes-no' });
const oneOf =
	(...values: (string | number)[]): Check =>
	(value) =>
		values.includes(value as string | number) ? null : { what: 'one-of', values };
const number =
	(range: { from?: number; to?: number; above?: number; whole?: true }): Check =>
	(value) =>
		typeof value === 'number' &&
		Number.isFinite(value) &&
		value >= (range.from ?? -Infinity) &&
		value <= (range.to ?? Infinity) &&
		value > (range.above ?? -Infinity) &&
		(!range.whole || Number.isInteger(value))
			? null
			: { what: 'number', ...range };

const positive = number({ above: 0 });
// beyond these a figure is in another unit than its name says: micrometres, centimetres, megapixels
const side = number({ from: 16, to: 100_000, whole: true });
const resolution: Check = (value) => {
	const sides: unknown[] = Array.isArray(value) ? value : [value];
	const isRight = sides.length <= 2 && sides.length > 0 && sides.every((px) => side(px) === null);
	return isRight ? null : { what: 'resolution' };
};

const HEAD: Record<string, Check> = {
	type: oneOf('fixed', 'dome', 'ptz'),
	azimuthDeg: number({ from: -360, to: 360 }),
	azimuthToleranceDeg: number({ from: 0, to: 180 }),
	hfovDeg: number({ above: 0, to: 360 }),
	rangeM: positive,
	nearM: number({ from: 0 }),
	sensorWidthMm: number({ above: 0, to: 100 }),
	focalLengthMm: number({ above: 0, to: 5000 }),
	resolutionPx: resolution,
	heightM: number({ from: 0, to: 1000 }),
	tiltDeg: number({ from: -90, to: 90 })
};

const controls: Check = (value) => {
	const isRight =
		Array.isArray(value) &&
		value.every(
			(road) =>
				isRecord(road) &&
				Number.isFinite(road.way) &&
				Array.isArray(road.at) &&
				road.at.length >= 2 &&
				Number.isFinite(road.at[0]) &&
				Number.isFinite(road.at[1])
		);
	return isRight ? null : { what: 'controls' };
};
const needs: Check = (value) =>
	isRecord(value) &&
	(value.cameras === undefined || number({ from: 0 })(value.cameras) === null) &&
	(value.responseMin === undefined || positive(value.responseMin) === null)
		? null
		: { what: 'needs' };

const LEVEL = oneOf('city', 'county', 'township');

/** What each known property must be, by kind. Properties that are not listed are not looked at. */
const CHECKS: Record<Kind, Record<string, Check>> = {
	area: {
		name: text,
		level: oneOf('prefecture', 'county', 'township', 'village', 'custom'),
		setting: oneOf('urban', 'rural', 'mixed'),
		population: number({ from: 0 })
	},
	'control-ring': { name: text, level: oneOf(1, 2, 3) },
	checkpoint: {
		name: text,
		status: oneOf('planned', 'built', 'staffed', 'broken'),
		hours: text,
		team: text,
		ring: text,
		controls
	},
	'patrol-zone': { name: text, team: text, level: LEVEL, hours: text },
	'patrol-route': { name: text, team: text, reachM: positive, hours: text, headwayMin: positive },
	station: { name: text, level: LEVEL, teams: number({ from: 0, whole: true }) },
	camera: {
		name: text,
		...HEAD,
		heads: (value) => (Array.isArray(value) && value.every(isRecord) ? null : { what: 'heads' }),
		health: oneOf('working', 'impaired', 'broken'),
		integrated: yesNo,
		owner: text,
		deviceCode: text,
		status: oneOf('planned', 'built'),
		hours: text
	},
	'key-site': { name: text, category: oneOf(...KEY_SITE_CATEGORIES), needs }
};

const REQUIRED: Partial<Record<Kind, string>> = {
	area: 'name',
	'control-ring': 'level',
	'key-site': 'category'
};

/**
 * What is wrong with the properties of a feature of `kind`: required ones that are missing, known
 * ones whose value has the wrong type or range, hours that do not parse. Unknown properties pass.
 *
 * `parsesHours` may be handed in to remember verdicts over many features.
 */
export function validateProperties(
	kind: Kind,
	properties: Properties,
	parsesHours: (hours: string) => boolean = isOpeningHours
): Problem[] {
	const problems: Problem[] = [];
	const checks = CHECKS[kind];
	const required = REQUIRED[kind];

	if (required !== undefined && (properties[required] === undefined || properties[required] === null)) {
		const wanted = checks[required]?.(undefined);
		problems.push({
			code: 'missing-property',
			severity: 'error',
			path: `properties.${required}`,
			...(wanted && { wanted })
		});
	}
	checkEach(properties, checks, 'properties', problems);
	if (typeof properties.hours === 'string' && checks.hours && !parsesHours(properties.hours)) {
		problems.push({
			code: 'bad-hours',
			severity: 'error',
			path: 'properties.hours',
			seen: quoteValue(properties.hours)
		});
	}
	if (kind === 'camera') {
		checkReach(properties, 'properties', problems);
		const heads: unknown[] = Array.isArray(properties.heads) ? properties.heads : [];
		for (const [i, head] of heads.entries()) {
			if (!isRecord(head)) continue;
			checkEach(head, HEAD, `properties.heads[${i}]`, problems);
			checkReach(head, `properties.heads[${i}]`, problems);
		}
	}
	return problems;
}

/** Whether a property of this name means something to Cordon on features of `kind`. */
export function isKnownProperty(kind: Kind, key: string): boolean {
	return Object.hasOwn(CHECKS[kind], key);
}

/** Whether `hours` is written in the opening_hours syntax of OpenStreetMap. */
export function isOpeningHours(hours: string): boolean {
	try {
		new OpeningHours(hours, { lat: 0, lon: 0, address: { country_code: 'cn', state: '' } });
		return true;
	} catch {
		return false;
	}
}

function checkEach(
	holder: Properties,
	checks: Record<string, Check>,
	path: string,
	problems: Problem[]
): void {
	for (const key of Object.keys(holder)) {
		// a property set to nothing is a property left out
		if (holder[key] === undefined || holder[key] === null || !Object.hasOwn(checks, key)) continue;
		const wanted = checks[key]?.(holder[key]);
		if (wanted) {
			problems.push({
				code: 'bad-value',
				severity: 'error',
				path: `${path}.${key}`,
				seen: quoteValue(holder[key]),
				wanted
			});
		}
	}
}

function checkReach(head: Properties, path: string, problems: Problem[]): void {
	if (typeof head.nearM === 'number' && typeof head.rangeM === 'number' && head.nearM >= head.rangeM) {
		problems.push({
			code: 'near-beyond-range',
			severity: 'error',
			path: `${path}.nearM`,
			seen: `${head.nearM} ≥ ${head.rangeM}`
		});
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
