import Flatbush from 'flatbush';
import type { RegionLines } from '../../domain/findings/region-lines.ts';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';

/** A side of something that draws points to itself. */
export interface Side {
	readonly a: LngLat;
	readonly b: LngLat;
}

const GRID_PER_DEG = 1e7;

/** The lines of the region on screen, found by place. */
export class LineIndex {
	private readonly boxes: Flatbush | null;
	private readonly first: Uint32Array;

	constructor(private readonly lines: RegionLines) {
		const { coords, start } = lines;
		const count = Math.max(0, coords.length / 2 - (start.length - 1));
		this.first = new Uint32Array(count);
		this.boxes = count > 0 ? new Flatbush(count, 16, Int32Array) : null;
		let s = 0;
		for (let l = 0; l + 1 < start.length; l++) {
			for (let i = start[l] as number; i < (start[l + 1] as number) - 1; i++, s++) {
				this.first[s] = i;
				const [ax, ay, bx, by] = coords.subarray(2 * i, 2 * i + 4) as unknown as [
					number,
					number,
					number,
					number
				];
				this.boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
			}
		}
		this.boxes?.finish();
	}

	/** Sides of lines that come into a box. */
	sidesIn(bbox: Bbox): Side[] {
		const [west, south, east, north] = bbox.map((degrees) => degrees * GRID_PER_DEG) as [
			number,
			number,
			number,
			number
		];
		return (this.boxes?.search(west, south, east, north) ?? []).map((s) => {
			const i = this.first[s] as number;
			return { a: this.at(i), b: this.at(i + 1) };
		});
	}

	/** Ends of streets within a box: where they meet, or lead no farther. */
	junctionsIn([west, south, east, north]: Bbox): LngLat[] {
		const { start, streets } = this.lines;
		const found = new Map<string, LngLat>();
		for (const s of this.boxes?.search(
			west * GRID_PER_DEG,
			south * GRID_PER_DEG,
			east * GRID_PER_DEG,
			north * GRID_PER_DEG
		) ?? []) {
			const i = this.first[s] as number;
			for (const point of [i, i + 1]) {
				if (!this.isEnd(point, start, streets)) continue;
				const at = this.at(point);
				if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) continue;
				found.set(`${at[0]} ${at[1]}`, at);
			}
		}
		return [...found.values()];
	}

	private isEnd(point: number, start: Uint32Array, streets: number): boolean {
		let low = 0;
		let high = streets;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((start[middle] as number) < point) low = middle + 1;
			else high = middle;
		}
		const isFirst = low < streets && start[low] === point;
		return isFirst || (low >= 0 && low <= streets && (start[low] as number) - 1 === point);
	}

	private at(i: number): LngLat {
		const { coords } = this.lines;
		return [(coords[2 * i] as number) / GRID_PER_DEG, (coords[2 * i + 1] as number) / GRID_PER_DEG];
	}
}
