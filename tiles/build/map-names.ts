import type { Tags } from '../../src/lib/formats/osm/osm-sink.ts';

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
	['Han', /\p{Script=Han}/u],
	['Cyrillic', /\p{Script=Cyrillic}/u],
	['Arabic', /\p{Script=Arabic}/u],
	['Greek', /\p{Script=Greek}/u],
	['Hangul', /\p{Script=Hangul}/u],
	['Thai', /\p{Script=Thai}/u],
	['Hebrew', /\p{Script=Hebrew}/u],
	['Devanagari', /\p{Script=Devanagari}/u]
];

/**
 * Name in the local language, English and simplified Chinese, as the basemap's labels look them up.
 * `script` says how the local name is written and is missing where it is in Latin letters.
 */
export function namesOf(tags: Tags): Record<string, string> {
	const names: Record<string, string> = {};
	const english = tags['name:en'];
	const chinese = tags['name:zh-Hans'] ?? tags['name:zh'];
	const local = tags.name ?? english ?? chinese;
	if (local) {
		names.name = local;
		if (!LATIN.test(local)) names.script = SCRIPTS.find(([, letters]) => letters.test(local))?.[0] ?? 'Other';
	}
	if (english) names['name:en'] = english;
	if (chinese) names['name:zh-Hans'] = chinese;
	return names;
}
