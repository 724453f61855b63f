import type { CameraHead, Item, Kind } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import { VALUE_WORDS } from '../wording/value-words.ts';
import { pictureText } from './picture-size.ts';

type Words = () => string;

interface Common {
	/** Path within the properties: `team`, `needs.cameras`, `heads.0.rangeM`. */
	readonly path: string;
	readonly label: Words;
}

/** How one property is shown and typed. What is allowed is judged by the plan's own rules, not here. */
export type Field = Common &
	(
		| { readonly type: 'text' }
		| { readonly type: 'hours' }
		| { readonly type: 'number'; readonly unit?: Words | undefined; readonly fallback?: number | undefined }
		| {
				readonly type: 'choice';
				/** Value as the file has it, and its words. */
				readonly choices: readonly { readonly value: string | number | boolean; readonly words: Words }[];
				/** What an absent value means; absent: an absent value means nothing is known. */
				readonly fallback?: string | number | boolean | undefined;
		  }
		| { readonly type: 'picture'; readonly fallback?: string | undefined }
		| { readonly type: 'ring' }
		| { readonly type: 'controls' }
	);

export interface FieldGroup {
	readonly title?: Words | undefined;
	readonly fields: readonly Field[];
	/** Index of the camera head the group is of. */
	readonly head?: number | undefined;
}

/** Every property of SPEC 3 of an item's kind, in the order a person looks for them. */
export function fieldsOf(item: Item): FieldGroup[] {
	if (item.kind !== 'camera') return [{ fields: FIELDS[item.kind] }];
	const heads = item.properties.heads;
	return [
		{ fields: FIELDS.camera },
		...(heads
			? heads.map((_, head) => ({
					title: () => m.field_head({ n: head + 1 }),
					fields: headFields(`heads.${head}.`, item.properties),
					head
				}))
			: [
					{ title: m.field_group_view, fields: headFields('').slice(0, VIEW_FIELDS) },
					{ title: m.field_group_optics, fields: headFields('').slice(VIEW_FIELDS) }
				])
	];
}

/** The names of the properties that `fieldsOf` shows; what else an item has is shown as it stands. */
export function knownKeys(item: Item): Set<string> {
	const paths = fieldsOf(item).flatMap(({ fields }) =>
		fields.map(({ path }) => path.split('.')[0] as string)
	);
	return new Set([...paths, 'kind', ...(item.kind === 'camera' ? ['heads'] : [])]);
}

const unit = {
	metres: () => 'm',
	degrees: () => '°',
	millimetres: () => 'mm',
	pixels: () => 'px',
	minutes: m.unit_min
};

const name: Field = { path: 'name', label: m.field_name, type: 'text' };
const team: Field = { path: 'team', label: m.field_team, type: 'text' };
const hours: Field = { path: 'hours', label: m.field_hours, type: 'hours' };

function choice<V extends string | number>(
	path: string,
	label: Words,
	words: Readonly<Record<V, Words>>,
	fallback?: V
): Field {
	const choices = Object.entries<Words>(words).map(([value, text]) => ({
		value: path === 'level' && /^\d$/.test(value) ? Number(value) : value,
		words: text
	}));
	return { path, label, type: 'choice', choices, ...(fallback !== undefined && { fallback }) };
}

function number(path: string, label: Words, unitWords?: Words, fallback?: number): Field {
	return { path, label, type: 'number', unit: unitWords, fallback };
}

/** How many of `headFields` say where a head looks; the rest are optics. */
const VIEW_FIELDS = 5;

/** A head takes from `camera` what it does not state; without one it stands alone. */
function headFields(prefix: string, camera: CameraHead = {}): Field[] {
	const figure = (
		key: Exclude<keyof CameraHead, 'resolutionPx' | 'type'>,
		label: Words,
		words: Words,
		fallback?: number
	) => number(`${prefix}${key}`, label, words, camera[key] ?? fallback);
	const picture = camera.resolutionPx === undefined ? undefined : pictureText(camera.resolutionPx);
	return [
		figure('azimuthDeg', m.field_azimuth, unit.degrees),
		figure('azimuthToleranceDeg', m.field_tolerance, unit.degrees, 0),
		figure('hfovDeg', m.field_hfov, unit.degrees),
		figure('rangeM', m.field_range, unit.metres),
		figure('nearM', m.field_near, unit.metres),
		figure('sensorWidthMm', m.field_sensor, unit.millimetres),
		figure('focalLengthMm', m.field_focal, unit.millimetres),
		{ path: `${prefix}resolutionPx`, label: m.field_picture, type: 'picture', fallback: picture },
		figure('heightM', m.field_height, unit.metres),
		figure('tiltDeg', m.field_tilt, unit.degrees)
	];
}

const { planned, built } = VALUE_WORDS.status;

const FIELDS: Record<Kind, readonly Field[]> = {
	area: [
		name,
		choice('level', m.field_level, VALUE_WORDS.areaLevel),
		choice('setting', m.field_setting, VALUE_WORDS.setting),
		number('population', m.field_population, m.unit_people)
	],
	'control-ring': [name, choice('level', m.field_level, VALUE_WORDS.ringLevel)],
	checkpoint: [
		name,
		choice('status', m.field_status, VALUE_WORDS.status, 'staffed'),
		hours,
		team,
		{ path: 'ring', label: m.field_ring, type: 'ring' },
		{ path: 'controls', label: m.field_controls, type: 'controls' }
	],
	'patrol-zone': [name, team, choice('level', m.field_level, VALUE_WORDS.teamLevel), hours],
	'patrol-route': [
		name,
		team,
		number('reachM', m.field_reach, unit.metres, 50),
		hours,
		number('headwayMin', m.field_headway, unit.minutes)
	],
	station: [
		name,
		choice('level', m.field_level, VALUE_WORDS.teamLevel),
		number('teams', m.field_teams, undefined, 1)
	],
	camera: [
		name,
		choice('type', m.field_type, VALUE_WORDS.cameraType),
		choice('health', m.field_health, VALUE_WORDS.health, 'working'),
		{
			path: 'integrated',
			label: m.field_integrated,
			type: 'choice',
			choices: [
				{ value: true, words: m.integrated_yes },
				{ value: false, words: m.integrated_no }
			],
			fallback: true
		},
		choice<'planned' | 'built'>('status', m.field_status, { planned, built }, 'built'),
		hours,
		{ path: 'owner', label: m.field_owner, type: 'text' },
		{ path: 'deviceCode', label: m.field_device_code, type: 'text' }
	],
	'key-site': [
		name,
		choice('category', m.field_category, VALUE_WORDS.category),
		number('needs.cameras', m.field_needs_cameras),
		number('needs.responseMin', m.field_needs_response, unit.minutes)
	]
};
