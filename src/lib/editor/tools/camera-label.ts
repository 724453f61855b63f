import { headsOf } from '../../domain/head-optics.ts';
import type { Camera } from '../../domain/items.ts';
import type { Px } from '../../geo/coordinates.ts';
import type { Sketch } from '../sketch.ts';
import { viewText } from '../wording/view-words.ts';
import type { Projection } from './pointer-tool.ts';

/** The label stands above the pointer, and above the finger that hides what is below it. */
const ABOVE_PX = { pointer: 26, finger: 64 };

/** What a camera, or one head of it, sees in words beside the pointer that changes it. */
export function cameraLabel(
	host: Projection,
	{ properties }: Camera,
	head: number,
	p: Px,
	isTouch: boolean
): Sketch {
	const optics = headsOf(properties)[head];
	if (!optics) return {};
	const at = host.unproject({ px: p.px, py: p.py - (isTouch ? ABOVE_PX.finger : ABOVE_PX.pointer) });
	return { labels: [{ at, text: viewText(optics) }] };
}
