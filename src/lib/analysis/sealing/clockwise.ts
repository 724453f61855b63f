import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { RingLine } from '../../network/ring-line.ts';

/** Ground at the start of the round that a rounded sum may put at its end. */
const SEAM_M = 0.05;

/** How far about a place the line is looked for, before all of it is gone through: crossings lie on it, cuts near it. */
const LOOKS_M = [2, 150];

/**
 * Tells how far round a ring a place is: metres along its line, clockwise, from the point due north of
 * its centre to the point of the line nearest to the place.
 */
export class Clockwise {
	private readonly x: Float64Array;
	private readonly y: Float64Array;
	private readonly alongM: Float64Array;
	private readonly lngOrigin: number;
	private readonly latOrigin: number;
	private readonly kx: number;
	private readonly ky: number;
	private readonly northM: number;
	private readonly isTurned: boolean;

	constructor(private readonly line: RingLine) {
		const n = line.x.length;
		this.lngOrigin = line.x[0];
		this.latOrigin = line.y[0];
		const plane = localPlane([0, (line.segments.minY + line.segments.maxY) / 2 / GRID_PER_DEG]);
		this.kx = plane.metresPerLng / GRID_PER_DEG;
		this.ky = plane.metresPerLat / GRID_PER_DEG;
		this.x = line.x.map((x) => (x - this.lngOrigin) * this.kx);
		this.y = line.y.map((y) => (y - this.latOrigin) * this.ky);

		let doubleArea = 0;
		let momentX = 0;
		let momentY = 0;
		for (let k = 0; k < n; k++) {
			const j = (k + 1) % n;
			const cross = this.x[k] * this.y[j] - this.x[j] * this.y[k];
			doubleArea += cross;
			momentX += (this.x[k] + this.x[j]) * cross;
			momentY += (this.y[k] + this.y[j]) * cross;
		}
		this.isTurned = doubleArea > 0;
		if (this.isTurned) {
			this.x.reverse();
			this.y.reverse();
		}
		this.alongM = new Float64Array(n + 1);
		for (let k = 0; k < n; k++) {
			const j = (k + 1) % n;
			this.alongM[k + 1] = this.alongM[k] + Math.hypot(this.x[j] - this.x[k], this.y[j] - this.y[k]);
		}
		const centreX = doubleArea === 0 ? this.x[0] : momentX / (3 * doubleArea);
		const centreY = doubleArea === 0 ? this.y[0] : momentY / (3 * doubleArea);
		this.northM = this.dueNorthM(centreX, centreY);
	}

	/** Metres round the ring of the place, from 0 to its length. */
	roundM(at: LngLat): number {
		const x = at[0] * GRID_PER_DEG;
		const y = at[1] * GRID_PER_DEG;
		const whole = this.alongM[this.x.length];
		const round = (((this.nearestM(x, y) - this.northM) % whole) + whole) % whole;
		return whole - round < SEAM_M ? 0 : round;
	}

	/** Metres along the line, from where it starts, of its point nearest to a place (1e-7 degrees). */
	private nearestM(x: number, y: number): number {
		const px = (x - this.lngOrigin) * this.kx;
		const py = (y - this.latOrigin) * this.ky;
		const n = this.x.length;
		for (const reachM of LOOKS_M) {
			const reachX = (reachM * 1.01) / this.kx;
			const reachY = (reachM * 1.01) / this.ky;
			const found = this.line.segments.search(x - reachX, y - reachY, x + reachX, y + reachY);
			const sides = found.map((k) => (this.isTurned ? (2 * n - 2 - k) % n : k)).sort((a, b) => a - b);
			const near = this.nearestOf(sides, px, py);
			if (near.awayM <= reachM) return near.alongM;
		}
		return this.nearestOf(this.x.keys(), px, py).alongM;
	}

	/** The point nearest to a place on the plane among `sides`, by number; of equally near ones the first. */
	private nearestOf(sides: Iterable<number>, px: number, py: number): { awayM: number; alongM: number } {
		let awayM = Infinity;
		let alongM = 0;
		for (const k of sides) {
			const j = (k + 1) % this.x.length;
			const dx = this.x[j] - this.x[k];
			const dy = this.y[j] - this.y[k];
			const lengthSq = dx * dx + dy * dy;
			const share = lengthSq === 0 ? 0 : ((px - this.x[k]) * dx + (py - this.y[k]) * dy) / lengthSq;
			const t = Math.min(1, Math.max(0, share));
			const here = Math.hypot(px - this.x[k] - t * dx, py - this.y[k] - t * dy);
			if (here >= awayM) continue;
			awayM = here;
			alongM = this.alongM[k] + t * (this.alongM[k + 1] - this.alongM[k]);
		}
		return { awayM, alongM };
	}

	/** Where the line lies due north of the centre, the outermost such place; else its northernmost point. */
	private dueNorthM(centreX: number, centreY: number): number {
		const n = this.x.length;
		let highest = -Infinity;
		let along = 0;
		for (let k = 0; k < n; k++) {
			const j = (k + 1) % n;
			if (this.x[k] <= centreX === this.x[j] <= centreX) continue;
			const t = (centreX - this.x[k]) / (this.x[j] - this.x[k]);
			const y = this.y[k] + t * (this.y[j] - this.y[k]);
			if (y < centreY || y <= highest) continue;
			highest = y;
			along = this.alongM[k] + t * (this.alongM[k + 1] - this.alongM[k]);
		}
		if (highest > -Infinity) return along;
		for (let k = 0; k < n; k++) {
			if (this.y[k] <= highest) continue;
			highest = this.y[k];
			along = this.alongM[k];
		}
		return along;
	}
}
