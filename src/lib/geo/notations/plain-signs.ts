/** Every sign that people type for one thing, and the one that the readers know. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
	[/[\u00ba\u02da\u5ea6]/g, '°'],
	[/[\u2212\u2010-\u2015\ufe63\uff0d]/g, '-'],
	[/''|[\u2033\u201c\u201d\u201f\u3003\u301d\u301e\u02ba\uff02\u79d2]/g, '"'],
	[/[\u2032\u2018\u2019\u201b\u02b9\u02bc\u00b4\u0060\uff07\u5206]/g, "'"],
	[/[\u3001\u3002]/g, ','],
	[/\u5317\u7eac|\u5317\u7def|\u0441\.?\s*\u0448\.?/gi, ' N '],
	[/\u5357\u7eac|\u5357\u7def|\u044e\.?\s*\u0448\.?/gi, ' S '],
	[/\u4e1c\u7ecf|\u6771\u7d93|\u0432\.?\s*\u0434\.?/gi, ' E '],
	[/\u897f\u7ecf|\u897f\u7d93|\u0437\.?\s*\u0434\.?/gi, ' W '],
	[/\u7eac\u5ea6|\u7def\u5ea6|\u7eac°|\u7def°/g, ' lat '],
	[/\u7ecf\u5ea6|\u7d93\u5ea6|\u7ecf°|\u7d93°/g, ' lng ']
];

/**
 * `text` with full-width digits and punctuation, typographic minus signs and quotes, Chinese (度分秒, 北纬) and Russian
 * (с. ш.) words made the plain signs `°`, `'`, `"`, `-`, `,`, `N`, `lat`. Letters keep their case.
 */
export function plainSigns(text: string): string {
	let plain = text
		.replace(/\u2033/g, '"')
		.replace(/[\u00ba\u02da]/g, '°')
		.replace(/\u00b4/g, "'");
	plain = plain.normalize('NFKC');
	for (const [seen, meant] of SIGNS) plain = plain.replace(seen, meant);
	return plain.replace(/\s+/g, ' ').trim();
}
