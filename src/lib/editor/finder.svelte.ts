import type { LngLat } from '../geo/coordinates.ts';
import type { NoCoordinates } from '../geo/notations/coordinate-reading.ts';
import { parseCoordinates } from '../geo/parse-coordinates.ts';
import type { Desk } from './desk.svelte.ts';
import { answerRows, coordinateRows, type FindRow } from './find-rows.ts';

const MOST = 20;
const MOST_RECENT = 6;
/** Near enough to tell which of two houses is meant. */
const PLACE_ZOOM = 16;
const PIN_MS = 8000;

/** The one search of the screen: words typed, what they mean, and the way there. */
export class Finder {
	text = $state('');
	/** What was gone to before, newest first; the page remembers it. */
	recent = $state.raw<readonly FindRow[]>([]);
	private pinTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly desk: Desk) {}

	/** The middle of what the map shows, or of the region before it shows anything. */
	readonly near = $derived.by((): LngLat | null => {
		const { looksAt, region } = this.desk.editor;
		const box = looksAt ?? region?.bbox;
		return box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : null;
	});

	private readonly read = $derived(parseCoordinates(this.text, this.near ?? undefined));

	/** Why the text is no coordinates; null where it is. */
	readonly fault = $derived<NoCoordinates | null>(this.read.ok ? null : this.read);

	/** Everything found, in the order it is listed: coordinates first, recent ones while nothing is typed. */
	readonly rows = $derived.by((): readonly FindRow[] => {
		if (this.text.trim() === '') return this.recent;
		const { editor } = this.desk;
		const readings = this.read.ok ? (this.read.readings ?? [this.read]) : [];
		const { answer } = this.desk.study('find');
		return [
			...coordinateRows(readings, editor.region?.bbox ?? null),
			// while newer words are looked up, what the last ones found stays
			...(answer ? answerRows(answer, (id) => editor.plan.items.get(id)) : [])
		];
	});

	/** Asks for what is typed now. */
	look(): void {
		const study = this.desk.study('find');
		if (this.text.trim() === '') study.forget();
		else void study.ask({ text: this.text, near: this.near, most: MOST });
	}

	/** Brings a row on screen: a thing is picked out, anything else gets a pin that passes. */
	show(row: FindRow): void {
		const { desk } = this;
		if (row.item !== null) {
			desk.show({ what: 'item', id: row.item });
			return;
		}
		if (!row.at) return;
		this.pin(row);
		desk.editor.view = row.bbox ? { bbox: row.bbox } : { at: row.at, zoom: PLACE_ZOOM };
		this.recent = [
			{ ...row, key: `recent ${row.key}`.replace(/^(recent )+/, 'recent '), group: 'recent' as const },
			...this.recent.filter(({ title, at }) => title !== row.title || at?.join() !== row.at?.join())
		].slice(0, MOST_RECENT);
	}

	/** Marks a row on the map for a while, without going there. */
	pin(row: FindRow | null): void {
		const { editor } = this.desk;
		clearTimeout(this.pinTimer);
		editor.draw(
			'find',
			row?.at
				? [
						{
							key: row.key,
							geometry: { type: 'Point', coordinates: [...row.at] },
							draws: 'found',
							title: row.title,
							properties: { label: row.title }
						}
					]
				: []
		);
		if (row?.at) this.pinTimer = setTimeout(() => editor.draw('find', []), PIN_MS);
	}
}
