import { afterEach, describe, expect, test } from 'vitest';
import type { FindAnswer, FoundName } from '../../src/lib/domain/findings/find.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { answerRows, coordinateRows } from '../../src/lib/editor/find-rows.ts';
import { language } from '../../src/lib/editor/language.svelte.ts';
import { coordinateFaultText } from '../../src/lib/editor/wording/coordinate-words.ts';
import { parseCoordinates } from '../../src/lib/geo/parse-coordinates.ts';

afterEach(() => {
	language.locale = 'en';
});

const road: FoundName = {
	kind: 'road',
	local: 'проспект Абая',
	en: 'Abai Avenue',
	zh: '阿拜大街',
	ref: 'P-3',
	other: '',
	at: [71.43, 51.16],
	bbox: [71.4, 51.15, 71.46, 51.17]
};
const answer = (more: Partial<FindAnswer>): FindAnswer => ({
	text: '',
	places: [],
	roads: [],
	crossings: [],
	things: [],
	thingCount: 0,
	hasNames: true,
	...more
});

describe('rows of what was found', () => {
	test('a road is named in the present language, with its other names beside it', () => {
		const [english] = answerRows(answer({ roads: [road] }), () => undefined);
		expect(english).toMatchObject({
			title: 'Abai Avenue',
			note: 'Main road · also проспект Абая, P-3',
			bbox: road.bbox
		});
		language.locale = 'zh';
		const [chinese] = answerRows(answer({ roads: [road] }), () => undefined);
		expect(chinese).toMatchObject({ title: '阿拜大街', note: '主要道路 · 又名 проспект Абая, P-3' });
	});

	test('what has no name in the language goes by the one on its signs', () => {
		const [row] = answerRows(answer({ roads: [{ ...road, en: '', ref: '' }] }), () => undefined);
		expect(row).toMatchObject({ title: 'проспект Абая', note: 'Main road' });
	});

	test('a thing that was deleted meanwhile is left out', () => {
		const camera = { id: 'cam-1', kind: 'camera', properties: { name: 'Gate' } } as unknown as Item;
		const rows = answerRows(answer({ things: ['cam-1', 'cam-2'] as never }), (id) =>
			id === camera.id ? camera : undefined
		);
		expect(rows).toMatchObject([
			{ key: 'thing cam-1', title: 'Gate', note: 'Camera · cam-1', item: 'cam-1' }
		]);
	});

	test('both readings of coordinates are listed, and say how they were read', () => {
		const read = parseCoordinates('51.16 71.43', [71, 51]);
		const rows = coordinateRows((read.ok && read.readings) || [], [71, 50, 72, 52]);
		expect(rows.map(({ title, note }) => [title, note])).toEqual([
			['51.16, 71.43', 'Decimal degrees · read as latitude, longitude'],
			['71.43, 51.16', 'Decimal degrees · read as longitude, latitude · outside the map']
		]);
	});

	test('a fault quotes what was seen, in both languages', () => {
		const read = parseCoordinates('51°75′N 71°E');
		if (read.ok) throw new Error('read');
		expect(coordinateFaultText(read)).toContain('“75”');
		language.locale = 'zh';
		expect(coordinateFaultText(read)).toContain('“75”：分和秒');
	});
});
