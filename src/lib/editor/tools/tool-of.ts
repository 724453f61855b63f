import { AimTool } from './aim-tool.ts';
import { DriveRingTool } from './drive-ring-tool.ts';
import { PickWayTool } from './pick-way-tool.ts';
import { PlaceCameraTool } from './place-camera-tool.ts';
import { PlaceCheckpointTool } from './place-checkpoint-tool.ts';
import type { PointerTool, ToolHost } from './pointer-tool.ts';
import { SelectTool } from './select-tool.ts';
import type { Tool } from './tool.ts';

/** The state machine of a tool; those that have none of their own pick things out. */
const MACHINES: Readonly<Partial<Record<Tool, new (host: ToolHost) => PointerTool>>> = {
	aim: AimTool,
	'add-checkpoint': PlaceCheckpointTool,
	'add-camera': PlaceCameraTool,
	'pick-way': PickWayTool,
	'drive-ring': DriveRingTool
};

/** What the pointer does on a map that is seen through `host` while `tool` is at hand. */
export function toolOf(tool: Tool, host: ToolHost): PointerTool {
	return new (MACHINES[tool] ?? SelectTool)(host);
}
