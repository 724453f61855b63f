import type { Refusal } from '../../domain/refusal.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { DrawTool } from './drawing/draw-tool.ts';
import { DRAWN_KIND, isDrawingTool, type DrawingTool } from './drawing/drawn-kind.ts';
import { finishDrawing } from './drawing/finish-drawing.ts';
import { AimTool } from './aim-tool.ts';
import { DriveRingTool } from './drive-ring-tool.ts';
import { LassoTool } from './lasso-tool.ts';
import { MeasureTool } from './measure-tool.ts';
import { PickWayTool } from './pick-way-tool.ts';
import { PlaceCameraTool } from './place-camera-tool.ts';
import { PlaceCheckpointTool } from './place-checkpoint-tool.ts';
import { newKeySite, newStation, PlaceThingTool } from './place-thing-tool.ts';
import type { PointerTool, ToolHost } from './pointer-tool.ts';
import { ReshapeTool } from './reshape/reshape-tool.ts';
import { SelectTool } from './select-tool.ts';
import { FillGapTool } from './shape/fill-gap-tool.ts';
import { finishShape, isShapeTool, showShape } from './shape/drawn-ground.ts';
import { isWithOther, WithOtherTool } from './shape/with-other-tool.ts';
import type { Tool } from './tool.ts';

type Machine = (host: ToolHost) => PointerTool;

const drawing = (tool: DrawingTool): Machine => {
	return (host) =>
		new DrawTool(host, tool, {
			shape: DRAWN_KIND[tool] === 'patrol-route' ? 'line' : 'ground',
			finish: (points, keep) => finishDrawing(host.editor, tool, points, keep, (words) => host.tell(words))
		});
};

/** The state machine of a tool; those that have none of their own pick things out. */
const MACHINES: Readonly<Partial<Record<Tool, Machine>>> = {
	lasso: (host) => new LassoTool(host),
	aim: (host) => new AimTool(host),
	'add-checkpoint': (host) => new PlaceCheckpointTool(host),
	'add-camera': (host) => new PlaceCameraTool(host),
	'add-station': (host) => new PlaceThingTool(host, newStation),
	'add-key-site': (host) => new PlaceThingTool(host, newKeySite),
	measure: (host) => new MeasureTool(host),
	'fill-gap': (host) => new FillGapTool(host),
	reshape: (host) => new ReshapeTool(host),
	'pick-way': (host) => new PickWayTool(host),
	'drive-ring': (host) => new DriveRingTool(host)
};

/** What the pointer does on a map that is seen through `host` while `tool` is at hand. */
export function toolOf(tool: Tool, host: ToolHost): PointerTool {
	if (isDrawingTool(tool)) return drawing(tool)(host);
	if (isWithOther(tool)) return new WithOtherTool(host, tool);
	if (isShapeTool(tool)) {
		const finish = (points: readonly LngLat[]): Refusal | null => finishShape(host, tool, points);
		const show = (points: readonly LngLat[] | null): string => showShape(host, tool, points);
		return new DrawTool(host, tool, { shape: tool === 'cut' ? 'ground' : 'line', finish, show });
	}
	return MACHINES[tool]?.(host) ?? new SelectTool(host);
}
