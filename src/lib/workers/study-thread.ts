import type { Walls } from '../analysis/coverage/walls.ts';
import type { Borders } from '../geo/borders.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { PlaceNames } from '../domain/place-names.ts';
import { decodeRoadGraph } from '../network/graph-file.ts';
import { prepareRoads, type Roads } from '../network/roads.ts';
import type { AnalysisOptions, PackUrls, StudyQuestion } from './analysis-events.ts';
import { breathe } from './breath.ts';
import { messageOf } from './message-of.ts';
import type { Studies, Study, StudyGround, StudyRun } from './studies/study.ts';
import type { Ask, Post, Thread, ToThread } from './wire.ts';

/** Where a study gets the packs of a region from. */
export interface PackDoor {
	roads(url: string): Promise<ArrayBuffer>;
	walls(url: string): Promise<Walls>;
	borders(url: string): Promise<Borders | null>;
	names(url: string): Promise<PlaceNames | null>;
}

const NO_PACKS: PackUrls = { roads: null, buildings: null };

/** Answers the studies of a plan, each with breaths, so that several go on side by side and can be given up. */
export class StudyThread implements Thread {
	private readonly items = new Map<ItemId, Item>();
	private options: AnalysisOptions | null = null;
	private packs = NO_PACKS;
	private readonly running = new Map<number, AbortController>();
	/** What was fetched, by where from; one graph and one set of buildings at a time. */
	private roads: { url: string; roads: Promise<Roads> } | null = null;
	private walls: { url: string; walls: Promise<Walls> } | null = null;
	private borders: { url: string; borders: Promise<Borders | null> } | null = null;
	private names: { url: string; names: Promise<PlaceNames | null> } | null = null;

	constructor(
		private readonly post: Post,
		private readonly studies: Studies,
		private readonly door: PackDoor
	) {}

	receive(message: ToThread): void {
		switch (message.type) {
			case 'open':
				this.items.clear();
				for (const item of message.items) this.items.set(item.id, item);
				this.options = message.options;
				this.packs = message.packs;
				break;
			case 'change':
				for (const id of message.drop) this.items.delete(id);
				for (const item of message.put) this.items.set(item.id, item);
				break;
			case 'assume':
				this.options = message.options;
				break;
			case 'ask':
				void this.answer(message);
				break;
			case 'cancel':
				this.running.get(message.request)?.abort();
				break;
		}
	}

	private async answer({ question, input, request }: Ask): Promise<void> {
		const given = new AbortController();
		this.running.set(request, given);
		try {
			const study = this.studies[question as StudyQuestion] as Study<StudyQuestion> | undefined;
			if (!study) throw new Error(`no study answers ${question}`);
			const answer = await study(this.ground(), input as never, this.run(question, given.signal));
			if (!given.signal.aborted) this.post({ type: 'answered', request, answer });
		} catch (error) {
			if (!given.signal.aborted) this.post({ type: 'refused', request, message: messageOf(error) });
		} finally {
			this.running.delete(request);
		}
	}

	private run(question: Ask['question'], signal: AbortSignal): StudyRun {
		return {
			signal,
			progress: (done, total) => {
				if (!signal.aborted) this.post({ type: 'progress', question, done, total });
			},
			breathe: async () => {
				await new Promise<void>(breathe);
				signal.throwIfAborted();
			}
		};
	}

	private ground(): StudyGround {
		const { options, packs } = this;
		if (!options) throw new Error('no plan is open');
		return {
			items: [...this.items.values()],
			options,
			roads: () => this.roadsOf(packs),
			hasRoads: packs.roads !== null,
			borders: () => this.bordersOf(packs),
			names: () => this.namesOf(packs),
			walls: () => (options.occlusion ? this.wallsOf(packs) : Promise.resolve(null))
		};
	}

	private roadsOf({ roads: url }: PackUrls): Promise<Roads> {
		if (url === null) return Promise.reject(new Error('no road graph is open'));
		if (this.roads?.url !== url) {
			const roads = this.door.roads(url).then((bytes) => prepareRoads(decodeRoadGraph(bytes)));
			this.roads = { url, roads };
			// what could not be fetched is tried again
			roads.catch(() => this.roads?.roads === roads && (this.roads = null));
		}
		return this.roads.roads;
	}

	private async bordersOf({ borders: url }: PackUrls): Promise<Borders | null> {
		if (!url) return null;
		if (this.borders?.url !== url) {
			const borders = this.door.borders(url);
			this.borders = { url, borders };
			borders.catch(() => this.borders?.borders === borders && (this.borders = null));
		}
		return this.borders.borders;
	}

	private async namesOf({ names: url }: PackUrls): Promise<PlaceNames | null> {
		if (!url) return null;
		if (this.names?.url !== url) {
			const names = this.door.names(url);
			this.names = { url, names };
			names.catch(() => this.names?.names === names && (this.names = null));
		}
		return this.names.names;
	}

	private async wallsOf({ buildings: url }: PackUrls): Promise<Walls | null> {
		if (url === null) return null;
		if (this.walls?.url !== url) {
			const walls = this.door.walls(url);
			this.walls = { url, walls };
			walls.catch(() => this.walls?.walls === walls && (this.walls = null));
		}
		return this.walls.walls;
	}
}
