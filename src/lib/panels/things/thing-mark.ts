import type { Item } from '../../domain/items.ts';
import { VALUE_WORDS } from '../../editor/wording/value-words.ts';
import { m } from '../../paraglide/messages.js';
import { kindMark, type Mark } from '../layers/legend.ts';

/** The symbol a thing has on the map. */
export function thingMark(item: Item): Mark {
	switch (item.kind) {
		case 'control-ring':
			return { type: 'ring', level: item.properties.level };
		case 'checkpoint':
			return { type: 'checkpoint', status: item.properties.status ?? 'staffed' };
		case 'camera':
			return {
				type: 'camera',
				health: item.properties.health ?? 'working',
				isIntegrated: item.properties.integrated ?? true
			};
		case 'patrol-zone':
			return { type: 'zone', level: item.properties.level ?? 'city' };
		case 'key-site':
			return { type: 'key-site', category: item.properties.category };
		default:
			return kindMark(item.kind);
	}
}

/** One word on how a thing stands, beside its name in a list: status, health, level. */
export function thingNote(item: Item): string {
	switch (item.kind) {
		case 'control-ring':
			return VALUE_WORDS.ringLevel[item.properties.level]();
		case 'checkpoint':
			return VALUE_WORDS.status[item.properties.status ?? 'staffed']();
		case 'camera': {
			const { status, health = 'working', integrated = true } = item.properties;
			if (status === 'planned') return VALUE_WORDS.status.planned();
			if (health === 'working' && !integrated) return m.integrated_no();
			return VALUE_WORDS.health[health]();
		}
		case 'patrol-zone':
		case 'station':
			return item.properties.level ? VALUE_WORDS.teamLevel[item.properties.level]() : '';
		case 'key-site':
			return VALUE_WORDS.category[item.properties.category]();
		case 'area':
			return item.properties.level ? VALUE_WORDS.areaLevel[item.properties.level]() : '';
		case 'patrol-route':
			return item.properties.team ?? '';
	}
}
