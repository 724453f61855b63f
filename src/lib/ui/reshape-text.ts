/**
 * Has the browser shape all text anew whenever fonts have come in; the answer ends it. Chromium leaves
 * some words as empty boxes when the part of a font that holds them comes after they were first drawn.
 * The page's style sheet makes `--shaping` the font features of every element.
 */
export function reshapeWhenFontsCome(page: Document): () => void {
	let times = 0;
	// any number but nought is kerning, which is on by itself; a number used before would bring old shapes back
	const reshape = (): void => {
		page.documentElement.style.setProperty('--shaping', `"kern" ${++times}`);
	};
	page.fonts.addEventListener('loadingdone', reshape);
	return () => page.fonts.removeEventListener('loadingdone', reshape);
}
