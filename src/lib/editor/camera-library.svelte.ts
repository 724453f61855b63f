import { CAMERA_KINDS, PLAIN_KIND, type CameraKind } from '../domain/camera-kinds.ts';
import { AIM_KEYS, headPart } from '../domain/head-keys.ts';
import type { CameraHead, CameraProperties } from '../domain/items.ts';
import type { KindProperties } from '../domain/operations/apply-camera-kind.ts';
import type { PixelDensityScale } from '../domain/pixel-density-scales.ts';
import { validateProperties } from '../domain/validation/properties.ts';

/** A kind that somebody saved, under a name of their own. */
export interface OwnKind {
	readonly id: string;
	readonly name: string;
	readonly properties: KindProperties;
}

/** Where a library is remembered between two visits; both may throw where the browser refuses storage. */
export interface LibraryMemory {
	read(): string | null;
	write(text: string): void;
}

/** The kinds of cameras to drop in: common ones, and those that were saved here. */
export class CameraLibrary {
	isOpen = $state(false);
	own = $state.raw<readonly OwnKind[]>([]);
	chosenId = $state(PLAIN_KIND.id);
	/** The scale of pixel density that figures are shown on. */
	scale = $state<PixelDensityScale>(2014);

	readonly chosen: CameraKind | OwnKind = $derived(this.find(this.chosenId) ?? PLAIN_KIND);
	private memory: LibraryMemory | null = null;

	find(id: string): CameraKind | OwnKind | undefined {
		return CAMERA_KINDS.find((kind) => kind.id === id) ?? this.own.find((kind) => kind.id === id);
	}

	choose(id: string): void {
		if (!this.find(id)) return;
		this.chosenId = id;
		this.keep();
	}

	/** Saves the kind of a camera under a name, in place of one saved under the same; it is the chosen one then. */
	save(name: string, camera: CameraProperties): OwnKind {
		const trimmed = name.trim();
		const same = this.own.find((kind) => kind.name === trimmed);
		const ids = this.own.map(({ id }) => Number(id.replace('own-', '')));
		const id = same?.id ?? `own-${Math.max(0, ...ids) + 1}`;
		const kind: OwnKind = { id, name: trimmed, properties: kindOf(camera) };
		this.own = [...this.own.filter((one) => one !== same), kind];
		this.chosenId = id;
		this.keep();
		return kind;
	}

	/** Takes a saved kind out. */
	forget(id: string): void {
		this.own = this.own.filter((kind) => kind.id !== id);
		if (this.chosenId === id) this.chosenId = PLAIN_KIND.id;
		this.keep();
	}

	/** Takes over what `memory` holds and keeps every change there; what cannot be read is passed over. */
	rememberIn(memory: LibraryMemory): void {
		this.memory = memory;
		try {
			const kept = JSON.parse(memory.read() ?? '{}') as { own?: unknown; chosenId?: unknown };
			this.own = Array.isArray(kept.own) ? kept.own.filter(isOwnKind) : [];
			if (typeof kept.chosenId === 'string' && this.find(kept.chosenId)) this.chosenId = kept.chosenId;
		} catch {
			// a library that cannot be read is an empty one
		}
	}

	private keep(): void {
		try {
			this.memory?.write(JSON.stringify({ own: this.own, chosenId: this.chosenId }));
		} catch {
			// storage may be refused or full; the library works until the page is left
		}
	}
}

/** What a camera is, without what it is called, whose it is and where it looks; heads keep how they look against each other. */
export function kindOf(camera: CameraProperties): KindProperties {
	const bare = (head: CameraHead): CameraHead => {
		const part = headPart({ ...head });
		for (const key of AIM_KEYS) delete part[key];
		return part;
	};
	if (!camera.heads?.length) return bare(camera);
	return { ...bare(camera), heads: camera.heads.map((head) => headPart({ ...head })) };
}

function isOwnKind(value: unknown): value is OwnKind {
	if (typeof value !== 'object' || value === null) return false;
	const { id, name, properties } = value as Partial<Record<keyof OwnKind, unknown>>;
	if (typeof id !== 'string' || typeof name !== 'string') return false;
	if (typeof properties !== 'object' || properties === null) return false;
	return validateProperties('camera', properties as Record<string, unknown>).every(
		({ severity }) => severity !== 'error'
	);
}
