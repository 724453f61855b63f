import type { Item, ItemId, Kind } from '../../domain/items.ts';
import { foldText } from './fold-text.ts';
import { splitWords } from './split-words.ts';

/** What a kind is called, so that any of it is found by that. */
const KIND_NAMES: Readonly<Record<Kind, string>> = {
	area: 'area 辖区',
	'control-ring': 'control ring 防控圈',
	checkpoint: 'checkpoint 卡口',
	'patrol-zone': 'patrol zone 巡逻防区',
	'patrol-route': 'patrol route 巡线',
	station: 'station 派出所',
	camera: 'camera 摄像机',
	'key-site': 'key site 重点部位'
};
const STEP = 4000;
/** What things are found by, folded; an item that is edited is another object, so nothing here grows old. */
const foldedOf = new WeakMap<Item, string>();

/** The things found, the best first, and how many there are. */
export interface FoundThingIds {
	readonly ids: readonly ItemId[];
	readonly count: number;
}

/**
 * The things of a plan with every word of `text` in their name, id, team, owner, device code or kind, in any part of it. An id or
 * name that is the text goes first, one that begins with it next. Breathes between steps of a few milliseconds.
 */
export async function findThings(
	items: readonly Item[],
	text: string,
	most: number,
	breathe: () => Promise<void>
): Promise<FoundThingIds> {
	const folded = foldText(text);
	const words = splitWords(folded).map((word) => word.text);
	if (words.length === 0) return { ids: [], count: 0 };
	const tiers: ItemId[][] = [[], [], []];
	let count = 0;
	for (let i = 0; i < items.length; i++) {
		if (i % STEP === STEP - 1) await breathe();
		const item = items[i];
		let known = foldedOf.get(item);
		if (known === undefined) foldedOf.set(item, (known = textOf(item)));
		if (!words.every((word) => known.includes(word))) continue;
		count++;
		const tier = known.includes(`|${folded}|`) ? 0 : known.includes(`|${folded}`) ? 1 : 2;
		if (tiers[tier].length < most) tiers[tier].push(item.id);
	}
	return { ids: tiers.flat().slice(0, most), count };
}

/** Each part between bars, so that a whole one can be told from a piece. */
function textOf({ id, kind, properties }: Item): string {
	const { name, team, owner, deviceCode } = properties;
	const parts = [id, name, deviceCode, team, owner].filter((part) => typeof part === 'string' && part !== '');
	return `|${parts.map((part) => foldText(part as string)).join('|')}| ${foldText(KIND_NAMES[kind])}`;
}
