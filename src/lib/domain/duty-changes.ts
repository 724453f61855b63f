import OpeningHours from 'opening_hours';

/** Moments after which nothing more is looked for: hours that change every minute are no duty hours. */
const MOST_CHANGES = 2000;

/**
 * The moments from `from` to before `to` (wall clock) at which `hours` begin or end, in order. None where
 * they cannot be read: such hours are never on duty (`DutyBook`). No holidays are known.
 */
export function dutyChanges(hours: string, from: Date, to: Date): Date[] {
	const found: Date[] = [];
	try {
		const steps = new OpeningHours(hours, null).getIterator(from);
		let isOpen = steps.getState();
		while (found.length < MOST_CHANGES && steps.advance(to)) {
			// "unknown" and comments are steps too
			if (steps.getState() === isOpen) continue;
			isOpen = steps.getState();
			const at = steps.getDate();
			if (at >= to) break;
			if (at > from) found.push(at);
		}
	} catch {
		return [];
	}
	return found;
}
