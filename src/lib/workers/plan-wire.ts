import type { Item } from '../domain/items.ts';
import type { Plan, UnreadFeature } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';

/** What the page says to the thread that reads a plan file. */
export type ToReader =
	| { type: 'read'; file: Blob }
	/** The last piece was taken in: another may come. */
	| { type: 'next' };

/** What the reading thread says: progress, then how much comes, the pieces one by one, the rest last. */
export type FromReader =
	/** `share` of the whole work that is done, 0 to 1. */
	| { type: 'progress'; share: number }
	| { type: 'begin'; items: number }
	| { type: 'piece'; items: readonly Item[]; unread: readonly UnreadFeature[] }
	| { type: 'done'; rest: PlanRest; problems: readonly Problem[]; problemCount: number }
	| { type: 'failed'; message: string };

/** A plan without what came in pieces; null where the file gave no plan at all. */
export type PlanRest = Omit<Plan, 'items' | 'unread'> | null;
