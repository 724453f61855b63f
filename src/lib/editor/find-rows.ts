import type { FindAnswer, FoundName } from '../domain/findings/find.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { CoordinateReading } from '../geo/notations/coordinate-reading.ts';
import { printCoordinates } from '../geo/print-coordinates.ts';
import { m } from '../paraglide/messages.js';
import { readingText } from './wording/coordinate-words.ts';
import { foundCrossingText, foundNameNote, foundNameText } from './wording/find-words.ts';
import { itemTitle } from './wording/item-title.ts';
import { kindText } from './wording/kind-words.ts';

export const FIND_GROUPS = ['coordinates', 'places', 'roads', 'crossings', 'things', 'recent'] as const;
export type FindGroup = (typeof FIND_GROUPS)[number];

/** One thing that was found, ready to be listed and gone to. */
export interface FindRow {
	readonly key: string;
	readonly group: FindGroup;
	readonly title: string;
	readonly note: string;
	/** Where a pin marks it; null for a thing of the plan, which has a symbol of its own. */
	readonly at: LngLat | null;
	/** What to bring on screen, where it is wider than a place. */
	readonly bbox: Bbox | null;
	readonly item: ItemId | null;
}

/** What was read as coordinates, the likeliest first. */
export function coordinateRows(readings: readonly CoordinateReading[], region: Bbox | null): FindRow[] {
	return readings.map((reading) => {
		const title = printCoordinates(reading.at, 'decimal') ?? '';
		const outside = region && !holds(region, reading.at) ? [m.find_outside()] : [];
		return {
			key: `coordinates ${title}`,
			group: 'coordinates',
			title,
			note: [readingText(reading), ...outside].join(' · '),
			at: reading.at,
			bbox: null,
			item: null
		};
	});
}

/** What the study found, group by group. Things that are there no more are left out. */
export function answerRows(answer: FindAnswer, itemOf: (id: ItemId) => Item | undefined): FindRow[] {
	const named =
		(group: FindGroup) =>
		(found: FoundName, i: number): FindRow => ({
			key: `${group} ${i} ${found.local} ${found.at.join()}`,
			group,
			title: foundNameText(found),
			note: foundNameNote(found),
			at: found.at,
			bbox: isWide(found.bbox) ? found.bbox : null,
			item: null
		});
	const things = answer.things.flatMap((id): FindRow[] => {
		const item = itemOf(id);
		if (!item) return [];
		const title = itemTitle(item);
		const note = title.includes(id) ? kindText(item.kind) : `${kindText(item.kind)} · ${id}`;
		return [{ key: `thing ${id}`, group: 'things', title, note, at: null, bbox: null, item: id }];
	});
	return [
		...answer.places.map(named('places')),
		...answer.roads.map(named('roads')),
		...answer.crossings.map((crossing, i): FindRow => ({
			key: `crossing ${i} ${crossing.at.join()}`,
			group: 'crossings',
			title: foundCrossingText(crossing),
			note: '',
			at: crossing.at,
			bbox: null,
			item: null
		})),
		...things
	];
}

/** Wider than what a close view of its place shows anyway, about 200 m. */
function isWide([west, south, east, north]: Bbox): boolean {
	return east - west > 0.003 || north - south > 0.002;
}

function holds([west, south, east, north]: Bbox, [lng, lat]: LngLat): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}
