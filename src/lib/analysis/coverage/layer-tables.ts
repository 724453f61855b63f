import type { LabelOf } from '../../geo/overlay/label-table.ts';
import { CODES, LayerTable } from './layers.ts';
import { scenarios } from './scenarios.ts';

/** Tables remembered before it is begun anew; a plan has a few hundred. */
const MOST_TABLES = 512;
/** Of sets of up to this many layers an array remembers under what they are held; larger ones are remembered for a while. */
const SMALL_BITS = 12;
const MOST_LARGE = 1 << 12;

/** A layer table under the needs that are met at the time. */
export interface GrantedTable {
	readonly table: LayerTable;
	readonly labelOf: LabelOf;
	/** Bits of the scenarios under which ground with these layers is held. */
	readonly heldUnder: (present: number) => number;
}

/** Layer tables by the codes that occur, each made once: cells have the same few over and over. */
export class LayerTables {
	private granted = 0;
	private sets = scenarios(0);
	private readonly byCodes = new Map<string, GrantedTable>();
	private readonly byCode: (GrantedTable | undefined)[] = [];
	/** In which question each code was met last. */
	private readonly metIn = new Uint32Array(CODES);
	private question = 0;

	/** From now on the needs `granted` count as met. */
	grant(granted: number): void {
		this.granted = granted;
		this.sets = scenarios(granted);
		this.forget();
	}

	/** The table of the codes that the rings in `slots` have in `layer`. */
	of(slots: readonly number[], layer: Uint16Array): GrantedTable {
		const { metIn } = this;
		const question = ++this.question;
		const codes: number[] = [];
		for (let i = 0; i < slots.length; i++) {
			const code = layer[slots[i]];
			if (metIn[code] === question) continue;
			metIn[code] = question;
			codes.push(code);
		}
		if (codes.length === 1) return (this.byCode[codes[0]] ??= this.made(codes));
		const key = codes.sort((a, b) => a - b).join();
		let table = this.byCodes.get(key);
		if (table === undefined) {
			if (this.byCodes.size >= MOST_TABLES) this.forget();
			this.byCodes.set(key, (table = this.made(codes)));
		}
		return table;
	}

	private forget(): void {
		this.byCodes.clear();
		this.byCode.length = 0;
	}

	private made(codes: readonly number[]): GrantedTable {
		const { granted, sets } = this;
		const table = new LayerTable(codes, granted);
		const known = new Int32Array(1 << Math.min(SMALL_BITS, table.count)).fill(-1);
		const large = new Map<number, number>();
		const askLarge = (present: number): number => {
			if (large.size >= MOST_LARGE) large.clear();
			const held = large.get(present) ?? table.heldUnder(present, sets);
			large.set(present, held);
			return held;
		};
		return {
			table,
			labelOf: (present) => table.labelOf(present, granted),
			heldUnder: (present) => {
				if (present >= known.length) return askLarge(present);
				const held = known[present];
				return held >= 0 ? held : (known[present] = table.heldUnder(present, sets));
			}
		};
	}
}
