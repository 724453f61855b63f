import { Arrangement } from './arrangement.ts';
import { FaceTracer } from './face-tracer.ts';
import type { Faces } from './faces.ts';
import type { LabelOf } from './label-table.ts';
import { Noder } from './noder.ts';
import { RingClipper } from './ring-clipper.ts';
import { RingEdges } from './ring-edges.ts';

/**
 * The overlay of one square cell: `begin`, `addRing` for each ring, `faces`. One overlay serves any
 * number of cells, one after the other; its buffers grow to the largest and stay.
 */
export class Overlay {
	/** What was noded by the last call of `faces`; coordinates count from the cell's origin. */
	readonly arrangement = new Arrangement();
	private readonly clipper = new RingClipper();
	private readonly edges = new RingEdges();
	private readonly noder = new Noder(this.arrangement);
	private readonly tracer = new FaceTracer();
	private originX = 0;
	private originY = 0;
	private size = 0;

	/** Begins the cell of `size` (below 2^22) at the grid point (`originX`, `originY`), with layers below `layers`. */
	begin(originX: number, originY: number, size: number, layers: number): void {
		if (!(size > 0 && size < 1 << 22)) throw new RangeError(`a cell is below 2^22 wide, not ${size}`);
		if (!(layers > 0 && layers <= 30)) throw new RangeError(`1 to 30 layers, not ${layers}`);
		this.originX = originX;
		this.originY = originY;
		this.size = size;
		this.edges.clear();
	}

	/**
	 * Adds points `from` to `to` of `coords` (absolute grid) as a ring of `layer`, clipped to the cell.
	 * The ring counts `weight` times; weights of one layer may be numbers whose sum is to be known.
	 */
	addRing(coords: Int32Array, from: number, to: number, layer: number, weight = 1): void {
		const n = this.clipper.clip(coords, from, to, this.originX, this.originY, this.size);
		this.edges.addRing(this.clipper.points, n, layer, weight);
	}

	/**
	 * The faces, in absolute grid coordinates, of the labels whose bits are set in `wanted`; the label
	 * of ground is what `labelOf` makes of the set of layers that hold it, 0 outside the subject. Throws
	 * NodingError where the grid is too coarse for the cell; a smaller cell may do.
	 */
	faces(labelOf: LabelOf, wanted: number): Faces {
		this.arrangement.label(labelOf);
		this.noder.node(this.edges, this.size);
		return this.tracer.trace(this.arrangement, wanted, this.originX, this.originY);
	}

	/** The sum of weights of rings of `layer` that hold the ground above segment `e` of the arrangement. */
	countAbove(e: number, layer: number): number {
		const column = this.edges.columnOfLayer(layer);
		return column < 0 ? 0 : this.arrangement.countAbove(e, column);
	}

	/** As `countAbove`, of the ground below segment `e`. */
	countBelow(e: number, layer: number): number {
		const column = this.edges.columnOfLayer(layer);
		return column < 0 ? 0 : this.arrangement.countBelow(e, column);
	}

	/** Index among the faces last traced of the one above segment `e`; -1 where that was not wanted. */
	faceAbove(e: number): number {
		return this.tracer.faceAbove(this.arrangement, e);
	}

	/** As `faceAbove`, of the ground below segment `e`. */
	faceBelow(e: number): number {
		return this.tracer.faceBelow(this.arrangement, e);
	}
}
