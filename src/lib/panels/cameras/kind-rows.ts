import { CAMERA_KINDS, type CameraKind, type KindGroup } from '../../domain/camera-kinds.ts';
import type { CameraLibrary, OwnKind } from '../../editor/camera-library.svelte.ts';
import { cameraKindText, GROUP_WORDS, USE_WORDS } from '../../editor/wording/camera-kind-words.ts';

/** One group of the library with the kinds that match what is looked for. */
export interface KindRows {
	readonly group: KindGroup | 'own';
	readonly title: string;
	readonly kinds: readonly (CameraKind | OwnKind)[];
}

/** The groups of the library, those that were saved first; every word of `sought` must be found in a kind's words. */
export function kindRows({ own }: Pick<CameraLibrary, 'own'>, sought: string): KindRows[] {
	const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	const matches = (kind: CameraKind | OwnKind, group: KindGroup | 'own'): boolean => {
		const use = 'use' in kind ? USE_WORDS[kind.use]() : '';
		// a figure is sought with its unit or without, however thin the space between
		const text = `${cameraKindText(kind)} ${GROUP_WORDS[group]()} ${use}`.toLocaleLowerCase();
		const close = text.replace(/\s/g, '');
		return words.every((word) => text.includes(word) || close.includes(word));
	};
	const groups: [KindGroup | 'own', readonly (CameraKind | OwnKind)[]][] = [
		['own', own],
		...(['fixed', 'dome', 'ptz', 'round', 'pole'] as const).map(
			(group): [KindGroup, readonly CameraKind[]] => [
				group,
				CAMERA_KINDS.filter((kind) => kind.group === group)
			]
		)
	];
	return groups.flatMap(([group, kinds]) => {
		const found = kinds.filter((kind) => matches(kind, group));
		return found.length > 0 ? [{ group, title: GROUP_WORDS[group](), kinds: found }] : [];
	});
}
