import type { SnapTo } from './snapped.ts';

/** What can be switched off together. */
export const SNAP_GROUPS = {
	corners: ['corner', 'middle'],
	borders: ['edge', 'intersection'],
	lines: ['crossing', 'road'],
	angles: ['right-angle', 'parallel', 'straight-on']
} as const satisfies Record<string, readonly SnapTo[]>;
export type SnapGroup = keyof typeof SNAP_GROUPS;
const GROUPS = Object.keys(SNAP_GROUPS) as SnapGroup[];

/** What draws a point to itself. Not saved with the plan; the browser remembers it. */
export class Snapping {
	isOn = $state(true);
	private off = $state.raw<ReadonlySet<SnapGroup>>(new Set());

	/** The kinds that draw now. */
	readonly kinds: ReadonlySet<SnapTo> = $derived(
		new Set(this.isOn ? GROUPS.filter((group) => this.has(group)).flatMap((group) => SNAP_GROUPS[group]) : [])
	);

	/** Whether a group draws, where snapping is on. */
	has(group: SnapGroup): boolean {
		return !this.off.has(group);
	}

	set(group: SnapGroup, draws: boolean): void {
		const off = new Set(this.off);
		if (draws) off.delete(group);
		else off.add(group);
		this.off = off;
	}

	/** As text to be remembered. */
	print(): string {
		return JSON.stringify({ isOn: this.isOn, off: [...this.off] });
	}

	/** Takes what `print` wrote; all is on where the text is none of it. */
	read(text: string | null): void {
		let kept: unknown;
		try {
			kept = JSON.parse(text ?? 'null');
		} catch {
			kept = null;
		}
		const { isOn, off } = (kept ?? {}) as { isOn?: unknown; off?: unknown };
		this.isOn = isOn !== false;
		this.off = new Set(Array.isArray(off) ? GROUPS.filter((group) => off.includes(group)) : []);
	}
}
