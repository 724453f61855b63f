import { describe, expect, test } from 'vitest';
import { CameraLibrary, kindOf } from '../../src/lib/editor/camera-library.svelte.ts';

const memory = (text: string | null = null) => {
	const kept = { text, read: () => kept.text, write: (next: string) => void (kept.text = next) };
	return kept;
};
const CAMERA = {
	name: 'North gate',
	owner: 'A',
	deviceCode: '1',
	type: 'fixed',
	azimuthDeg: 20,
	hfovDeg: 40,
	rangeM: 60
} as const;

describe('the camera library', () => {
	test('a saved kind is what the camera is, not whose it is nor where it looks', () => {
		expect(kindOf(CAMERA)).toEqual({ type: 'fixed', hfovDeg: 40, rangeM: 60 });
		const pole = {
			...CAMERA,
			heads: [{ azimuthDeg: 5, rangeM: 9, ...{ deviceCode: '2' } }, { azimuthDeg: 95 }]
		};
		expect(kindOf(pole).heads).toEqual([{ azimuthDeg: 5, rangeM: 9 }, { azimuthDeg: 95 }]);
	});

	test('comes back as it was left', () => {
		const kept = memory();
		const before = new CameraLibrary();
		before.rememberIn(kept);
		before.save('Gate', CAMERA);
		before.save('Other', { ...CAMERA, hfovDeg: 90 });
		before.save(' Gate ', { ...CAMERA, hfovDeg: 50 });
		before.choose('own-2');

		const after = new CameraLibrary();
		after.rememberIn(kept);
		expect(after.own.map(({ id, name, properties }) => [id, name, properties.hfovDeg])).toEqual([
			['own-2', 'Other', 90],
			['own-1', 'Gate', 50]
		]);
		expect(after.chosen).toMatchObject({ name: 'Other' });
		after.forget('own-2');
		expect(after.chosen.id).toBe('plain');
		expect(after.find('own-2')).toBeUndefined();
	});

	test.each([
		['nothing', null],
		['no JSON', '{'],
		['something else', '[1]'],
		[
			'a kind that no plan could hold',
			'{"own":[{"id":"own-1","name":"X","properties":{"hfovDeg":"wide"}}],"chosenId":"own-1"}'
		]
	])('from %s begins empty', (_, text) => {
		const library = new CameraLibrary();
		library.rememberIn(memory(text));
		expect(library.own).toEqual([]);
		expect(library.chosen.id).toBe('plain');
	});

	test('works where the browser refuses storage', () => {
		const refuse = (): never => {
			throw new Error('no storage');
		};
		const library = new CameraLibrary();
		library.rememberIn({ read: refuse, write: refuse });
		library.save('Gate', CAMERA);
		expect(library.chosen).toMatchObject({ name: 'Gate' });
	});
});
