import type { RingVerdict, SealAnswer } from '../../domain/findings/sealing.ts';
import type { ItemId } from '../../domain/items.ts';

/** The rings of an answer, core first. */
export function ringsByLevel(seal: SealAnswer | null): RingVerdict[] {
	return [...(seal?.rings ?? [])].sort((a, b) => a.level - b.level);
}

/** The ring that was asked for; else the first that leaks; else the first. Undefined without rings. */
export function chosenRing(rings: readonly RingVerdict[], wanted: ItemId | null): RingVerdict | undefined {
	return rings.find(({ ring }) => ring === wanted) ?? rings.find(({ sealed }) => !sealed) ?? rings[0];
}
