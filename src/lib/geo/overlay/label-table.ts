/**
 * What ground is called, 1 to 31, by the set of layers that hold it: bit l of `present` for layer l,
 * the subject's bit (0) always set. Asked once a set, so it must depend on the set alone.
 */
export type LabelOf = (present: number) => number;

const SMALL = 1 << 12;
const UNKNOWN = 255;

/** Remembers labels by set; 0 where layer 0 does not hold. */
export class LabelTable {
	private labelOf: LabelOf | null = null;
	private readonly small = new Uint8Array(SMALL);
	private readonly large = new Map<number, number>();

	/** Takes another rule; what the rule before said is forgotten. */
	use(labelOf: LabelOf): void {
		if (labelOf === this.labelOf) return;
		this.labelOf = labelOf;
		this.small.fill(UNKNOWN);
		this.large.clear();
	}

	/** The label of a set. Throws RangeError where the rule gives none from 1 to 31. */
	of(present: number): number {
		if ((present & 1) === 0) return 0;
		if (present >= SMALL) return this.large.get(present) ?? this.ask(present);
		const label = this.small[present];
		return label === UNKNOWN ? this.ask(present) : label;
	}

	private ask(present: number): number {
		const label = this.labelOf ? this.labelOf(present) : 0;
		if (!(label >= 1 && label <= 31)) throw new RangeError(`a label is 1 to 31, not ${label}`);
		if (present >= SMALL) this.large.set(present, label);
		else this.small[present] = label;
		return label;
	}
}
