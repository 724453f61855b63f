import { EVERY_CAMERA, type CameraFilter } from '../../domain/camera-filter.ts';
import type { CameraType, Health, ItemId } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';

/** A camera as its tiles need it, without its ground; a pole with several heads is one. */
export interface CameraMark {
	readonly id: ItemId;
	readonly lngGrid: number;
	readonly latGrid: number;
	readonly health: Health;
	readonly integrated: boolean;
	/** Whether it counts under the assumptions in force. */
	readonly counted: boolean;
	readonly type: CameraType;
	/** '' where it names none. */
	readonly owner: string;
	/** How far the farthest of its heads sees, in degrees of latitude; 0 where no head has a footprint. */
	readonly reachDeg: number;
}

const HEALTHS: readonly Health[] = ['working', 'impaired', 'broken'];
const TYPES: readonly CameraType[] = ['fixed', 'dome', 'ptz'];

/** No camera is drawn farther; what a plan writes may be beyond what the arrays hold. */
const MOST_REACH_DEG = 1;

const HEALTH_BITS = 3;
const INTEGRATED = 4;
const COUNTED = 8;
const TYPE_SHIFT = 4;
const THERE = 64;
const SHOWN = 128;

/**
 * Cameras in typed arrays, 20 bytes each and their ids, by rows that an id keeps for good: one
 * that is dropped and put again (an undone removal) comes back to its row.
 */
export class CameraRows {
	/** Rows ever given away; each below it is there or has been. */
	length = 0;
	lng = new Int32Array(1024);
	lat = new Int32Array(1024);
	/** In 1e-7 degree of latitude. */
	reach = new Int32Array(1024);
	private bits = new Uint8Array(1024);
	private owner = new Int32Array(1024);
	private readonly ids: ItemId[] = [];
	private readonly rows = new Map<ItemId, number>();
	private readonly owners = new Map<string, number>();
	private wanted = EVERY_CAMERA;
	private hidden: ReadonlySet<ItemId> = new Set();
	private wantedOwners: Set<number> | null = null;

	/** Takes a camera in or in place of the one with its id; returns its row. */
	put(mark: CameraMark): number {
		let row = this.rows.get(mark.id);
		if (row === undefined) {
			row = this.length++;
			if (row === this.lng.length) this.grow();
			this.rows.set(mark.id, row);
			this.ids.push(mark.id);
		}
		let owner = this.owners.get(mark.owner);
		if (owner === undefined) {
			owner = this.owners.size;
			this.owners.set(mark.owner, owner);
			if (this.wanted.owners?.includes(mark.owner)) this.wantedOwners?.add(owner);
		}
		this.lng[row] = mark.lngGrid;
		this.lat[row] = mark.latGrid;
		this.reach[row] = Math.ceil(Math.min(MOST_REACH_DEG, mark.reachDeg) * GRID_PER_DEG);
		this.owner[row] = owner;
		this.bits[row] =
			Math.max(0, HEALTHS.indexOf(mark.health)) |
			(mark.integrated ? INTEGRATED : 0) |
			(mark.counted ? COUNTED : 0) |
			(Math.max(0, TYPES.indexOf(mark.type)) << TYPE_SHIFT) |
			THERE;
		this.judge(row);
		return row;
	}

	/** Takes the camera of a row away. */
	drop(row: number): void {
		this.bits[row] = 0;
	}

	/** Shows those that `filter` lets through, now and later. */
	filter(filter: CameraFilter): void {
		this.wanted = filter;
		this.wantedOwners =
			filter.owners &&
			new Set(
				filter.owners.flatMap((name) => {
					const owner = this.owners.get(name);
					return owner === undefined ? [] : [owner];
				})
			);
		this.judgeAll();
	}

	/** Shows none of the cameras of `hidden`, now and later. */
	hide(hidden: ReadonlySet<ItemId>): void {
		this.hidden = hidden;
		this.judgeAll();
	}

	/** The row of a camera that is there; -1 for another. */
	rowOf(id: ItemId): number {
		const row = this.rows.get(id);
		return row !== undefined && this.isThere(row) ? row : -1;
	}

	idOf(row: number): ItemId {
		return this.ids[row];
	}

	isThere(row: number): boolean {
		return (this.bits[row] & THERE) !== 0;
	}

	/** Whether it is there, the filter lets it through and it is not hidden. */
	isShown(row: number): boolean {
		return (this.bits[row] & SHOWN) !== 0;
	}

	isCounted(row: number): boolean {
		return (this.bits[row] & COUNTED) !== 0;
	}

	isIntegrated(row: number): boolean {
		return (this.bits[row] & INTEGRATED) !== 0;
	}

	healthOf(row: number): Health {
		return HEALTHS[this.bits[row] & HEALTH_BITS];
	}

	private judgeAll(): void {
		for (let row = 0; row < this.length; row++) if (this.isThere(row)) this.judge(row);
	}

	private judge(row: number): void {
		const { health, types, integrated } = this.wanted;
		const bits = this.bits[row];
		const isShown =
			(this.hidden.size === 0 || !this.hidden.has(this.ids[row])) &&
			(this.wantedOwners === null || this.wantedOwners.has(this.owner[row])) &&
			(health === null || health.includes(HEALTHS[bits & HEALTH_BITS])) &&
			(types === null || types.includes(TYPES[(bits >> TYPE_SHIFT) & 3])) &&
			(integrated === null || integrated === ((bits & INTEGRATED) !== 0));
		this.bits[row] = isShown ? bits | SHOWN : bits & ~SHOWN;
	}

	private grow(): void {
		this.lng = doubled(this.lng);
		this.lat = doubled(this.lat);
		this.reach = doubled(this.reach);
		this.owner = doubled(this.owner);
		const bits = new Uint8Array(2 * this.bits.length);
		bits.set(this.bits);
		this.bits = bits;
	}
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
	const next = new Int32Array(2 * array.length);
	next.set(array);
	return next;
}
