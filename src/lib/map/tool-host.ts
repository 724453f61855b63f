import type { Map as MapLibreMap } from 'maplibre-gl';
import { ItemMap } from '../domain/item-map.ts';
import type { Item } from '../domain/items.ts';
import type { Problem } from '../domain/problem.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Selection } from '../editor/selection.ts';
import type { Sketch } from '../editor/sketch.ts';
import type { Snapped } from '../editor/snapping/snapped.ts';
import { snapPlace } from '../editor/snapping/snap-place.ts';
import { cameraHandles } from '../editor/tools/camera-handles.ts';
import type { ToolHost } from '../editor/tools/pointer-tool.ts';
import type { LngLat, Px } from '../geo/coordinates.ts';
import { LinesOnScreen } from './lines-on-screen.ts';
import { FINGER_PX, handleLook, POINTER_PX } from './handle-look.ts';
import { pickAt } from './pick.ts';
import { pickWithin } from './pick-within.ts';
import { CAMERA_SYMBOL_ZOOM } from './plan/camera-layers.ts';
import { HANDLE_ZOOM } from './plan/overlay-layers.ts';
import { snapToRoad } from './snap.ts';

/** What the page adds to the map for the tools. */
export interface ToolPage {
	showGhost(at: LngLat | null): void;
	showBox(box: readonly [Px, Px] | null): void;
	showSnap(snapped: Snapped | null): void;
	showSketch(sketch: Sketch | null): void;
	offer(selections: Selection[], p: Px): void;
	tell(words: string): void;
	refuse(problem: Problem): void;
}

/** The map as the tools see it. */
export function toolHost(map: MapLibreMap, editor: Editor, page: ToolPage): ToolHost {
	const project = (at: LngLat): Px => {
		const { x, y } = map.project([at[0], at[1]]);
		return { px: x, py: y };
	};
	const unproject = ({ px, py }: Px): LngLat => {
		const { lng, lat } = map.unproject([px, py]);
		return [lng, lat];
	};
	const onScreen = new LinesOnScreen(map, editor);
	return {
		editor,
		project,
		unproject,
		hits: (p) => pickAt(map, p),
		handleAt(p, isTouch = false) {
			const camera = editor.selectedItem;
			if (camera?.kind !== 'camera' || map.getZoom() < HANDLE_ZOOM) return null;
			const near = cameraHandles(camera, handleLook(map, camera, editor.selectedHead)).map((handle) => {
				const at = project(handle.at);
				return { handle, awayPx: Math.hypot(at.px - p.px, at.py - p.py) };
			});
			near.sort((a, b) => a.awayPx - b.awayPx);
			const [first] = near;
			return first && first.awayPx <= (isTouch ? FINGER_PX : POINTER_PX) ? first.handle : null;
		},
		snap: (p) => snapToRoad(map, p),
		place: (p, about) =>
			snapPlace(
				p,
				{
					project,
					unproject,
					items: drawing(editor),
					lines: onScreen.lines,
					reachPx: reachPx(),
					kinds: editor.snapping.kinds
				},
				about
			),
		middle() {
			const { clientWidth, clientHeight } = map.getCanvas();
			return { px: clientWidth / 2, py: clientHeight / 2 };
		},
		showSnap: (snapped) => page.showSnap(snapped),
		showSketch: (sketch) => page.showSketch(sketch),
		showsCameras: () => map.getZoom() >= CAMERA_SYMBOL_ZOOM,
		showGhost: (at) => page.showGhost(at),
		showBox: (box) => page.showBox(box),
		pickWithin: (polygon, taking) => void pickWithin(map, editor, polygon, taking),
		offer: (selections, p) => page.offer(selections, p),
		tell: (words) => page.tell(words),
		refuse: (problem) => page.refuse(problem)
	};
}

/** The kinds that points are drawn to, by the layer that shows them. */
const DRAWING_KINDS = [
	['rings', 'control-ring'],
	['patrols', 'patrol-zone'],
	['patrols', 'patrol-route'],
	['areas', 'area'],
	['key-sites', 'key-site'],
	['checkpoints', 'checkpoint'],
	['stations', 'station']
] as const;

/** Things of the plan that draw points to themselves: those on layers that are shown, and not hidden. */
function* drawing({ plan, layers, hidden }: Editor): Generator<Item, undefined> {
	const items = ItemMap.of(plan.items);
	for (const [group, kind] of DRAWING_KINDS) {
		if (!layers[group].visible) continue;
		for (const item of items.ofKind(kind)) if (!hidden.has(item.id)) yield item;
	}
	return undefined;
}

/** How near something must be to draw a point: farther for a finger. */
function reachPx(): number {
	return matchMedia('(pointer: coarse)').matches ? 20 : 12;
}
