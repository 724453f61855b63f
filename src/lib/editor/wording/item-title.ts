import type { Item } from '../../domain/items.ts';
import { m } from '../../paraglide/messages.js';
import { ringText } from './finding-words.ts';
import { kindText } from './kind-words.ts';

/** What a thing is called: its name, or its kind and id ("Camera 0017"). */
export function itemTitle(item: Item): string {
	const { name } = item.properties;
	if (typeof name === 'string' && name.trim() !== '') return name;
	if (item.kind === 'control-ring') return ringText(null, item.properties.level);
	if (item.kind === 'key-site') return `${m.kind_key_site()} ${bareId(item)}`;
	return `${kindText(item.kind)} ${bareId(item)}`;
}

/** The id without the kind it usually begins with. */
function bareId(item: Item): string {
	const prefix = `${item.kind}-`;
	return item.id.startsWith(prefix) && item.id.length > prefix.length
		? item.id.slice(prefix.length)
		: item.id;
}
