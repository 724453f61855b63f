import type { AreaLevel } from '../domain/items.ts';

/** Which rows the table by area lists: areas of one level, all areas, or urban against rural. */
export type AreaScope = AreaLevel | 'all' | 'setting';
