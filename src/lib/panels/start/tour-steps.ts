import type { Desk } from '../../editor/desk.svelte.ts';
import { m } from '../../paraglide/messages.js';

/** One stop of the tour, beside the thing on screen that bears `data-tour="…"`. */
export interface TourStep {
	readonly anchor: string;
	readonly side: 'below' | 'right' | 'left';
	readonly title: () => string;
	readonly text: () => string;
	/** Brings what is spoken of on screen. */
	readonly prepare?: (desk: Desk) => void;
}

/** The tour, in order. */
export const TOUR_STEPS: readonly TourStep[] = [
	{ anchor: 'rings', side: 'below', title: m.tour_rings_title, text: m.tour_rings_text },
	{ anchor: 'checkpoints', side: 'right', title: m.tour_checkpoints_title, text: m.tour_checkpoints_text },
	{
		anchor: 'leaks',
		side: 'left',
		title: m.tour_leaks_title,
		text: m.tour_leaks_text,
		prepare: ({ editor, screen }) => {
			editor.select(null);
			screen.showFindings('leaks');
		}
	},
	{ anchor: 'coverage', side: 'below', title: m.tour_coverage_title, text: m.tour_coverage_text },
	{ anchor: 'undo', side: 'below', title: m.tour_undo_title, text: m.tour_undo_text }
];
