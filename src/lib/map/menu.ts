import type { Px } from '../geo/coordinates.ts';
import type { Selection } from '../editor/selection.ts';

/** One row of a menu on the map: what it says and what it does. */
export interface MenuRow {
	readonly text: string;
	readonly run: () => void;
	/** What the row is about is locked. */
	readonly isLocked?: boolean;
	/** Lit up on the map while the row is pointed at. */
	readonly shows?: Selection | undefined;
}

/** A menu on the map, at a place of the screen. */
export interface MapMenu {
	readonly title: string;
	readonly at: Px;
	readonly rows: readonly MenuRow[];
}
