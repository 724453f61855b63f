import type {
	AreaLevel,
	CameraType,
	CheckpointStatus,
	Health,
	KeySiteCategory,
	RingLevel,
	Setting,
	TeamLevel
} from '../../domain/items.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import { m } from '../../paraglide/messages.js';

/** Words for the values a property can have; every call words them in the present language. */
export const VALUE_WORDS = {
	ringLevel: { 1: m.level_1, 2: m.level_2, 3: m.level_3 } satisfies Record<RingLevel, () => string>,
	areaLevel: {
		prefecture: m.area_level_prefecture,
		county: m.area_level_county,
		township: m.area_level_township,
		village: m.area_level_village,
		custom: m.area_level_custom
	} satisfies Record<AreaLevel, () => string>,
	setting: { urban: m.setting_urban, rural: m.setting_rural, mixed: m.setting_mixed } satisfies Record<
		Setting,
		() => string
	>,
	teamLevel: {
		city: m.team_level_city,
		county: m.team_level_county,
		township: m.team_level_township
	} satisfies Record<TeamLevel, () => string>,
	status: {
		planned: m.status_planned,
		built: m.status_built,
		staffed: m.status_staffed,
		broken: m.status_broken
	} satisfies Record<CheckpointStatus, () => string>,
	cameraType: {
		fixed: m.camera_type_fixed,
		dome: m.camera_type_dome,
		ptz: m.camera_type_ptz
	} satisfies Record<CameraType, () => string>,
	health: {
		working: m.health_working,
		impaired: m.health_impaired,
		broken: m.health_broken
	} satisfies Record<Health, () => string>,
	category: {
		bus: m.category_bus,
		rail: m.category_rail,
		water: m.category_water,
		power: m.category_power,
		gas: m.category_gas,
		school: m.category_school,
		hospital: m.category_hospital,
		government: m.category_government,
		other: m.category_other
	} satisfies Record<KeySiteCategory, () => string>,
	by: { all: m.by_all, cameras: m.by_cameras, patrols: m.by_patrols } satisfies Record<
		CoverageBy,
		() => string
	>
};
