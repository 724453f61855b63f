/** A box of the screen in CSS pixels. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

const GAP_PX = 12;
const EDGE_PX = 8;

/**
 * Where something of `size` goes beside `anchor` so that it stays on a screen of `room`; in the middle where there is no anchor.
 * Where the wished side has no room, it lies over the anchor's edge rather than off the screen.
 */
export function placeBeside(
	anchor: Box | null,
	side: 'below' | 'right' | 'left',
	size: { width: number; height: number },
	room: { width: number; height: number }
): { left: number; top: number } {
	const within = (at: number, long: number, limit: number): number =>
		Math.max(EDGE_PX, Math.min(at, limit - long - EDGE_PX));
	let left = (room.width - size.width) / 2;
	let top = (room.height - size.height) / 2;
	if (anchor) {
		const middle = anchor.left + anchor.width / 2 - size.width / 2;
		left =
			side === 'below'
				? middle
				: side === 'right'
					? anchor.left + anchor.width + GAP_PX
					: anchor.left - size.width - GAP_PX;
		top = side === 'below' ? anchor.top + anchor.height + GAP_PX : anchor.top;
	}
	return {
		left: Math.round(within(left, size.width, room.width)),
		top: Math.round(within(top, size.height, room.height))
	};
}
