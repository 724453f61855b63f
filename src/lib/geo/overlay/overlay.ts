import { Arrangement } from './arrangement.ts';
import { FaceTracer } from './face-tracer.ts';
import { NO_FACES, type Faces } from './faces.ts';
import type { LabelOf } from './label-table.ts';
import { Noder } from './noder.ts';
import { RingClipper } from './ring-clipper.ts';
import { Segments } from './segments.ts';

/**
 * The overlay of one square cell: `begin`, `addRing` for each ring, `faces`. One overlay serves any
 * number of cells, one after the other; its buffers grow to the largest and stay.
 */
export class Overlay {
	private readonly clipper = new RingClipper();
	private readonly segments = new Segments();
	private readonly noder = new Noder();
	private readonly arrangement = new Arrangement();
	private readonly tracer = new FaceTracer();
	private originX = 0;
	private originY = 0;
	private size = 0;

	/** Begins the cell of `size` (below 2^22) at the grid point (`originX`, `originY`), with layers below `layers`. */
	begin(originX: number, originY: number, size: number, layers: number): void {
		if (!(layers > 0 && layers <= 30)) throw new RangeError(`1 to 30 layers, not ${layers}`);
		if (!(size > 0 && size < 1 << 22)) throw new RangeError(`a cell is below 2^22 wide, not ${size}`);
		this.originX = originX;
		this.originY = originY;
		this.size = size;
		this.segments.clear(layers);
	}

	/** Adds points `from` to `to` of `coords` (absolute grid) as a ring of `layer`, clipped to the cell. */
	addRing(coords: Int32Array, from: number, to: number, layer: number): void {
		const n = this.clipper.clip(coords, from, to, this.originX, this.originY, this.size);
		const points = this.clipper.points;
		for (let i = 0, j = n - 1; i < n; j = i++) {
			this.segments.add(points[2 * j], points[2 * j + 1], points[2 * i], points[2 * i + 1], layer);
		}
	}

	/**
	 * The faces, in absolute grid coordinates, of the labels whose bits are set in `wanted`; the label
	 * of ground is what `labelOf` makes of the set of layers that hold it, 0 outside the subject. Throws
	 * NodingError where the grid is too coarse for the cell; a smaller cell may do.
	 */
	faces(labelOf: LabelOf, wanted: number): Faces {
		if (this.segments.count === 0) return NO_FACES;
		const noded = this.noder.node(this.segments, this.size);
		if (noded.count === 0) return NO_FACES;
		this.arrangement.sweep(noded, labelOf);
		return this.tracer.trace(this.arrangement, wanted, this.originX, this.originY);
	}
}
