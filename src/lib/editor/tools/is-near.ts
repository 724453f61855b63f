import type { LngLat, Px } from '../../geo/coordinates.ts';
import type { Press, ToolHost } from './pointer-tool.ts';

/** How near a place that was set a click must be to mean it, in pixels. */
const REACH_PX = 10;
const REACH_TOUCH_PX = 22;

/** Whether a press at `p` means the place `at` that was set before; a finger is less exact. */
export function isNear(host: Pick<ToolHost, 'project'>, at: LngLat, p: Px, { touch }: Press): boolean {
	const { px, py } = host.project(at);
	return Math.hypot(px - p.px, py - p.py) <= (touch ? REACH_TOUCH_PX : REACH_PX);
}
