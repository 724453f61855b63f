import type { Desk } from '../desk.svelte.ts';

/** Whether the plan may be changed at all: not in review. */
export function canChange(desk: Desk): boolean {
	return !desk.editor.isReadOnly;
}
