import type { Walls } from '../../analysis/coverage/walls.ts';
import type { Borders } from '../../geo/borders.ts';
import type { Item } from '../../domain/items.ts';
import type { PlaceNames } from '../../domain/place-names.ts';
import type { Roads } from '../../network/roads.ts';
import type { AnalysisOptions, OnDemand, StudyQuestion } from '../analysis-events.ts';

/** What a study is made of: the plan as it was when it was asked, and the packs of its region. */
export interface StudyGround {
	readonly items: readonly Item[];
	readonly options: AnalysisOptions;
	/** Rejects where the region has no road graph. */
	roads(): Promise<Roads>;
	/** Whether the region has a road graph. */
	readonly hasRoads: boolean;
	/** Railways, rivers and water to follow; null where the region has none of them on file. */
	borders(): Promise<Borders | null>;
	/** Names of places and roads; null where the region has none on file. */
	names(): Promise<PlaceNames | null>;
	/** Buildings that stand in the way of sight; null where there are none or they are not asked for. */
	walls(): Promise<Walls | null>;
}

/** How a study lives beside others: it tells of its progress and lets messages be heard. */
export interface StudyRun {
	readonly signal: AbortSignal;
	progress(done: number, total: number): void;
	/** Lets waiting messages be heard; to be called every few milliseconds. Rejects once it was given up. */
	breathe(): Promise<void>;
}

/** One question that is answered when it is asked; a pure answer with breaths in between. */
export type Study<Q extends StudyQuestion> = (
	ground: StudyGround,
	input: OnDemand[Q]['ask'],
	run: StudyRun
) => Promise<OnDemand[Q]['answer']>;

export type Studies = { readonly [Q in StudyQuestion]: Study<Q> };
