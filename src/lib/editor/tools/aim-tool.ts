import type { Position } from 'geojson';
import { headsOf } from '../../domain/head-optics.ts';
import type { Camera } from '../../domain/items.ts';
import { aimCameras, aimedHeads, type WhichHead } from '../../domain/operations/aim-cameras.ts';
import { pxPerMAt } from '../../domain/pixel-density.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import type { LngLat, Px } from '../../geo/coordinates.ts';
import { selectedCameras } from '../selected-cameras.ts';
import type { Sketch } from '../sketch.ts';
import { densityText } from '../wording/density-words.ts';
import { lengthText } from '../wording/quantity.ts';
import { isDragged, PLAIN, type PointerTool, type Press, type ToolHost } from './pointer-tool.ts';

/** So many cameras turn along with the pointer; of more only the lines are shown, and of those so many. */
const MOST_TURNED = 20;
const MOST_LINES = 200;
const LABEL_ABOVE_PX = 24;

/**
 * Aims what is picked out at a place: a click on it, or on a thing that stands there. Of a pole the head at
 * hand is meant, else the one that has least to turn; with Alt all of its heads. With Shift the tool stays.
 */
export class AimTool implements PointerTool {
	private pressed: Px | null = null;

	constructor(private readonly host: ToolHost) {}

	down(p: Px): boolean {
		this.pressed = p;
		return false;
	}

	move(p: Px, press: Press = PLAIN): void {
		const cameras = selectedCameras(this.host.editor);
		if (cameras.length === 0) return;
		const at = this.place(p, press);
		this.host.showSketch(this.sketch(cameras, at, p));
		if (cameras.length > MOST_TURNED) return;
		const edit = aimCameras(cameras, at, this.which(press));
		if (!isRefusal(edit)) this.host.editor.showPreview(edit);
	}

	up(p: Px, press: Press = PLAIN): void {
		const { pressed } = this;
		this.pressed = null;
		if (pressed === null || isDragged(pressed, p)) return;
		const { editor } = this.host;
		const cameras = selectedCameras(editor);
		if (cameras.length === 0) return this.pickCamera(p);
		const at = this.place(p, press);
		const which = this.which(press);
		const aimed = cameras.map((camera) => ({ id: camera.id, heads: aimedHeads(camera, at, which) }));
		const edit = aimCameras(cameras, at, which);
		if (isRefusal(edit)) {
			this.clear();
			return this.host.refuse(edit.problem);
		}
		this.clear();
		editor.do(edit);
		editor.aimed = { at, cameras: aimed.filter(({ heads }) => heads.length > 0) };
		if (!press.shift) editor.setTool('select');
	}

	cancel(): boolean {
		const wasAiming = this.pressed !== null;
		this.pressed = null;
		this.clear();
		return wasAiming;
	}

	/** With nothing to aim a click picks the camera that is to be aimed next. */
	private pickCamera(p: Px): void {
		const { editor } = this.host;
		for (const { selection } of this.host.hits(p)) {
			if (selection.what !== 'item' || editor.plan.items.get(selection.id)?.kind !== 'camera') continue;
			return editor.select(selection);
		}
	}

	private clear(): void {
		this.host.showSketch(null);
		this.host.editor.showPreview(null);
	}

	private which({ alt }: Press): WhichHead {
		return alt ? 'all' : (this.host.editor.selectedHead ?? 'nearest');
	}

	/** The point of a thing under the pointer, which is aimed at as it stands; else the place itself. */
	private place(p: Px, { alt }: Press): LngLat {
		const { editor } = this.host;
		const aiming = new Set<string>(selectedCameras(editor).map(({ id }) => id));
		for (const { selection, extent } of this.host.hits(p)) {
			if (extent !== 'place' || selection.what !== 'item' || aiming.has(selection.id)) continue;
			const geometry = editor.plan.items.get(selection.id)?.geometry;
			if (geometry?.type === 'Point') return geometry.coordinates as unknown as LngLat;
		}
		return this.host.place(p, { isFree: alt }).at;
	}

	private sketch(cameras: readonly Camera[], at: LngLat, p: Px): Sketch {
		const lines = cameras
			.slice(0, MOST_LINES)
			.map(({ geometry }) => ({ at: [geometry.coordinates, [...at]] as Position[], look: 'guide' as const }));
		const [only, second] = cameras;
		if (!only || second) return { lines };
		const label = this.host.unproject({ px: p.px, py: p.py - LABEL_ABOVE_PX });
		return {
			lines,
			labels: [{ at: label, text: distanceWords(only, at, this.host.editor.selectedHead ?? 0) }]
		};
	}
}

function distanceWords({ geometry, properties }: Camera, at: LngLat, head: number): string {
	const { x, y } = toPlane(localPlane(geometry.coordinates as unknown as LngLat), at);
	const awayM = Math.hypot(x, y);
	const optics = headsOf(properties)[head];
	const density =
		optics?.widthPx != null && awayM > 0
			? ` · ${densityText(pxPerMAt(optics.widthPx, optics.hfovDeg, awayM))}`
			: '';
	return `${lengthText(awayM)}${density}`;
}
