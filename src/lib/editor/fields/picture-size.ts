/** A picture's size as it is shown: `1920` or `1920 × 1080`. */
export function pictureText(resolutionPx: unknown): string {
	return Array.isArray(resolutionPx) ? resolutionPx.join(' × ') : String(resolutionPx);
}

/**
 * A picture's size as it is typed: a width, or width and height with a sign or a blank between.
 * Undefined where the text is empty, which means not given; null where it is no size.
 */
export function readPicture(text: string): number | [number, number] | undefined | null {
	const bare = text.trim();
	if (bare === '') return undefined;
	const found = /^(\d+)(?:\s*(?:[x×*,]|\s)\s*(\d+))?(?:\s*px)?$/i.exec(bare);
	if (!found) return null;
	const width = Number(found[1]);
	return found[2] === undefined ? width : [width, Number(found[2])];
}
