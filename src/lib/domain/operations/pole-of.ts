import { headPart } from '../head-keys.ts';
import type { CameraHead, CameraProperties } from '../items.ts';

/**
 * The properties of a camera as a pole: what a single camera says of its view becomes its first head. Height
 * and type stay with the pole, for every head to take; a pole stays as it is.
 */
export function poleOf(properties: CameraProperties): CameraProperties & { heads: CameraHead[] } {
	if (properties.heads?.length) return { ...properties, heads: properties.heads };
	const shared: Record<string, unknown> = { ...properties };
	const { type: _type, heightM: _heightM, ...head } = headPart(properties);
	for (const key of Object.keys(head)) delete shared[key];
	return { ...shared, heads: [head] };
}
