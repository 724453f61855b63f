import type { FoundCrossing, FoundName } from '../../domain/findings/find.ts';
import type { NameKind } from '../../domain/place-names.ts';
import { m } from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';

/** A place or road by its name in the present language, else by the one on its signs. */
export function foundNameText({ local, en, zh }: FoundName): string {
	return (getLocale() === 'zh' ? zh : en) || local;
}

/** What it is, and what else it is called: the name on its signs, its number, an old name that was met. */
export function foundNameNote(found: FoundName): string {
	const title = foundNameText(found);
	const also = [found.local, found.ref, found.other].filter((name) => name !== '' && name !== title);
	const names = also.length > 0 ? [m.find_also({ name: [...new Set(also)].join(', ') })] : [];
	return [nameKindText(found.kind), ...names].join(' · ');
}

/** A crossing of two roads. */
export function foundCrossingText({ roads: [a, b] }: FoundCrossing): string {
	return m.find_crossing_title({ a, b });
}

/** What a name of the map names: "Bus stop". */
export function nameKindText(kind: NameKind): string {
	return NAME_KIND_WORDS[kind]();
}

const NAME_KIND_WORDS: Record<NameKind, () => string> = {
	city: m.name_city,
	district: m.name_district,
	town: m.name_town,
	suburb: m.name_suburb,
	village: m.name_village,
	road: m.name_road,
	street: m.name_street,
	path: m.name_path,
	bridge: m.name_bridge,
	square: m.name_square,
	river: m.name_river,
	water: m.name_water,
	railway: m.name_railway,
	station: m.name_station,
	hospital: m.name_hospital,
	school: m.name_school,
	office: m.name_office,
	emergency: m.name_emergency,
	power: m.name_power,
	fuel: m.name_fuel,
	'bus-stop': m.name_bus_stop,
	park: m.name_park,
	landmark: m.name_landmark,
	building: m.name_building
};
