/**
 * Has the browser shape all text anew whenever fonts have come in; the answer ends it. Chromium leaves
 * some words as empty boxes when the part of a font that holds them comes after they were first drawn.
 */
export function reshapeWhenFontsCome(page: Document): () => void {
	let isOn = false;
	// kerning is on by itself: saying so changes nothing that can be seen
	const reshape = (): void => {
		isOn = !isOn;
		page.documentElement.style.fontFeatureSettings = isOn ? '"kern" 1' : '';
	};
	page.fonts.addEventListener('loadingdone', reshape);
	return () => page.fonts.removeEventListener('loadingdone', reshape);
}
