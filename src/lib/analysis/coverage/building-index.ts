import Flatbush from 'flatbush';
import type { Buildings } from '../../geo/buildings.ts';
import { doubleArea } from '../../geo/grid-ring.ts';
import { selfCrossing } from '../../geo/self-crossing.ts';

const UNKNOWN = 0;
const PLAIN = 1;
const TWISTED = 2;

/** The buildings of a region pack, found by place. Building b is rings `ringFrom[b]` to `ringFrom[b + 1]`: an exterior and its courtyards. */
export class BuildingIndex {
	readonly count: number;
	readonly ringFrom: Uint32Array;
	/** The buildings `find` found, `foundCount` of them. Good until the next call. */
	found = new Int32Array(256);
	foundCount = 0;
	private readonly index: Flatbush | null;
	/** West, south, east, north of each building. */
	private readonly boxes: Int32Array;
	private readonly shape: Uint8Array;

	constructor(readonly buildings: Buildings) {
		const rings = buildings.ringStart.length - 1;
		const starts: number[] = [];
		for (let r = 0; r < rings; r++)
			if (starts.length === 0 || !(doubleArea(this.ring(r)) < 0)) starts.push(r);
		this.count = starts.length;
		this.ringFrom = Uint32Array.from([...starts, rings]);
		this.boxes = new Int32Array(4 * this.count);
		this.shape = new Uint8Array(this.count);
		this.index = this.count > 0 ? new Flatbush(this.count, 16, Int32Array) : null;
		if (!this.index) return;
		for (let b = 0; b < this.count; b++) this.addBox(this.index, b);
		this.index.finish();
	}

	/** Whether some building's box meets the box given in grid units. */
	hasAny(west: number, south: number, east: number, north: number): boolean {
		let isFound = false;
		this.index?.search(west, south, east, north, () => {
			isFound = true;
			return false;
		});
		return isFound;
	}

	/** Finds the buildings whose boxes meet the box given in grid units. */
	find(west: number, south: number, east: number, north: number): void {
		this.foundCount = 0;
		this.index?.search(west, south, east, north, this.keep);
	}

	/** Whether (`x`, `y`) is in the box of building `b`, or no farther from it than the margins. */
	isNearBox(b: number, x: number, y: number, marginX: number, marginY: number): boolean {
		const { boxes } = this;
		const i = 4 * b;
		if (x < boxes[i] - marginX || x > boxes[i + 2] + marginX) return false;
		return y >= boxes[i + 1] - marginY && y <= boxes[i + 3] + marginY;
	}

	/** Points of ring `r`, a view of the pack. */
	ring(r: number): Int32Array {
		const { ringStart, coords } = this.buildings;
		return coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]);
	}

	/** Height of building `b` in decimetres, 0 where unknown. */
	heightDm(b: number): number {
		return this.buildings.ringHeightDm[this.ringFrom[b]];
	}

	/** Whether a ring of `b` crosses itself, so that its inside is not always on the left. */
	isTwisted(b: number): boolean {
		if (this.shape[b] === UNKNOWN) {
			this.shape[b] = PLAIN;
			for (let r = this.ringFrom[b]; r < this.ringFrom[b + 1]; r++) {
				if (selfCrossing(this.ring(r))) this.shape[b] = TWISTED;
			}
		}
		return this.shape[b] === TWISTED;
	}

	private readonly keep = (b: number): boolean => {
		if (this.foundCount === this.found.length) {
			const wider = new Int32Array(2 * this.foundCount);
			wider.set(this.found);
			this.found = wider;
		}
		this.found[this.foundCount++] = b;
		return false;
	};

	private addBox(index: Flatbush, b: number): void {
		const { ringStart, coords } = this.buildings;
		let west = Infinity;
		let south = Infinity;
		let east = -Infinity;
		let north = -Infinity;
		for (let i = ringStart[this.ringFrom[b]]; i < ringStart[this.ringFrom[b + 1]]; i++) {
			west = Math.min(west, coords[2 * i]);
			south = Math.min(south, coords[2 * i + 1]);
			east = Math.max(east, coords[2 * i]);
			north = Math.max(north, coords[2 * i + 1]);
		}
		if (west > east) west = east = south = north = -(2 ** 31); // no points: nowhere
		index.add(west, south, east, north);
		this.boxes.set([west, south, east, north], 4 * b);
	}
}
