/** Whether what points on this screen is a finger rather than a mouse or a pen. */
export function isCoarsePointer(): boolean {
	return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}

/** Height and width in pixels below which a finger misses. */
export const FINGER_ROW_PX = 44;
