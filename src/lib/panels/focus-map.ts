/** Gives the map the focus, as after a card over it was closed: its keys are then the map's again. */
export function focusMap(): void {
	document.querySelector<HTMLElement>('main canvas')?.focus({ preventScroll: true });
}
