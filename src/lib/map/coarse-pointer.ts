/** Whether what points on this screen is a finger rather than a mouse or a pen. */
export function isCoarsePointer(): boolean {
	return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}
