import type { CameraType, Health } from './items.ts';

/** Which cameras are to be seen; null in a place asks for nothing there, an empty list finds none. */
export interface CameraFilter {
	/** As the plan writes them; '' stands for cameras that name no owner. */
	readonly owners: readonly string[] | null;
	readonly health: readonly Health[] | null;
	readonly types: readonly CameraType[] | null;
	readonly integrated: boolean | null;
}

/** The filter that every camera passes. */
export const EVERY_CAMERA: CameraFilter = { owners: null, health: null, types: null, integrated: null };
