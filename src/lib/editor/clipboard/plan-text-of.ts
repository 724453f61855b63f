/**
 * Text of a clipboard as the reader of plans takes it: a feature alone, or a list of them, becomes a
 * collection of features. Anything else is given back as it is, for the reader to judge.
 */
export function planTextOf(text: string): string {
	const head = text.slice(0, 400);
	// a collection, as a copy of ours is, is not parsed twice
	if (/^\s*\{\s*"type"\s*:\s*"FeatureCollection"/.test(head)) return text;
	try {
		const value: unknown = JSON.parse(text);
		if (Array.isArray(value) && value.length > 0 && value.every(isFeature)) return collectionOf(value);
		return isFeature(value) ? collectionOf([value]) : text;
	} catch {
		return text;
	}
}

function isFeature(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Feature';
}

function collectionOf(features: readonly unknown[]): string {
	return JSON.stringify({ type: 'FeatureCollection', features });
}
