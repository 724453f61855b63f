import { ESCAPER, type SealView } from '../../domain/seal-view.ts';
import { m } from '../../paraglide/messages.js';
import { lengthText } from './quantity.ts';

const MODE = { drive: m.sealview_mode_drive, walk: m.sealview_mode_walk, all: m.sealview_mode_all };
const MODE_TAG = { drive: m.sealview_mode_drive, walk: m.sealview_tag_walk, all: m.sealview_tag_all };
const SIGNS = { no: m.sealview_signs_no, out: m.sealview_signs_out, in: m.sealview_signs_in };

/** What of a view is not as usual, in a word or two each: "on foot"; none for the usual view. */
export function sealViewTags({ mode, lawful, bandM }: SealView): string[] {
	const tags: string[] = [];
	if (mode !== ESCAPER.mode) tags.push(MODE_TAG[mode]());
	if (mode !== 'walk' && lawful === 'out') tags.push(m.sealview_tag_out());
	if (mode !== 'walk' && lawful === 'in') tags.push(m.sealview_tag_in());
	if (bandM !== ESCAPER.bandM) tags.push(m.sealview_tag_band({ band: lengthText(bandM) }));
	return tags;
}

/** The whole view in one sentence; on foot signs hold no one back, whatever is chosen. */
export function sealViewText({ mode, lawful, bandM }: SealView): string {
	return m.sealview_words({
		mode: MODE[mode](),
		signs: SIGNS[mode === 'walk' ? 'no' : lawful](),
		band: lengthText(bandM)
	});
}

/** What the depth of the rings means under a view. */
export function depthText({ mode, lawful }: SealView, depth: number, n: string): string {
	if (mode !== 'walk' && lawful === 'in') {
		return depth === 0 ? m.seal_depth_in_0() : m.seal_depth_in_n({ count: depth, n });
	}
	return depth === 0 ? m.seal_depth_out_0() : m.figures_depth_n({ count: depth, n });
}
