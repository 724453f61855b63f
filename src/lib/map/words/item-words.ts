import type { Item } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import type { MapLocale } from '../style/map-look.ts';

/** What kind of thing an item is, in one word of the glossary. */
export function kindText(item: Item, locale: MapLocale): string {
	const o = { locale };
	switch (item.kind) {
		case 'area':
			return m.map_kind_area({}, o);
		case 'control-ring':
			return ringText(item.properties.level, locale);
		case 'checkpoint':
			return m.map_kind_checkpoint({}, o);
		case 'patrol-zone':
			return m.map_kind_patrol_zone({}, o);
		case 'patrol-route':
			return m.map_kind_patrol_route({}, o);
		case 'station':
			return m.map_kind_station({}, o);
		case 'camera':
			return m.map_kind_camera({}, o);
		case 'key-site':
			return m.map_kind_key_site({}, o);
	}
}

/** Name of an item, or what kind of thing it is where it has none. */
export function itemName(item: Item, locale: MapLocale): string {
	return text(item.properties.name) ?? kindText(item, locale);
}

/** An item in one line: name, then what matters most about it. */
export function itemLine(item: Item, locale: MapLocale): string {
	return [itemName(item, locale), ...facts(item, locale)].join(' · ');
}

function facts(item: Item, locale: MapLocale): string[] {
	const o = { locale };
	const named = text(item.properties.name) !== null;
	const kind = named ? [kindText(item, locale)] : [];
	switch (item.kind) {
		case 'control-ring':
		case 'area':
			return kind;
		case 'checkpoint':
			return [
				...kind,
				{
					planned: m.map_status_planned,
					built: m.map_status_built,
					staffed: m.map_status_staffed,
					broken: m.map_status_broken
				}[item.properties.status ?? 'staffed']({}, o),
				...optional(item.properties.hours)
			];
		case 'patrol-zone':
		case 'patrol-route':
			return [...kind, ...optional(item.properties.team), ...optional(item.properties.hours)];
		case 'station': {
			const teams = item.properties.teams ?? 1;
			return [...kind, ...(teams > 1 ? [m.map_teams({ count: teams }, o)] : [])];
		}
		case 'camera':
			return [
				...kind,
				{
					working: m.map_health_working,
					impaired: m.map_health_impaired,
					broken: m.map_health_broken
				}[item.properties.health ?? 'working']({}, o),
				...(item.properties.integrated === false ? [m.map_not_integrated({}, o)] : []),
				...optional(item.properties.owner)
			];
		case 'key-site':
			return [...kind, CATEGORY[item.properties.category]({}, o)];
	}
}

const CATEGORY = {
	bus: m.map_category_bus,
	rail: m.map_category_rail,
	water: m.map_category_water,
	power: m.map_category_power,
	gas: m.map_category_gas,
	school: m.map_category_school,
	hospital: m.map_category_hospital,
	government: m.map_category_government,
	other: m.map_category_other
};

/** What a ring of `level` is called. */
export function ringText(level: 1 | 2 | 3, locale: MapLocale): string {
	return { 1: m.map_ring_1, 2: m.map_ring_2, 3: m.map_ring_3 }[level]({}, { locale });
}

function optional(value: unknown): string[] {
	const found = text(value);
	return found === null ? [] : [found];
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}
