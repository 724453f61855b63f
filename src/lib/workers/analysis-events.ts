import type { Assumptions } from '../domain/assumptions.ts';
import type { CameraFilter } from '../domain/camera-filter.ts';
import type { ChecksAnswer } from '../domain/checks/check-finding.ts';
import type { FixAllAnswer, FixWish } from '../domain/checks/fix-all.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { UnreadFeature } from '../domain/plan.ts';
import type { SealView } from '../domain/seal-view.ts';
import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { CoverageBy, GapRow, GapSummary } from '../domain/findings/gaps.ts';
import type {
	EscapeEnds,
	EscapeRules,
	LeastExposed,
	NoEscape,
	RingEscape
} from '../domain/findings/escape.ts';
import type { FindAnswer, FindAsk } from '../domain/findings/find.ts';
import type { AreaFigures } from '../domain/findings/areas.ts';
import type { DutyWeek } from '../domain/findings/duty-week.ts';
import type { ControlsAnswer } from '../domain/findings/controls.ts';
import type { ProtectedGround } from '../domain/findings/protected.ts';
import type { PlaceAsk, PlaceOutcome } from '../domain/findings/placement.ts';
import type {
	PatrolAsk,
	TeamsAnswer,
	TeamsAsk,
	TourAnswer,
	ZonesAnswer,
	ZonesAsk
} from '../domain/findings/patrol.ts';
import type { Redundancy } from '../domain/findings/redundancy.ts';
import type { RingSystem } from '../domain/findings/ring-system.ts';
import type {
	ResponseAnswer,
	ResponseAsk,
	TimeToSealAnswer,
	TimeToSealAsk
} from '../domain/findings/response.ts';
import type { FollowAsk, FollowedLine } from '../domain/findings/followed-line.ts';
import type { LinesNearAsk, RegionLines } from '../domain/findings/region-lines.ts';
import type { SplittingRoadsAnswer, SplittingRoadsAsk } from '../domain/findings/splitting-roads.ts';
import type { RingAidAnswer, RingAidAsk } from '../domain/findings/ring-aid.ts';
import type { SightAsk, SightLine } from '../domain/findings/sight.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { SealAdvice, SealVerdicts } from '../domain/findings/sealing.ts';
import type { SealPlans, SealWishList } from '../domain/findings/seal-plans.ts';

/**
 * What the page and the analysis threads say to each other. The threads mirror the plan: it is
 * opened once, then every edit, preview and inverse goes over as items put and ids dropped, with
 * the number of the plan's state that results. Answers carry that number; a late one is dropped.
 */

/** Tile layers drawn from the plan rather than from the region pack. */
export type PlanTileLayer = 'cameras' | 'coverage' | 'gaps' | 'watchers' | 'unseen';

export interface CoverageAnswer {
	summary: GapSummary;
	/** Largest first; not every one where there are very many. */
	gaps: GapRow[];
	/** Whether buildings stood in the way of sight. */
	withBuildings: boolean;
}

export type AnalysisEvent =
	| { type: 'coverage'; number: number; answer: CoverageAnswer }
	/** Figures ahead of the list of gaps, as while something is dragged. */
	| { type: 'figures'; number: number; summary: GapSummary }
	/** Ground whose tiles changed: tiles of `layers` that meet `bbox` are stale. */
	| { type: 'tiles'; number: number; layers: PlanTileLayer[]; bbox: Bbox }
	/** Follows every change at once; depth and suggestions come after, as `advice`, when the plan lies still. */
	| { type: 'seal'; number: number; answer: SealVerdicts }
	| { type: 'advice'; number: number; answer: SealAdvice }
	| { type: 'routes'; number: number; answer: RoutesAnswer }
	/** The last answer to `question` holds for this state too. */
	| { type: 'holds'; question: Question; number: number }
	| { type: 'progress'; question: Question; done: number; total: number }
	| { type: 'failed'; question: Question; message: string };

export type Question = 'coverage' | 'seal' | 'advice' | 'routes' | 'roads' | keyof OnDemand;

export interface AnalysisOptions {
	assumptions: Assumptions;
	by: CoverageBy;
	minAreaM2: number;
	/** Buildings of the region pack stand in the way of sight. */
	occlusion: boolean;
	/** From what view rings are judged; `ESCAPER` where absent. */
	seal?: SealView | undefined;
}

/** Where the threads fetch what they need of a region pack; null where there is none. */
export interface PackUrls {
	readonly roads: string | null;
	readonly buildings: string | null;
	/** A pack of an older edition has none behind its address. */
	readonly borders?: string | null;
	/** As the borders. */
	readonly names?: string | null;
}

/** What is reckoned only when somebody looks at it: what is handed in, and what comes back. */
export interface OnDemand {
	areas: { ask: null; answer: AreaFigures[] };
	redundancy: { ask: null; answer: Redundancy };
	/** The week that begins at `from`, a moment of the wall clock. */
	'duty-week': { ask: { readonly from: string }; answer: DutyWeek };
	/** What a checkpoint closes and could close; null where the plan has no such checkpoint. */
	controls: { ask: ItemId; answer: ControlsAnswer | null };
	/** What each ring really protects. */
	protected: { ask: null; answer: ProtectedGround[] };
	'ring-system': { ask: null; answer: RingSystem };
	'seal-plans': { ask: SealWishList; answer: SealPlans };
	'least-exposed': { ask: EscapeEnds; answer: LeastExposed | NoEscape };
	/** Of every ring that counts, innermost level first. */
	'ring-escape': { ask: Pick<EscapeRules, 'lawful'>; answer: RingEscape[] };
	respond: { ask: ResponseAsk; answer: ResponseAnswer };
	'time-to-seal': { ask: TimeToSealAsk; answer: TimeToSealAnswer };
	place: { ask: PlaceAsk; answer: PlaceOutcome };
	'place-exact': { ask: PlaceAsk; answer: PlaceOutcome };
	/** Whether buildings stand in the way of sight; null where there are none on file or they are not asked for. */
	'sight-lines': { ask: readonly SightAsk[]; answer: SightLine[] | null };
	/** In what directions roads lead away from a place. */
	'road-arms': { ask: { readonly at: LngLat }; answer: number[] };
	'ring-aid': { ask: RingAidAsk; answer: RingAidAnswer };
	follow: { ask: FollowAsk; answer: FollowedLine };
	'lines-near': { ask: LinesNearAsk; answer: RegionLines };
	'splitting-roads': { ask: SplittingRoadsAsk; answer: SplittingRoadsAnswer };
	find: { ask: FindAsk; answer: FindAnswer };
	tour: { ask: PatrolAsk; answer: TourAnswer };
	teams: { ask: TeamsAsk; answer: TeamsAnswer };
	'balanced-zones': { ask: ZonesAsk; answer: ZonesAnswer };
	checks: { ask: ChecksAsk; answer: ChecksAnswer };
	/** An edit that puts right what the checks find, of the plan as it was when it was asked for. */
	'fix-checks': { ask: ChecksAsk & { readonly wish: FixWish }; answer: FixAllAnswer };
}

/** What the checks look at beside the things of the plan. */
export interface ChecksAsk {
	/** Features of the file that could not be used. */
	readonly unread: readonly UnreadFeature[];
	readonly regionBbox: Bbox | null;
}

/** The questions that the thread of the studies answers; the others are the coverage thread's own. */
export type StudyQuestion = Exclude<keyof OnDemand, 'areas' | 'redundancy'>;

/** The door to the analysis threads, as the editor and the map see it. */
export interface Analysis {
	/** Takes a whole plan over, a large one bit by bit; what is told meanwhile follows it. */
	open(items: Iterable<Item>, packs: PackUrls, options: AnalysisOptions, number: number): void;
	change(put: readonly Item[], drop: readonly ItemId[], number: number): void;
	assume(options: AnalysisOptions, number: number): void;
	/** Says what ground is on screen: it is answered first. */
	look(bbox: Bbox): void;
	/** Draws only the cameras that `filter` lets through; it outlives the plan that is open. */
	filterCameras(filter: CameraFilter): void;
	/** Draws none of the cameras of `ids`, in place of those named before; others are passed over. */
	hideCameras(ids: readonly ItemId[]): void;
	/** The drawn cameras that stand within a convex shape, its sides straight on the map. */
	camerasWithin(corners: readonly LngLat[], signal?: AbortSignal): Promise<ItemId[]>;
	/** One MVT tile with a layer named as `layer`; empty bytes where nothing lies. */
	tile(layer: PlanTileLayer, z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array>;
	/** The whole answer in the form of the command line, as the bytes of a file. */
	exportAnswer(question: 'gaps' | 'seal' | 'routes', signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
	/** An answer of what is open now, made when asked for; long work tells of its progress. */
	ask<Q extends keyof OnDemand>(
		question: Q,
		input: OnDemand[Q]['ask'],
		signal?: AbortSignal
	): Promise<OnDemand[Q]['answer']>;
	listen(listener: (event: AnalysisEvent) => void): () => void;
	close(): void;
}
