import type { CameraFilter } from '../domain/camera-filter.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { AnalysisEvent, AnalysisOptions, OnDemand, PackUrls, PlanTileLayer } from './analysis-events.ts';

/** What the page says to a worker: things of a plan in pieces, closed by the `open` with the same number. */
export type ToWorker = ToThread | { type: 'gather'; items: readonly Item[]; number: number };

/** What an analysis thread hears. */
export type ToThread =
	| {
			type: 'open';
			items: readonly Item[];
			packs: PackUrls;
			options: AnalysisOptions;
			number: number;
	  }
	| { type: 'change'; put: readonly Item[]; drop: readonly ItemId[]; number: number }
	| { type: 'assume'; options: AnalysisOptions; number: number }
	/** The ground on screen: what lies there is answered first. */
	| { type: 'view'; bbox: Bbox }
	| { type: 'tile'; layer: PlanTileLayer; z: number; x: number; y: number; request: number }
	/** Cameras that the filter lets through are drawn, the others are not. */
	| { type: 'filter'; filter: CameraFilter }
	/** Cameras of these ids are not drawn, whatever the filter says. */
	| { type: 'hide'; ids: readonly ItemId[] }
	/** Which drawn cameras stand within a convex shape of the map. */
	| { type: 'pick-box'; corners: readonly LngLat[]; request: number }
	| { type: 'export'; question: 'gaps' | 'seal' | 'routes'; request: number }
	| Ask
	| { type: 'cancel'; request: number };

/** A question that is answered once, with what it is asked of. */
export type Ask = {
	[Q in keyof OnDemand]: { type: 'ask'; question: Q; input: OnDemand[Q]['ask']; request: number };
}[keyof OnDemand];

/** What a thread says back. */
export type FromThread =
	| AnalysisEvent
	| { type: 'tile-bytes'; request: number; bytes: Uint8Array }
	| { type: 'picked'; request: number; answer: ItemId[] }
	| { type: 'exported'; request: number; bytes: Uint8Array<ArrayBuffer> }
	| { type: 'answered'; request: number; answer: OnDemand[keyof OnDemand]['answer'] }
	| { type: 'refused'; request: number; message: string };

/** Says something to the page; `transfer` lists buffers that go over without a copy. */
export type Post = (message: FromThread, transfer?: Transferable[]) => void;

/** A thread without its thread: takes messages, answers through the `Post` it was made with. */
export interface Thread {
	receive(message: ToThread): void;
}
